import { setTimeout as sleep } from 'node:timers/promises';
import type { Shard } from '../../io/shard.js';
import type { JobSpec } from './bullmq.js';
import type { Exchange } from './exchange.js';
import { jobIdOf, MOST_IN_JOB, type ShardJob } from './job.js';
import type { QueueLink } from './link.js';

/** Jobs that are laid into the queue at a time. */
const AT_ONCE = 500;

/** A shard on its way into the queue, or in it. */
export interface Outgoing {
  readonly key: string;
  readonly shard: Shard;
  /** When it was laid into the queue; null while it waits for that. */
  sentAt: number | null;
}

/** Lays shards into a queue, many at a time. */
export class Sender<One extends Outgoing> {
  private unsent: One[] = [];
  private sending: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private isClosed = false;
  private isHeld = false;

  constructor(
    private readonly exchange: Exchange,
    private readonly link: QueueLink<ShardJob>,
    /** The place of the records. */
    private readonly clean: string,
  ) {}

  /** After hold() nothing is laid down any more, or what is taken back meanwhile would return. */
  put(one: One): void {
    one.sentAt = null;
    if (this.isHeld) return;
    this.unsent.push(one);
    this.wake();
  }

  /** Lays down what is put, until it is closed. */
  async run(): Promise<void> {
    while (!this.isOver()) {
      if (this.unsent.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
      // More may come in the same turn.
      await sleep(1);
      const batch = this.unsent.splice(0, AT_ONCE);
      if (batch.length > 0) await (this.sending = this.send(batch));
    }
  }

  private isOver(): boolean {
    return this.isClosed;
  }

  private async send(batch: readonly One[]): Promise<void> {
    const jobs = await Promise.all(batch.map((one) => this.jobOf(one)));
    await this.link.use((queue) => queue.addBulk(jobs));
    for (const one of batch) one.sentAt = performance.now();
  }

  private async jobOf({ key, shard }: One): Promise<JobSpec<ShardJob>> {
    const isLarge = JSON.stringify(shard).length > MOST_IN_JOB;
    if (isLarge) await this.exchange.putShard(key, shard);
    const where = { clean: this.clean, exchange: this.exchange.name, key };
    const data: ShardJob = isLarge ? where : { ...where, shard };
    return { name: shard.rawPath.slice(-100), data, opts: { jobId: jobIdOf(key), removeOnComplete: true } };
  }

  /** Sends nothing of what still waits for it; resolves when what is on its way has arrived. */
  async hold(): Promise<void> {
    this.isHeld = true;
    this.unsent = [];
    await this.sending;
  }

  close(): void {
    this.isClosed = true;
    this.wake();
  }
}
