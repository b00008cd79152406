import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { parseQueueUrl } from '../engines/queue/queue-url.js';
import { isS3Url, parseS3Url } from '../io/storage/s3-url.js';
import { openConsole } from './console.js';
import { listenForInterrupt } from './interrupt.js';
import { wholeNumber } from './whole-number.js';

interface WorkFlags {
  readonly queue: string;
  readonly jobs?: number;
  readonly raw?: string;
  readonly clean?: string;
  readonly work?: string;
  readonly lock: number;
  readonly quiet?: boolean;
}

/** Seconds; as long as a pause of a machine or a network that it should survive. */
const LOCK_SECONDS = 30;

/** A place as it was given; null where it was not. @throws UsageError where it is no URL of object storage */
function placeOf(option: string, given: string | undefined): string | null {
  if (given === undefined) return null;
  return isS3Url(given) ? parseS3Url(option, given).shown : resolve(given);
}

/** Works until it is interrupted. @throws UsageError where it cannot do what it is asked for */
async function work({ queue, jobs, raw, clean, work: folder, lock, quiet = false }: WorkFlags): Promise<void> {
  const { shown } = parseQueueUrl(queue);
  const places = { raw: placeOf('--raw', raw), clean: placeOf('--clean', clean) };
  const { QueueWorker } = await import('../engines/queue/worker.js');
  const { log } = openConsole(quiet);
  let wake: () => void = () => undefined;
  const interrupted = new Promise<void>((done) => (wake = done));
  const interrupt = listenForInterrupt(
    (name) => {
      log.warn({ event: 'interrupted', signal: name }, `${name}: finishing what is in hand; once more to quit at once`);
      wake();
    },
    () => undefined,
  );
  try {
    const starting = QueueWorker.start({
      url: queue,
      jobs: jobs ?? availableParallelism(),
      ...places,
      work: folder === undefined ? null : resolve(folder),
      lockMs: lock * 1000,
      say: (event, text) => {
        log.warn({ event }, text);
      },
      onDone: (name, outcome) => {
        log.debug({ event: 'shard', shard: name, outcome }, `${name}: ${outcome}`);
      },
    });
    // Whoever ends it while it waits for the server has nothing in hand.
    const worker = await Promise.race([starting, interrupted]);
    if (!worker) return;
    log.info({ event: 'working', queue: shown }, `waiting for work from ${shown}`);
    try {
      await Promise.race([interrupted, worker.refused]);
    } finally {
      await worker.stop();
    }
  } finally {
    interrupt.stop();
  }
}

export function register(program: Command): void {
  program
    .command('work')
    .description('do the work of runs that name the same queue (clean --queue), on this machine')
    .requiredOption('--queue <url>', 'the queue: postgres://… or redis://…')
    .option('--jobs <n>', 'worker threads (default: one a processor)', wholeNumber)
    .option('--raw <dir>', 'where the raw documents are for this machine, a folder or s3://… (default: as for the run)')
    .option('--clean <dir>', 'where the records are for this machine, a folder or s3://… (default: as for the run)')
    .option('--work <dir>', "with s3://…: the local folder to work in (default: one in the user's cache)")
    .option('--lock <seconds>', 'a worker that is silent for so long counts as dead', wholeNumber, LOCK_SECONDS)
    .option('--quiet', 'say nothing but errors')
    .action(async (flags: WorkFlags) => {
      await work(flags);
      // Whatever still waits for a server that does not answer.
      process.exit();
    });
}
