import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Rejection } from '../core/record.js';
import { errorMessage } from '../io/error-code.js';
import type { RawDocument } from '../core/types.js';
import type { Poisoned, Shard } from '../io/shard.js';
import type { Elsewhere, Handed, Made } from './elsewhere.js';
import type { Engine, Reports, TaskContext, TaskName } from './engine.js';
import { flow } from './flow.js';
import { madeIn, reportIn, type Answer, type Post } from './post.js';
import { NO_PULSE, SharedPulse, watch } from './pulse.js';
import { shareJson } from './shared-json.js';
import { withoutContent } from './without-content.js';

export interface ThreadsSettings {
  /** Worker threads; each does one shard at a time. */
  readonly jobs: number;
  /** The time that the work on one document may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The heap that a thread may have, in megabytes. */
  readonly memoryMb?: number;
  /** A thread that had nothing to do for so long ends, in milliseconds. */
  readonly idleMs?: number;
  /** A stand-in for thread.js, in tests: the path of a module that exports `work`. */
  readonly worker?: string;
}

/**
 * Documents of a container that are handed out for each thread before the first of them has to be done: one that takes a hundred times as
 * long as others keeps no thread waiting for long.
 */
const AHEAD = 16;

/**
 * A thread that cleans news needs 140; a text of 10 million characters took 750, a page of 300,000 elements 1,500. From 2,048 on V8 lets the
 * heap grow to the fourfold of what is alive before it looks for what is not, and below to the double at most (its MaxGrowingFactor): two
 * threads held 1,220 megabytes after 10,000 texts, and hold 780 to 830.
 */
const MEMORY_MB = 2000;
/**
 * And beside it for what is new, in megabytes. With V8's own 48, much that is soon dropped grows old first, which takes a tenth of the processor's
 * time and, with two threads, some 150 megabytes more.
 */
const NEW_MB = 96;
/** What comes after the work needs the memory of threads more. */
const IDLE_MS = 2000;

/**
 * The first thread works alone for so long: it takes a second or so of a processor to start one and have it read its first page, and what
 * is done by then needs no other.
 */
const ALONE_MS = 1000;

const THREAD = fileURLToPath(new URL('./thread.js', import.meta.url));

/** Why a thread ended that should have answered, in the words of a record. */
function causeOfDeath(error: unknown, isOverdue: boolean, { timeoutMs, memoryMb }: Limits): Rejection {
  if (isOverdue) return { reason: 'timed-out', detail: `took longer than ${timeoutMs / 1000} s` };
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { reason: 'too-large', detail: `needs more than ${memoryMb} MB of memory` };
  return { reason: 'unreadable', detail: `copydesk failed on this document: ${errorMessage(error).slice(0, 300)}` };
}

/** What a thread is asked for: a task about a whole shard, or about one document of it. */
interface Work {
  readonly task: TaskName;
  readonly shard: Shard;
  readonly context: TaskContext;
  readonly document?: RawDocument;
}

type Limits = Required<Pick<ThreadsSettings, 'timeoutMs' | 'memoryMb'>>;

/** Worker threads, started when there is something to do. */
class Threads {
  private pool: Piscina<Post, Answer> | undefined;
  /** When more than one thread is wanted. */
  private warm: Promise<unknown> | undefined;
  /** Until then: when the shard before has been done. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly inHand = new Set<AbortController>();
  /** Why no thread can do anything. */
  private broken: Error | undefined;

  constructor(private readonly settings: Required<ThreadsSettings>) {}

  private open(): Piscina<Post, Answer> {
    if (this.pool) return this.pool;
    const { jobs, memoryMb, worker, idleMs } = this.settings;
    const pool = new Piscina<Post, Answer>({
      filename: worker,
      name: 'work',
      minThreads: 0,
      maxThreads: jobs,
      idleTimeout: idleMs,
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: NEW_MB },
    });
    this.warm = new Promise((resolve) => {
      pool.once('workerCreate', () => setTimeout(resolve, ALONE_MS).unref());
    });
    pool.on('error', (error: Error) => {
      // A thread that ends with nothing in hand: others do its work, unless none can even start.
      if (pool.threads.length > 0) return;
      this.broken = new Error(`a worker thread cannot start: ${error.message}`, { cause: error });
      for (const abort of this.inHand) abort.abort();
    });
    return (this.pool = pool);
  }

  private async post(post: Post, signal: AbortSignal): Promise<Answer> {
    const pool = this.open();
    const before = this.turn;
    let done: () => void = () => undefined;
    this.turn = Promise.race([new Promise<void>((resolve) => (done = resolve)), this.warm]);
    await before;
    try {
      // Payloads are copies of ours, which nobody needs here.
      const payload = post.document?.payload;
      const transferList = payload instanceof Uint8Array ? [payload.buffer as ArrayBuffer] : [];
      return await pool.run(post, { signal, transferList });
    } finally {
      done();
    }
  }

  /** One try at a shard: what the thread answers, or why it ended and on which document; null for that while it was reading. */
  private async attempt({
    task,
    shard,
    context,
    document,
  }: Work): Promise<Answer | (Rejection & { ordinal: number | null })> {
    const pulse = new SharedPulse();
    const abort = new AbortController();
    this.inHand.add(abort);
    const unwatch = watch(
      pulse,
      this.settings.timeoutMs,
      // More documents than that wait for a thread.
      () => Math.min(this.inHand.size, this.settings.jobs),
      () => {
        abort.abort();
      },
    );
    const shared = { shard: shareJson(shard), context: shareJson(context) };
    try {
      return await this.post({ task, ...shared, ...(document && { document }), pulse: pulse.memory }, abort.signal);
    } catch (error) {
      if (this.broken) throw this.broken;
      return { ...causeOfDeath(error, abort.signal.aborted, this.settings), ordinal: pulse.feel().ordinal };
    } finally {
      unwatch();
      this.inHand.delete(abort);
    }
  }

  /** Does a shard whatever its documents do to the thread: each that ends one is not touched again, and all others are done. */
  async do({ task, shard, context }: Work): Promise<Reports[TaskName]> {
    if (shard.spread === true && this.settings.jobs > 1) return this.spread(task, shard, context);
    const poisoned: Poisoned[] = [];
    for (;;) {
      const tried = poisoned.length === 0 ? shard : { ...shard, poisoned };
      const ended = await this.attempt({ task, shard: tried, context });
      if (!('reason' in ended)) return { ...reportIn(ended), shard };
      const { ordinal, reason, detail } = ended;
      if (ordinal === null || poisoned.some((one) => one.ordinal === ordinal)) {
        await rm(join(context.clean, shard.part), { force: true });
        return { shard, outcome: 'failed', detail: `its worker ended while it was read: ${detail}` };
      }
      poisoned.push({ ordinal, rejection: { reason, detail } });
    }
  }

  /** Reads and writes a shard here, and has its documents done by all threads. */
  private async spread(task: TaskName, shard: Shard, context: TaskContext): Promise<Reports[TaskName]> {
    const elsewhere: Elsewhere = {
      most: AHEAD * this.settings.jobs,
      do: (name, document) => this.hand(name, document, shard, context),
    };
    // Brings all of the pipeline along, which else only the threads need.
    const { TASKS } = await import('./tasks.js');
    const report = await TASKS[task](shard, context, NO_PULSE, elsewhere);
    if (this.broken) throw this.broken;
    return report;
  }

  /** Has one document done, whatever it does to its thread. */
  private async hand<Name extends TaskName>(
    task: Name,
    document: RawDocument,
    shard: Shard,
    context: TaskContext,
  ): Promise<Handed<Name>> {
    const { payload } = document;
    const copy = typeof payload === 'string' ? document : { ...document, payload: new Uint8Array(payload) };
    const ended = await this.attempt({ task, shard, context, document: copy });
    if ('reason' in ended) {
      const { reason, detail } = ended;
      return { lost: withoutContent(document, { reason, detail }) };
    }
    return { made: madeIn(ended) as Made[Name] };
  }
}

/**
 * Does the work in worker threads. A document that takes longer or needs more memory than it may, or that ends its thread in another way,
 * is rejected as transient; all others are done.
 */
export function threadsEngine({
  memoryMb = MEMORY_MB,
  idleMs = IDLE_MS,
  worker = THREAD,
  ...settings
}: ThreadsSettings): Engine {
  const threads = new Threads({ ...settings, memoryMb, idleMs, worker });
  return {
    name: 'threads',
    run<Name extends TaskName>(name: Name, shards: AsyncIterable<Shard>, context: TaskContext) {
      return flow(
        shards,
        settings.jobs,
        (shard) => threads.do({ task: name, shard, context }) as Promise<Reports[Name]>,
      );
    },
  };
}
