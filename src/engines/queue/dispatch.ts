import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { nameOf, type Shard } from '../../io/shard.js';
import { ObjectError } from '../../io/storage/object-store.js';
import type { Reports, TaskName } from '../engine.js';
import { reportIn } from '../post.js';
import type { Exchange, Marker } from './exchange.js';
import type { Arrived, DispatchSettings, InHand } from './in-hand.js';
import { keyOf, type ShardJob } from './job.js';
import { within, type QueueLink } from './link.js';
import type { PlannerShared } from './shared.js';
import { giveBack, isIdle, statesOf, whyFailed } from './questions.js';
import { Sender } from './sender.js';

/** Markers that are read at a time. */
const READ_AT_ONCE = 32;
/** Parts that are brought at a time. */
const BROUGHT_AT_ONCE = 16;
/** Shards of which the queue is asked at a time, in turn. */
const LOOKED_AT = 100;
/** An interrupted run waits so long for the queue to give back what nobody has taken. */
const RECALL_MS = 5000;
/** What the queue says of a job that nobody has in hand any more. */
const ENDED: ReadonlySet<string> = new Set(['failed', 'unknown', 'completed']);
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
  private readonly bringing = new PQueue({ concurrency: BROUGHT_AT_ONCE });
  private readonly loops: Promise<void>[] = [];

  private constructor(
    private readonly shared: PlannerShared,
    private readonly exchange: Exchange,
    private readonly link: QueueLink<ShardJob>,
    private readonly settings: DispatchSettings,
  ) {
    this.sender = new Sender(exchange, link, shared.place);
  }

  static async open(
    shared: PlannerShared,
    exchange: Exchange,
    link: QueueLink<ShardJob>,
    settings: DispatchSettings,
  ): Promise<Dispatch> {
    const dispatch = new Dispatch(shared, exchange, link, settings);
    dispatch.reportedBefore = new Set(await exchange.reported());
    for (const loop of [dispatch.sender.run(), dispatch.hear(), dispatch.look()])
      dispatch.loops.push(
        loop.catch((error: unknown) => {
          dispatch.break(error);
        }),
      );
    return dispatch;
  }

  private break(error: unknown): void {
    this.broken ??= { error };
    for (const one of this.inHand.values()) one.stop(error);
    this.inHand.clear();
  }

  /** Has a shard done; null where the run was interrupted before a worker took it. */
  async do(shard: Shard): Promise<Arrived | null> {
    const key = keyOf(this.exchange.name, shard, await this.settings.stampOf(shard.rawPath));
    if (this.broken) throw this.broken.error;
    if (this.settings.isInterrupted()) return null;
    return new Promise((arrive, stop) => {
      const one: InHand = { key, shard, failures: 0, isHeard: false, sentAt: null, arrive, stop };
      this.inHand.set(key, one);
      if (this.reportedBefore.has(key)) one.sentAt = performance.now();
      else this.sender.put(one);
    });
  }

  /** Looks for markers, often while there are any. */
  private async hear(): Promise<void> {
    const { shortestMs, longestMs } = this.shared.pauses;
    let pause = shortestMs;
    while (!this.isClosed()) {
      pause = (await this.scan()) > 0 ? shortestMs : Math.min(pause * 1.5, longestMs);
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
      const known = (await this.exchange.reported()).filter((key) => this.inHand.get(key)?.isHeard === false);
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
    } else {
      one.isHeard = true;
      void this.bringing.add(() => this.bring(one, part, report));
    }
  }

  /** Sees to it that what was written of a shard is here, and tells of it. */
  private async bring(one: InHand, part: string, report: Reports[TaskName]): Promise<void> {
    const { key, shard } = one;
    try {
      if (await this.shared.bring(part, shard, this.settings.task)) {
        this.end(one);
        one.arrive({ key, shard, part, report });
        return;
      }
      await this.exchange.forget(key);
      // An earlier planner had just taken it when it died.
      if (this.reportedBefore.delete(key)) this.sendAgain(one);
      else await this.fail(one, 'what was written of it has gone');
    } catch (error) {
      if (!(error instanceof ObjectError)) this.break(error);
      else {
        await this.exchange.forget(key);
        await this.fail(one, `what was written of it cannot be brought: ${error.message}`);
      }
    }
  }

  private sendAgain(one: InHand): void {
    one.isHeard = false;
    this.sender.put(one);
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
    this.settings.say('retry', `${nameOf(one.shard)}: ${detail}; trying again in ${pause / 1000} s`);
    one.sentAt = null;
    setTimeout(() => {
      if (this.inHand.get(one.key) === one) this.sendAgain(one);
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
        .filter(
          ({ sentAt, isHeard }) => !isHeard && sentAt !== null && performance.now() - sentAt > this.settings.lookMs,
        )
        .slice(0, LOOKED_AT);
      if (due.length > 0) await this.lookAt(due);
      if (this.inHand.size > 0) await this.sayIfIdle();
    }
  }

  private async lookAt(due: readonly InHand[]): Promise<void> {
    const states = await statesOf(this.link, due);
    if (states === undefined) return;
    // A worker reports before its job ends: what the queue does not know, and of which there is no marker after that, is lost.
    if (states.some((state) => ENDED.has(state))) await this.scan();
    let isLost = false;
    for (const [at, one] of due.entries()) {
      if (this.inHand.get(one.key) !== one || one.isHeard || one.sentAt === null) continue;
      // To the end of the line: the others have their turn before it is looked at again.
      this.inHand.delete(one.key);
      this.inHand.set(one.key, one);
      if (states[at] === 'failed') await this.giveUp(one);
      else if (ENDED.has(states[at] ?? '')) isLost = true;
    }
    // An interrupted run takes its shards back: that they are gone is no loss.
    if (!isLost || this.settings.isInterrupted()) return;
    // What one has lost, it may have lost all of; those that it still has, it does not take twice.
    this.settings.say('queue-lost', 'the queue has lost shards: they are laid into it again');
    for (const one of this.inHand.values()) {
      this.suspect(one.shard);
      if (!one.isHeard && one.sentAt !== null) this.sender.put(one);
    }
  }

  /** A job that ended without a marker: its workers were killed too often, or could not write one. */
  private async giveUp(one: InHand): Promise<void> {
    const why = await whyFailed(this.link, one);
    if (why !== undefined) await this.fail(one, `its workers ended: ${why}`);
  }

  private async sayIfIdle(): Promise<void> {
    if (performance.now() - this.heardAt < IDLE_MS) return;
    this.heardAt = performance.now();
    if (await isIdle(this.link))
      this.settings.say('queue-idle', 'no worker has been at work for half a minute; start one: npm run work');
  }

  /** After an interrupt: takes back what no worker has taken. */
  private async recall(): Promise<void> {
    const waiting = [...this.inHand.values()].filter(({ isHeard }) => !isHeard);
    const takeBack = async (one: InHand): Promise<boolean> => one.sentAt === null || giveBack(this.link, one);
    // Of a queue that does not answer nothing is waited for: without their run, jobs are nothing.
    const isBack = await within(
      RECALL_MS,
      this.sender.hold().then(() => Promise.all(waiting.map(takeBack))),
    ).catch(() => waiting.map(() => true));
    await this.scan();
    for (const [at, one] of waiting.entries()) {
      if (!(isBack[at] ?? false) || one.isHeard || this.inHand.get(one.key) !== one) continue;
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
    await this.bringing.onIdle();
  }

  /** Removes what attempts have left that were killed, or overtaken by others. Only when no shard is in hand. */
  removeLeftovers(): Promise<void> {
    return this.shared.removeLeftovers(this.troubled);
  }
}
