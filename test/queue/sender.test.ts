import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { JobSpec } from '../../src/engines/queue/bullmq.js';
import { Exchange } from '../../src/engines/queue/exchange.js';
import type { ShardJob } from '../../src/engines/queue/job.js';
import type { QueueLink } from '../../src/engines/queue/link.js';
import { Sender, type Outgoing } from '../../src/engines/queue/sender.js';
import { SharedFolder } from '../../src/engines/queue/shared-folder.js';
import { shardOf } from '../engines/setting.js';
import { scratchFolder } from '../io/scratch.js';

const outgoing = (key: string): Outgoing => ({ key, shard: shardOf(`${key}.txt`), sentAt: null });

it('lays nothing down any more when it is held, not even what comes later', async () => {
  const laid: string[] = [];
  const queue = {
    addBulk: (jobs: readonly JobSpec<ShardJob>[]) => Promise.resolve(laid.push(...jobs.map(({ data }) => data.key))),
  };
  const link = { use: (task: (given: typeof queue) => unknown) => task(queue) } as unknown as QueueLink<ShardJob>;
  const clean = scratchFolder();
  const sender = new Sender(Exchange.at(new SharedFolder(clean), 'run'), link, clean);
  const running = sender.run();
  const [first, second] = [outgoing('a'), outgoing('b')];
  sender.put(first);
  await expect.poll(() => laid).toEqual(['a']);
  expect(first.sentAt).not.toBeNull();

  await sender.hold();
  sender.put(first);
  sender.put(second);
  await sleep(20);
  sender.close();
  await running;
  expect(laid).toEqual(['a']);
  expect(first.sentAt).toBeNull();
});
