import { Argument, type Command } from 'commander';
import { loadBull, type JobQueue } from '../engines/queue/bullmq.js';
import { QueueLink } from '../engines/queue/link.js';
import { parseQueueUrl } from '../engines/queue/queue-url.js';
import type { ShardJob } from '../engines/queue/job.js';
import { openConsole } from './console.js';

interface QueueFlags {
  readonly queue: string;
  readonly json?: boolean;
}

const STATES = ['waiting', 'active', 'failed'] as const;
const NAMED = 20;

interface Status {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** Connections of workers; null where the server does not tell. */
  readonly workers: number | null;
  /** The first of the failed: the raw file and why. */
  readonly failures: readonly { readonly rawPath: string; readonly reason: string }[];
}

async function statusOf(queue: JobQueue<ShardJob>, shown: string): Promise<Status> {
  const counts = await queue.getJobCounts(...STATES);
  const failed = await queue.getJobs(['failed'], 0, NAMED - 1);
  const workers = await queue.getWorkers().then(
    (list) => list.length,
    () => null,
  );
  const countOf = (state: (typeof STATES)[number]): number => counts[state] ?? 0;
  return {
    queue: shown,
    waiting: countOf('waiting'),
    active: countOf('active'),
    failed: countOf('failed'),
    workers,
    failures: failed.flatMap((job) =>
      job === undefined
        ? []
        : [{ rawPath: job.data.shard?.rawPath ?? job.data.key, reason: job.failedReason ?? 'unknown' }],
    ),
  };
}

function describe({ queue, waiting, active, failed, workers, failures }: Status): string {
  const others = workers === null ? '' : `; ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  const line = `${queue}: ${waiting} waiting, ${active} in work, ${failed} failed${others}`;
  return [line, ...failures.map(({ rawPath, reason }) => `${rawPath}: ${reason}`)].join('\n');
}

const DOES: Readonly<Record<string, (queue: JobQueue<ShardJob>) => Promise<void>>> = {
  status: () => Promise.resolve(),
  retry: (queue) => queue.retryJobs({ state: 'failed' }),
  drain: (queue) => queue.obliterate({ force: true }),
};

async function show(what: string, { queue: text, json = false }: QueueFlags): Promise<void> {
  const url = parseQueueUrl(text);
  const { log } = openConsole(false);
  const link = new QueueLink<ShardJob>(await loadBull(url), url, (event, said) => {
    log.warn({ event }, said);
  });
  await link.connect();
  const status = await link.use(async (queue) => {
    await DOES[what]?.(queue);
    return statusOf(queue, url.shown);
  });
  await link.close();
  if (status !== undefined) process.stdout.write((json ? JSON.stringify(status, null, 2) : describe(status)) + '\n');
}

export function register(program: Command): void {
  program
    .command('queue')
    .description('look after a queue: what is in it, what has failed')
    .addArgument(
      new Argument('<what>', '"retry" gives failed shards to workers again; "drain" empties the queue').choices(
        Object.keys(DOES),
      ),
    )
    .requiredOption('--queue <url>', 'the queue: postgres://… or redis://…')
    .option('--json', 'print the status as JSON')
    .action(show);
}
