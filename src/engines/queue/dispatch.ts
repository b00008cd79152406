import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAttempt } from '../../io/paths.js';
import type { Shard } from '../../io/shard.js';
import type { Reports, TaskName } from '../engine.js';
import { reportIn } from '../post.js';
import type { Exchange, Marker } from './exchange.js';
import { jobIdOf, keyOf, type ShardJob } from './job.js';
import { within, type QueueLink, type Say } from './link.js';
import { Sender, type Outgoing } from './sender.js';

/** What came of a shard: a report, and the part that it speaks of. */
export interface Arrived {
  readonly key: string;
  readonly shard: Shard;
  readonly part: string;
  readonly report: Reports[TaskName];
}

interface InHand extends Outgoing {
  /** How often a worker has failed at it. */
  failures: number;
  readonly arrive: (arrived: Arrived | null) => void;
  readonly stop: (error: unknown) => void;
}

export interface DispatchSettings {
  readonly raw: string;
  readonly clean: string;
  readonly isInterrupted: () => boolean;
  readonly say: Say;
  /** A shard at which a worker has failed is tried again after so long, in milliseconds, once for each; empty: never. */
  readonly retryMs: readonly number[];
  /** The queue is asked so often what has become of shards. */
  readonly lookMs: number;
}

/** Markers that are read at a time. */
const READ_AT_ONCE = 32;
/** Shards of which the queue is asked at a time, in turn. */
const LOOKED_AT = 100;
const SHORTEST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;
/** An interrupted run waits so long for the queue to give back what nobody has taken. */
const RECALL_MS = 5000;
/** Says that nobody works after so long. */
const IDLE_MS = 30_000;

/**
 * Gives shards to workers and hears what came of them. The queue only passes on the word: what is done is what the exchange has a marker of,
 * and what the queue has lost of the rest is laid into it again.
 */
export class Dispatch {
  private readonly inHand = new Map<string, InHand>();
  private readonly sender: Sender<InHand>;
  /** Why nothing can be heard any more. */
  private broken: { readonly error: unknown } | undefined;
  private readonly ending = new AbortController();
  /** Of an earlier planner's shards, those that were reported before this one began. */
  private reportedBefore = new Set<string>();
  /** Folders in which an attempt may have left its part. */
  private readonly troubled = new Set<string>();
  private heardAt = performance.now();
  private scanning: Promise<unknown> = Promise.resolve();
  private readonly loops: Promise<void>[] = [];

  private constructor(
    private readonly exchange: Exchange,
    private readonly link: QueueLink<ShardJob>,
    private readonly settings: DispatchSettings,
  ) {
    this.sender = new Sender(exchange, link, settings.clean);
  }

  static async open(exchange: Exchange, link: QueueLink<ShardJob>, settings: DispatchSettings): Promise<Dispatch> {
    const dispatch = new Dispatch(exchange, link, settings);
    dispatch.reportedBefore = new Set(await exchange.reported());
    for (const loop of [dispatch.sender.run(), dispatch.hear(), dispatch.look()])
      dispatch.loops.push(
        loop.catch((error: unknown) => {
          dispatch.broken ??= { error };
          for (const one of dispatch.inHand.values()) one.stop(error);
          dispatch.inHand.clear();
        }),
      );
    return dispatch;
  }

  /** Has a shard done; null where the run was interrupted before a worker took it. */
  async do(shard: Shard): Promise<Arrived | null> {
    const key = await keyOf(this.exchange.name, shard, this.settings.raw);
    if (this.broken) throw this.broken.error;
    if (this.settings.isInterrupted()) return null;
    return new Promise((arrive, stop) => {
      const one: InHand = { key, shard, failures: 0, sentAt: null, arrive, stop };
      this.inHand.set(key, one);
      if (this.reportedBefore.has(key)) one.sentAt = performance.now();
      else this.sender.put(one);
    });
  }

  /** Looks for markers, often while there are any. */
  private async hear(): Promise<void> {
    let pause = SHORTEST_PAUSE_MS;
    while (!this.isClosed()) {
      pause = (await this.scan()) > 0 ? SHORTEST_PAUSE_MS : Math.min(pause * 1.5, LONGEST_PAUSE_MS);
      if (this.settings.isInterrupted()) await this.recall();
      await this.rest(pause);
    }
  }

  private isClosed(): boolean {
    return this.ending.signal.aborted;
  }

  private async rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }

  /** Takes in all markers that are there now; tells how many. */
  private scan(): Promise<number> {
    const scan = this.scanning.then(async () => {
      let heard = 0;
      if (this.inHand.size === 0) return heard;
      const known = (await this.exchange.reported()).filter((key) => this.inHand.has(key));
      for (let at = 0; at < known.length; at += READ_AT_ONCE)
        await Promise.all(
          known.slice(at, at + READ_AT_ONCE).map(async (key) => {
            const marker = await this.exchange.marker(key);
            const one = this.inHand.get(key);
            if (!one || !marker) return;
            heard += 1;
            await this.take(one, marker);
          }),
        );
      if (heard > 0) this.heardAt = performance.now();
      return heard;
    });
    this.scanning = scan.catch(() => undefined);
    return scan;
  }

  private async take(one: InHand, { answer, part, attempt, host }: Marker): Promise<void> {
    const { key, shard } = one;
    if (attempt > 1) this.suspect(shard);
    let report: Reports[TaskName];
    try {
      report = reportIn(answer);
    } catch (error) {
      await this.exchange.forget(key);
      this.end(one);
      one.stop(error);
      return;
    }
    if (report.outcome === 'failed') {
      await this.exchange.forget(key);
      await this.fail(one, `${report.detail} (worker on ${host})`);
    } else if ((await stat(join(this.settings.clean, part)).catch(() => null)) === null) {
      await this.exchange.forget(key);
      // An earlier planner had just taken it when it died.
      if (this.reportedBefore.delete(key)) this.sender.put(one);
      else await this.fail(one, 'what was written of it has gone');
    } else {
      this.end(one);
      one.arrive({ key, shard, part, report });
    }
  }

  private end(one: InHand): void {
    this.inHand.delete(one.key);
    this.reportedBefore.delete(one.key);
  }

  /** A worker has failed at a shard: it is tried again after a while, or given up. */
  private async fail(one: InHand, detail: string): Promise<void> {
    this.suspect(one.shard);
    this.reportedBefore.delete(one.key);
    const pause = this.settings.retryMs[one.failures];
    one.failures += 1;
    if (pause === undefined || this.settings.isInterrupted()) {
      const times = one.failures === 1 ? '' : `failed ${one.failures} times, at last: `;
      const { key, shard } = one;
      this.end(one);
      one.arrive({ key, shard, part: '', report: { shard, outcome: 'failed', detail: times + detail } });
      return;
    }
    this.settings.say('retry', `${one.shard.rawPath}: ${detail}; trying again in ${pause / 1000} s`);
    one.sentAt = null;
    setTimeout(() => {
      if (this.inHand.get(one.key) === one) this.sender.put(one);
    }, pause);
    await Promise.resolve();
  }

  private suspect({ part }: Shard): void {
    this.troubled.add(dirname(part));
  }

  /** Asks the queue what has become of the shards that it was given, in turn. */
  private async look(): Promise<void> {
    while (!this.isClosed()) {
      await this.rest(this.settings.lookMs);
      const due = [...this.inHand.values()]
        .filter(({ sentAt }) => sentAt !== null && performance.now() - sentAt > this.settings.lookMs)
        .slice(0, LOOKED_AT);
      if (due.length > 0) await this.lookAt(due);
      if (this.inHand.size > 0) await this.sayIfIdle();
    }
  }

  private async lookAt(due: readonly InHand[]): Promise<void> {
    const states = await this.link.use((queue) =>
      Promise.all(due.map(async ({ key }) => queue.getJobState(jobIdOf(key)))),
    );
    if (states === undefined) return;
    // A worker reports before its job ends: what the queue does not know, and of which there is no marker after that, is lost.
    await this.scan();
    let isLost = false;
    for (const [at, one] of due.entries()) {
      if (this.inHand.get(one.key) !== one || one.sentAt === null) continue;
      // To the end of the line: the others have their turn before it is looked at again.
      this.inHand.delete(one.key);
      this.inHand.set(one.key, one);
      if (states[at] === 'failed') await this.giveUp(one);
      else if (states[at] === 'unknown' || states[at] === 'completed') isLost = true;
    }
    if (!isLost) return;
    // What one has lost, it may have lost all of; those that it still has, it does not take twice.
    this.settings.say('queue-lost', 'the queue has lost shards: they are laid into it again');
    for (const one of this.inHand.values()) {
      this.suspect(one.shard);
      if (one.sentAt !== null) this.sender.put(one);
    }
  }

  /** A job that ended without a marker: its workers were killed too often, or could not write one. */
  private async giveUp(one: InHand): Promise<void> {
    const why = await this.link.use(async (queue) => {
      const job = await queue.getJob(jobIdOf(one.key));
      await queue.remove(jobIdOf(one.key));
      return job?.failedReason ?? 'unknown';
    });
    if (why !== undefined) await this.fail(one, `its workers ended: ${why}`);
  }

  private async sayIfIdle(): Promise<void> {
    if (performance.now() - this.heardAt < IDLE_MS) return;
    this.heardAt = performance.now();
    const isIdle = await this.link.use(async (queue) => {
      const { active } = await queue.getJobCounts('active');
      // Not every server tells.
      return active === 0 || (await queue.getWorkers().catch(() => [null])).length === 0;
    });
    if (isIdle === true)
      this.settings.say('queue-idle', 'no worker has been at work for half a minute; start one: npm run work');
  }

  /** After an interrupt: takes back what no worker has taken. */
  private async recall(): Promise<void> {
    const waiting = [...this.inHand.values()];
    const takeBack = async (one: InHand): Promise<boolean> => {
      if (one.sentAt === null) return true;
      const id = jobIdOf(one.key);
      const isBack = await this.link.use(
        async (queue) => (await queue.remove(id)) === 1 || (await queue.getJobState(id)) === 'unknown',
      );
      return isBack ?? false;
    };
    // Of a queue that does not answer nothing is waited for: without their run, jobs are nothing.
    const isBack = await within(
      RECALL_MS,
      this.sender.hold().then(() => Promise.all(waiting.map(takeBack))),
    ).catch(() => waiting.map(() => true));
    await this.scan();
    for (const [at, one] of waiting.entries()) {
      if (!(isBack[at] ?? false) || this.inHand.get(one.key) !== one) continue;
      this.end(one);
      one.arrive(null);
    }
  }

  /** Stops; nothing more is heard. */
  async close(): Promise<void> {
    this.ending.abort();
    this.sender.close();
    await this.link.close();
    await Promise.all(this.loops);
  }

  /** Removes what attempts have left that were killed, or overtaken by others. Only when no shard is in hand. */
  async removeLeftovers(): Promise<void> {
    for (const folder of this.troubled) {
      const path = join(this.settings.clean, folder);
      for (const name of await readdir(path).catch(() => []))
        if (isAttempt(basename(name))) await rm(join(path, name), { force: true });
    }
  }
}
