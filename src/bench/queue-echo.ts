import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attemptPartOf } from '../io/paths.js';
import { loadBull } from '../engines/queue/bullmq.js';
import { Exchange } from '../engines/queue/exchange.js';
import type { ShardJob } from '../engines/queue/job.js';
import { parseQueueUrl } from '../engines/queue/queue-url.js';
import { SharedFolder } from '../engines/queue/shared-folder.js';

/**
 * A worker that cleans nothing, as a process of its own: what a shard costs through a queue is then what it costs without its documents.
 * Prints its processor time, in milliseconds, when it is ended.
 */
const CONCURRENCY = 8;

const url = parseQueueUrl(process.argv[2] ?? '');
const bull = await loadBull(url);
const jobs = bull.openWorker<ShardJob>(
  async ({ data: { clean, exchange, key, shard } }) => {
    if (!shard) return;
    const part = attemptPartOf(shard.part, key, '00000000');
    await writeFile(join(clean, part), '{}\n');
    // As a learner says it, which is short; a cleaner says a few hundred bytes more.
    const answer = { report: { shard: { ...shard, part }, outcome: 'done' as const, documents: 1 } };
    await Exchange.at(new SharedFolder(clean), exchange).report(key, { answer, part, attempt: 1, host: '' });
  },
  { concurrency: CONCURRENCY, lockDuration: 30_000, stalledInterval: 30_000, maxStalledCount: 1, runRetryDelay: 1000 },
);
jobs.on('error', () => undefined);
process.once('SIGTERM', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000), () => {
    process.exit();
  });
});
