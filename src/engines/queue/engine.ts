import { join } from 'node:path';
import PQueue from 'p-queue';
import { describeFailure } from '../describe-failure.js';
import type { Engine, Reports, TaskContext, TaskName } from '../engine.js';
import { flow } from '../flow.js';
import type { Shard } from '../../io/shard.js';
import type { RunObjects } from '../../io/storage/run-objects.js';
import { loadBull } from './bullmq.js';
import { doByShares, inShares, type Joined } from './by-shares.js';
import { Dispatch } from './dispatch.js';
import { Exchange } from './exchange.js';
import type { Arrived } from './in-hand.js';
import { stampOfFile, type ShardJob } from './job.js';
import { QueueLink, within, type Say } from './link.js';
import { parseQueueUrl } from './queue-url.js';
import { countWorkers } from './questions.js';
import type { PlannerShared } from './shared.js';
import { SharedFolder } from './shared-folder.js';
import { PlannerObjects } from './shared-objects.js';

export interface QueueSettings {
  /** As `--queue` says. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly say: Say;
  /** Whether what no worker has taken yet is to be taken back. */
  readonly isInterrupted?: () => boolean;
  /** Shards in the queue at a time, those in work included: bounds the planner's memory, and what an interrupt takes back. */
  readonly backlog?: number;
  readonly retryMs?: readonly number[];
  readonly lookMs?: number;
  /** What of the run stands in object storage; null: nothing. */
  readonly objects?: RunObjects | null;
}

/** Two for each of 500 threads. */
const BACKLOG = 1000;
/** Long enough for a disk or a network to be mended by itself. */
const RETRY_MS = [1000, 10_000];
const LOOK_MS = 2000;
/** Shards whose markers and parts are removed at a time. */
const TIDIED_AT_ONCE = 16;

/** Has the part that a worker wrote stand where its planner asked for it. */
async function settle(
  { shard, part, report }: Arrived,
  shared: PlannerShared,
  clean: string,
): Promise<Reports[TaskName]> {
  if (report.outcome === 'failed') return report;
  try {
    await shared.settle(part, shard);
    return { ...report, shard };
  } catch (error) {
    return { shard, outcome: 'failed', detail: describeFailure(error, clean) };
  }
}

/** Has the work done by workers on this and other machines (worker.ts), which share a queue and the places of documents and records. */
export function queueEngine(settings: QueueSettings): Engine {
  const url = parseQueueUrl(settings.url);
  const {
    timeoutMs,
    say,
    isInterrupted = () => false,
    backlog = BACKLOG,
    retryMs = RETRY_MS,
    lookMs = LOOK_MS,
    objects = null,
  } = settings;

  async function* run<Name extends TaskName>(
    task: Name,
    shards: AsyncIterable<Shard>,
    context: TaskContext,
  ): AsyncGenerator<Reports[Name]> {
    const link = new QueueLink<ShardJob>(await loadBull(url), url, say);
    await link.connect(isInterrupted);
    if (isInterrupted()) return link.close();
    const { raw, clean } = context;
    const shared = objects?.clean ? new PlannerObjects(objects.clean) : new SharedFolder(clean);
    const documents = objects?.raw ?? null;
    const exchange = await Exchange.make(shared, { task, timeoutMs, context }, documents?.shown ?? raw);
    const stampOf = (rawPath: string): Promise<unknown> =>
      documents === null ? stampOfFile(join(raw, rawPath)) : Promise.resolve(documents.stampOf(rawPath));
    const around = { task, stampOf, isInterrupted, say, retryMs, lookMs };
    const dispatch = await Dispatch.open(shared, exchange, link, around);
    const tidying = new PQueue({ concurrency: TIDIED_AT_ONCE });
    let untidy: { readonly error: unknown } | undefined;
    const tidy = async ({ key, part }: Arrived): Promise<void> => {
      await exchange.forget(key);
      if (part !== '') await shared.discard(part);
    };
    const tidied = async (): Promise<void> => {
      await tidying.onIdle();
      if (untidy) throw untidy.error;
    };
    let isDone = false;
    try {
      // A server that is away is not waited for here: an interrupted run must end.
      const workers = (): Promise<number | undefined> => within(lookMs, countWorkers(link)).catch(() => undefined);
      // Samples add up; records have an order.
      const given = task === 'learn' ? inShares(shards, workers) : shards;
      const doOne = (shard: Shard): Promise<Joined | null> => doByShares(shard, workers, (one) => dispatch.do(one));
      for await (const joined of flow(given, backlog, doOne)) {
        if (joined === null) continue;
        yield (await settle(joined.whole, shared, clean)) as Reports[Name];
        // Whoever asks for the next one has kept this one.
        for (const arrived of [joined.whole, ...joined.shares])
          tidying
            .add(() => tidy(arrived))
            .catch((error: unknown) => {
              untidy ??= { error };
            });
        if (tidying.size > TIDIED_AT_ONCE) await tidied();
      }
      await tidied();
      isDone = true;
    } finally {
      await tidying.onIdle();
      await dispatch.close();
      if (isDone) {
        await dispatch.removeLeftovers();
        await exchange.remove();
      }
    }
  }
  return { name: 'queue', run };
}
