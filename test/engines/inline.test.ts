import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { ShardReport, Task, TaskContext } from '../../src/engines/engine.js';
import { inlineEngine } from '../../src/engines/inline.js';
import type { Shard } from '../../src/io/shard.js';
import { collect } from '../io/scratch.js';

const context: TaskContext = {
  raw: '/raw',
  clean: '/clean',
  limits: { maxBytes: 1 },
  options: DEFAULT_OPTIONS,
  provenance: { copydesk: '0', rules: 'r', options: 'o' },
  durable: false,
  lines: null,
};
const shard = (number: number): Shard => ({ rawPath: `${number}.txt`, part: `${number}.part`, hints: {}, inputs: '' });
const failed = (of: Shard): ShardReport => ({ shard: of, outcome: 'failed', detail: 'on purpose' });

async function* shards(count: number, given: (number: number) => void = () => undefined): AsyncGenerator<Shard> {
  for (let number = 0; number < count; number++) {
    given(number);
    yield await Promise.resolve(shard(number));
  }
}

function engine(jobs: number, clean: Task): AsyncIterable<ShardReport> {
  return inlineEngine({ jobs, tasks: { clean } }).run('clean', shards(50), context);
}

describe('the inline engine', () => {
  it.each([1, 3, 100])('does each shard once, at most %d at a time', async (jobs) => {
    let now = 0;
    let most = 0;
    const reports = await collect(
      engine(jobs, async (of) => {
        most = Math.max(most, ++now);
        await sleep(Math.random() * 4);
        now -= 1;
        return failed(of);
      }),
    );
    expect(reports.map((report) => report.shard.rawPath).sort()).toEqual(
      Array.from({ length: 50 }, (_, i) => `${i}.txt`).sort(),
    );
    expect(most).toBeLessThanOrEqual(jobs);
    expect(most).toBe(Math.min(jobs, 50));
  });

  it('takes shards no faster than their reports are taken', async () => {
    let given = 0;
    let taken = 0;
    let ahead = 0;
    const run = inlineEngine({ jobs: 2, tasks: { clean: (of) => Promise.resolve(failed(of)) } });
    for await (const report of run.run(
      'clean',
      shards(40, (number) => (given = number + 1)),
      context,
    )) {
      expect(report.outcome).toBe('failed');
      ahead = Math.max(ahead, given - taken++);
      await sleep(1);
    }
    expect(taken).toBe(40);
    expect(ahead).toBeLessThanOrEqual(5);
  });

  it('stops taking shards when a task cannot go on, and says why after the others are done', async () => {
    let begun = 0;
    const taken: string[] = [];
    const run = async (): Promise<void> => {
      const reports = engine(2, async (of) => {
        begun += 1;
        await sleep(1);
        if (of.rawPath === '5.txt') throw new Error('the disk is full');
        return failed(of);
      });
      for await (const report of reports) taken.push(report.shard.rawPath);
    };
    await expect(run()).rejects.toThrow('the disk is full');
    expect(begun).toBeLessThan(12);
    expect(taken.length).toBe(begun - 1);
  });

  it('passes on that the plan failed', async () => {
    async function* broken(): AsyncGenerator<Shard> {
      yield shard(0);
      await sleep(1);
      throw new Error('the folder has gone');
    }
    const run = inlineEngine({ jobs: 2, tasks: { clean: (of) => Promise.resolve(failed(of)) } });
    await expect(collect(run.run('clean', broken(), context))).rejects.toThrow('the folder has gone');
  });

  it('has nothing to report of nothing', async () => {
    const run = inlineEngine({ jobs: 2, tasks: { clean: (of) => Promise.resolve(failed(of)) } });
    expect(await collect(run.run('clean', shards(0), context))).toEqual([]);
  });
});
