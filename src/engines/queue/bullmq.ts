import { UsageError } from '../../core/errors.js';
import { errorMessage } from '../../io/error-code.js';
import type { QueueUrl } from './queue-url.js';

/** What copydesk uses of BullMQ, in types of its own: the package is there only where somebody has a queue. */

export interface Job<Data> {
  readonly id?: string;
  readonly data: Data;
  /** How often work on it was begun, this time included. */
  readonly attemptsStarted: number;
  readonly failedReason?: string;
  moveToWait(token?: string): Promise<unknown>;
}

/** One to be laid into a queue. */
export interface JobSpec<Data> {
  readonly name: string;
  readonly data: Data;
  readonly opts: { readonly jobId: string; readonly removeOnComplete: true };
}

interface Emitter {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface JobQueue<Data> extends Emitter {
  waitUntilReady(): Promise<unknown>;
  /** A job whose id is there already is left as it is. */
  addBulk(jobs: readonly JobSpec<Data>[]): Promise<unknown>;
  getJob(id: string): Promise<Job<Data> | undefined>;
  /** "unknown" of one that is not there. */
  getJobState(id: string): Promise<string>;
  getJobCounts(...states: string[]): Promise<Record<string, number>>;
  getJobs(states: string[], start: number, end: number): Promise<(Job<Data> | undefined)[]>;
  getWorkers(): Promise<unknown[]>;
  /** Takes a job away that nobody works on; 0 where there is none, or somebody does. */
  remove(id: string): Promise<number>;
  retryJobs(options: { readonly state: 'failed' }): Promise<void>;
  obliterate(options: { readonly force: boolean }): Promise<void>;
  close(force?: boolean): Promise<void>;
}

export interface JobWorker extends Emitter {
  waitUntilReady(): Promise<unknown>;
  /** With `true`, without waiting for what is in hand. */
  pause(doNotWait: boolean): Promise<void>;
  resume(): Promise<void>;
  /** Waits for what is in hand, unless it is forced. */
  close(force?: boolean): Promise<void>;
}

interface QueueOptions {
  readonly connection: object;
  readonly streams?: { readonly events: { readonly maxLen: number } };
}

export interface WorkerOptions {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly runRetryDelay: number;
}

interface Classes {
  readonly Queue: new <Data>(name: string, options: QueueOptions) => JobQueue<Data>;
  readonly Worker: new <Data>(
    name: string,
    processor: (job: Job<Data>, token?: string) => Promise<unknown>,
    options: QueueOptions & WorkerOptions,
  ) => JobWorker;
}

interface BullMQ extends Classes {
  readonly WaitingError: new () => Error;
  readonly createPostgresBackend: unknown;
  withBackend(backend: unknown): Classes;
  /** Makes the tables, where they are not there. */
  runMigrations(client: PgClient, schema: string): Promise<unknown>;
}

interface PgClient extends Emitter {
  release(): void;
}

interface PgPool extends Emitter {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'connect', listener: (client: PgClient) => void): unknown;
  connect(): Promise<PgClient>;
  end(): Promise<void>;
}

interface Pg {
  readonly Pool: new (options: object) => PgPool;
}

/** What is needed beside copydesk, as `npm install` takes it. */
const PACKAGES = {
  redis: { driver: 'ioredis', install: 'bullmq@6 ioredis@5' },
  postgres: { driver: 'pg', install: 'bullmq@6 pg@8' },
} as const;

const LONGEST_PAUSE_MS = 5000;
/** Longer pauses each time, by how often it was tried. */
export const pauseMs = (tries: number): number => Math.min(100 * 2 ** tries, LONGEST_PAUSE_MS);

/** BullMQ's own name for where its tables are. */
const SCHEMA = 'bullmq';
const CONNECT_MS = 10_000;

/**
 * Connections to PostgreSQL. A server that is stopped says so to each of them, and node ends a program that does not listen; BullMQ, left to
 * make them itself, listens to most.
 */
function poolFor({ Pool }: Pg, url: string): PgPool {
  const options = { connectionString: url, options: `-c search_path=${SCHEMA}`, keepAlive: true };
  const pool = new Pool({ ...options, connectionTimeoutMillis: CONNECT_MS });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** What is closed with something else. */
function closing<T extends { close(force?: boolean): Promise<void> }>(one: T, pool: PgPool): T {
  const close = one.close.bind(one);
  one.close = async (force) => {
    await close(force);
    await pool.end();
  };
  return one;
}

/** BullMQ for one server. */
export interface Bull {
  /** Makes what the queue needs on the server, if it is not there. */
  openQueue<Data>(): Promise<JobQueue<Data>>;
  openWorker<Data>(processor: (job: Job<Data>, token?: string) => Promise<unknown>, options: WorkerOptions): JobWorker;
  /** What a processor throws that has put its job back. */
  readonly WaitingError: new () => Error;
}

/** Nobody listens to BullMQ's events: markers on storage tell what is done. */
const STREAMS = { events: { maxLen: 100 } };

/** @throws UsageError where the packages are not installed */
export async function loadBull(url: QueueUrl): Promise<Bull> {
  const { driver, install } = PACKAGES[url.kind];
  const load = async (name: string): Promise<unknown> => {
    try {
      return await import(name);
    } catch (error) {
      const why = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
      if (!why) throw new UsageError(`--queue: the package ${name} cannot be loaded: ${errorMessage(error)}`);
      throw new UsageError(
        `--queue: the package ${name} is not installed; run: npm install --no-save -D ${install} (copydesk as a dependency: npm install ${install})`,
      );
    }
  };
  const bullmq = (await load('bullmq')) as BullMQ;
  const client = (await load(driver)) as { readonly default: Pg };
  const { WaitingError } = bullmq;
  if (url.kind === 'redis') {
    const connection = { url: url.url, maxRetriesPerRequest: null, retryStrategy: pauseMs };
    return {
      openQueue: <Data>() => Promise.resolve(new bullmq.Queue<Data>(url.name, { connection, streams: STREAMS })),
      openWorker: (processor, options) => new bullmq.Worker(url.name, processor, { connection, ...options }),
      WaitingError,
    };
  }
  const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
  return {
    async openQueue<Data>() {
      const pool = poolFor(client.default, url.url);
      try {
        const first = await pool.connect();
        await bullmq.runMigrations(first, SCHEMA).finally(() => {
          first.release();
        });
        return closing(new Queue<Data>(url.name, { connection: pool, streams: STREAMS }), pool);
      } catch (error) {
        void pool.end().catch(() => undefined);
        throw error;
      }
    },
    openWorker(processor, options) {
      const connection = poolFor(client.default, url.url);
      return closing(new Worker(url.name, processor, { connection, ...options }), connection);
    },
    WaitingError,
  };
}

/** What no waiting mends: a host that is not there, a password that is wrong. */
const HOPELESS_CODES = ['ENOTFOUND', 'EINVAL', '28P01', '28000', '3D000', '42501', '0A000'];
const HOPELESS_WORDS = /^(?:WRONGPASS|NOAUTH|NOPERM|ERR (?:invalid password|DB index|AUTH))|certificate/;

/** Why a queue cannot be reached and will not be by waiting; null where it may. */
export function hopeless(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = errorMessage(error);
  return HOPELESS_CODES.includes(code) || HOPELESS_WORDS.test(message) ? message : null;
}
