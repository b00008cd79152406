import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../core/errors.js';
import { errorMessage } from '../../io/error-code.js';
import { hopeless, pauseMs, type Bull, type JobQueue } from './bullmq.js';
import type { QueueUrl } from './queue-url.js';

/** Tells people what happens with the queue. */
export type Say = (event: string, text: string) => void;

/** Says of a server that fails no more than once in so long. */
const SAID_MS = 30_000;
const FIRST_MS = 15_000;

/** Says that something cannot be used, not at every try, and that it is back. */
export class Complaint {
  private saidAt = -Infinity;
  private isDown = false;

  constructor(
    /** In messages, and in the names of events. */
    private readonly what: { readonly shown: string; readonly event: string },
    private readonly say: Say,
  ) {}

  make(error: unknown): void {
    this.isDown = true;
    if (performance.now() - this.saidAt < SAID_MS) return;
    this.saidAt = performance.now();
    const why = errorMessage(error) || (error as NodeJS.ErrnoException).code || 'no answer';
    const { shown, event } = this.what;
    this.say(`${event}-down`, `${shown} cannot be used: ${why}; trying again until it can`);
  }

  end(): void {
    const { shown, event } = this.what;
    if (this.isDown && this.saidAt > -Infinity) this.say(`${event}-up`, `${shown} can be used again`);
    this.isDown = false;
    this.saidAt = -Infinity;
  }
}

/** Resolves with what the promise does, or rejects after so long. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = sleep(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer for ${ms / 1000} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}

/** The planner's way to a queue: whatever is asked of it is asked again until it is done, over a new connection where the old one fails. */
export class QueueLink<Data> {
  private queue: Promise<JobQueue<Data>> | undefined;
  private readonly complaint: Complaint;
  private isClosed = false;

  constructor(
    private readonly bull: Bull,
    private readonly url: QueueUrl,
    say: Say,
  ) {
    this.complaint = new Complaint({ shown: `the queue ${url.shown}`, event: 'queue' }, say);
  }

  private async open(): Promise<JobQueue<Data>> {
    const queue = await this.bull.openQueue<Data>();
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => (fail = reject));
    failed.catch(() => undefined);
    queue.on('error', (error) => {
      // Whoever asks first is told of what no waiting mends, and need not hear of waiting.
      if (hopeless(error) === null) this.complaint.make(error);
      fail(error);
    });
    try {
      await within(FIRST_MS, Promise.race([queue.waitUntilReady(), failed]));
      return queue;
    } catch (error) {
      await this.drop(queue);
      throw error;
    }
  }

  private async drop(queue: JobQueue<Data>): Promise<void> {
    await within(1000, queue.close()).catch(() => undefined);
  }

  /** @throws UsageError where no waiting helps */
  async connect(isInterrupted: () => boolean = () => false): Promise<void> {
    await this.use(() => Promise.resolve(), isInterrupted);
  }

  /** Undefined once the link is closed. */
  async use<T>(ask: (queue: JobQueue<Data>) => Promise<T>, first?: () => boolean): Promise<T | undefined> {
    for (let tries = 0; !this.isClosed && first?.() !== true; tries++) {
      const opened = (this.queue ??= this.open());
      try {
        const answer = await ask(await opened);
        this.complaint.end();
        return answer;
      } catch (error) {
        const why = first ? hopeless(error) : null;
        if (why !== null) throw new UsageError(`--queue: ${this.url.shown}: ${why}`);
        // Closed meanwhile: what failed has failed for that.
        if (this.isOver()) return undefined;
        this.complaint.make(error);
        if (this.queue === opened) {
          this.queue = undefined;
          opened.then(
            (queue) => this.drop(queue),
            () => undefined,
          );
        }
        await sleep(pauseMs(tries));
      }
    }
    return undefined;
  }

  private isOver(): boolean {
    return this.isClosed;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const queue = await this.queue?.catch(() => undefined);
    if (queue) await this.drop(queue);
  }
}
