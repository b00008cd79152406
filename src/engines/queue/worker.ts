import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../core/errors.js';
import { runProvenance } from '../../io/provenance.js';
import { nameOf, type Shard } from '../../io/shard.js';
import { ObjectError, UnreachableError } from '../../io/storage/object-store.js';
import type { OpenStore } from '../../io/storage/run-objects.js';
import { hopelessOf } from '../describe-failure.js';
import type { Engine, TaskContext } from '../engine.js';
import { stopOf, type ShardAnswer } from '../post.js';
import { threadsEngine } from '../threads.js';
import { loadBull, pauseMs, type Bull, type Job, type JobWorker } from './bullmq.js';
import { Exchange, type Terms } from './exchange.js';
import type { ShardJob } from './job.js';
import { Complaint, QueueLink, within, type Say } from './link.js';
import { parseQueueUrl, type QueueUrl } from './queue-url.js';
import type { WorkerShared } from './shared.js';
import { WorkerPlaces } from './worker-places.js';
import type { WorkerRaw } from './worker-raw.js';
import { errorMessage } from '../../io/error-code.js';

export interface WorkerSettings {
  /** As `--queue` says. */
  readonly url: string;
  /** Shards at a time, each in a thread. */
  readonly jobs: number;
  /** The places of documents and records, folders or URLs, where they have other names on this machine than on the planner's; null: the same. */
  readonly raw: string | null;
  readonly clean: string | null;
  /** Below which what is in object storage is brought to; null: the user's cache. */
  readonly work: string | null;
  /** A worker of which nothing was heard for so long counts as dead, and its shards are given to others. */
  readonly lockMs: number;
  readonly say: Say;
  /** After each shard. */
  readonly onDone?: (name: string, outcome: string) => void;
  /** A stand-in for thread.js, in tests. */
  readonly worker?: string;
  /** Why this copydesk is not the one that a run asks for, or null; in tests, another one. */
  readonly accepts?: (context: TaskContext) => string | null;
  /** A stand-in for object storage, in tests. */
  readonly openStore?: OpenStore;
}

/** What a shard is done with: the terms with the folders of this machine, and where these come from. */
interface Here {
  readonly terms: Terms;
  readonly shared: WorkerShared;
  readonly raw: WorkerRaw;
}

/** A shard may lose so many workers before it is failed by name. */
const MOST_LOST = 8;
/** The next shards may come in a while, and to start a thread takes longer than most documents. */
const IDLE_MS = 60_000;
const COOL_MS = 1000;
const MEMORY_ENGINES = 4;

/** Why what this program makes would not be what the run asks for; null where it would. */
function refusalOf({ options, limits, provenance }: TaskContext): string | null {
  const own = runProvenance(options, limits);
  const differing = (['copydesk', 'rules', 'options'] as const).filter((name) => own[name] !== provenance[name]);
  if (differing.length === 0) return null;
  const each = differing.map((name) => `${name} ${provenance[name]}, this worker has ${own[name]}`);
  return `the run asks for ${each.join('; ')}: install the same copydesk, with the same packages, on all machines`;
}

/** Lays down what was written of a shard, if anything was. */
async function handIn(
  answer: ShardAnswer,
  shard: Shard,
  shared: WorkerShared,
  exchange: Exchange,
): Promise<{ readonly answer: ShardAnswer; readonly part: string }> {
  if (!('report' in answer) || answer.report.outcome === 'failed') return { answer, part: '' };
  try {
    return { answer, part: await shared.handIn(exchange.folder, shard) };
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    const detail = `what was written of it cannot be sent: ${error.message}`;
    return { answer: { report: { shard, outcome: 'failed', detail } }, part: '' };
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}

/** Takes shards from a queue, does them in threads, and lays down parts and markers where their planner finds them. */
export class QueueWorker {
  private readonly engines = new Map<number, Engine>();
  private readonly known = new Map<string, Here>();
  private readonly places: WorkerPlaces;
  private readonly storage: Complaint;
  private readonly bull: Bull;
  private readonly jobs: JobWorker;
  private refuse: (error: Error) => void = () => undefined;
  private isRefusing = false;
  private isClosing = false;
  private isCooling = false;
  /** Rejects where this worker cannot do what it is asked for. */
  readonly refused: Promise<never>;

  private constructor(
    private readonly settings: WorkerSettings,
    bull: Bull,
    url: QueueUrl,
  ) {
    this.refused = new Promise((_, reject) => (this.refuse = reject));
    this.refused.catch(() => undefined);
    this.bull = bull;
    this.places = new WorkerPlaces(settings.work, settings.openStore);
    this.storage = new Complaint({ shown: 'object storage', event: 'storage' }, settings.say);
    const complaint = new Complaint({ shown: `the queue ${url.shown}`, event: 'queue' }, settings.say);
    this.jobs = bull.openWorker<ShardJob>(
      async (job, token) => {
        complaint.end();
        await this.do(job, token);
      },
      {
        concurrency: settings.jobs,
        lockDuration: settings.lockMs,
        stalledInterval: Math.ceil(settings.lockMs / 2),
        maxStalledCount: MOST_LOST,
        runRetryDelay: pauseMs(4),
      },
    );
    this.jobs.on('error', (error) => {
      if (this.isClosing) return;
      // The lock has lapsed, or the queue was emptied: someone else has the shard by now, or will.
      if (/\b(?:lock|Missing key)\b/.test(errorMessage(error))) return;
      complaint.make(error);
      void this.cool();
    });
  }

  /**
   * Begins to take shards; waits for the server if need be.
   * @throws UsageError where no waiting helps
   */
  static async start(settings: WorkerSettings): Promise<QueueWorker> {
    const url = parseQueueUrl(settings.url);
    const bull = await loadBull(url);
    const link = new QueueLink<ShardJob>(bull, url, settings.say);
    await link.connect();
    await link.close();
    return new QueueWorker(settings, bull, url);
  }

  /** What fails at once would be asked again at once. */
  private async cool(): Promise<void> {
    if (this.isCooling) return;
    this.isCooling = true;
    try {
      await this.jobs.pause(true);
      await sleep(COOL_MS);
      if (!this.isClosing) await this.jobs.resume();
    } finally {
      this.isCooling = false;
    }
  }

  private engineFor({ timeoutMs }: Terms): Engine {
    const { jobs, worker } = this.settings;
    let engine = this.engines.get(timeoutMs);
    if (engine === undefined) {
      if (this.engines.size >= MEMORY_ENGINES) this.engines.clear();
      engine = threadsEngine({ jobs, timeoutMs, idleMs: IDLE_MS, ...(worker === undefined ? {} : { worker }) });
      this.engines.set(timeoutMs, engine);
    }
    return engine;
  }

  /** What the run of a job asks for, and where; null where it is over. */
  private async here({ clean, exchange: name }: ShardJob): Promise<Here | null> {
    const place = this.settings.clean ?? clean;
    const known = this.known.get(`${place} ${name}`);
    if (known !== undefined) return known;
    const shared = await this.places.shared(place);
    const exchange = Exchange.at(shared, name);
    const terms = await exchange.terms();
    if (terms === null) {
      if (await shared.isHere()) return null;
      throw new UsageError(
        `${place}: the run's records are not to be seen here; mount their folder, or say where they are with --clean`,
      );
    }
    const documents = this.settings.raw ?? terms.context.raw;
    const raw = await this.places.raw(documents);
    if (!(await raw.isHere()))
      throw new UsageError(
        `${documents}: the run's raw documents are not to be seen here; mount them, or say where they are with --raw`,
      );
    const refusal = (this.settings.accepts ?? refusalOf)(terms.context);
    if (refusal !== null) throw new UsageError(refusal);
    const { lines } = terms.context;
    const published =
      lines &&
      (lines.version === '' ? lines : { ...lines, folder: await shared.linesOf(exchange.folder, lines.folder) });
    const context = { ...terms.context, raw: raw.folder, clean: shared.clean, lines: published };
    const here = { terms: { ...terms, context }, shared, raw };
    if (this.known.size >= MEMORY_ENGINES) this.known.clear();
    this.known.set(`${place} ${name}`, here);
    return here;
  }

  private async do(job: Job<ShardJob>, token: string | undefined): Promise<void> {
    let here: Here | null | undefined;
    try {
      here = await this.here(job.data);
      if (here === null) return;
      if (!this.isRefusing) {
        await this.attempt(job, here);
        this.storage.end();
        return;
      }
    } catch (error) {
      // A worker whose own disk is full would have one shard after another fail.
      const isOwn = !here || here.shared.isOwn || here.raw.isOwn;
      const trouble = error instanceof UsageError ? error : isOwn ? hopelessOf(error, hostname()) : null;
      if (trouble === null) throw error;
      if (trouble instanceof UnreachableError) {
        this.storage.make(trouble);
        void this.cool();
      } else {
        this.isRefusing = true;
        this.refuse(trouble);
      }
    }
    await job.moveToWait(token);
    throw new this.bull.WaitingError();
  }

  private async attempt({ data, attemptsStarted }: Job<ShardJob>, { terms, shared, raw }: Here): Promise<void> {
    const { key } = data;
    const exchange = Exchange.at(shared, data.exchange);
    if (await exchange.isReported(key)) return;
    const planned: Shard | null = data.shard ?? (await exchange.shard(key));
    if (planned === null) return;
    await raw.lend(planned.rawPath, async (problem) => {
      const shard = await shared.begin(planned, key);
      try {
        const done: ShardAnswer =
          problem === null
            ? await this.answer(shard, terms)
            : { report: { shard, outcome: 'failed', detail: problem } };
        // What is wrong with this machine's own folder is no reason to end the run.
        if ('stop' in done && done.stop.isUsage && shared.isOwn) throw new UsageError(done.stop.message);
        const { answer, part } = await handIn(done, shard, shared, exchange);
        const marker = { answer, part, attempt: attemptsStarted, host: hostname() };
        if (!(await exchange.report(key, marker)) && part !== '') await shared.discard(part);
        this.settings.onDone?.(nameOf(shard), 'report' in answer ? answer.report.outcome : answer.stop.message);
      } finally {
        await shared.end(shard);
      }
    });
  }

  private async answer(shard: Shard, terms: Terms): Promise<ShardAnswer> {
    const { task, context } = terms;
    try {
      for await (const report of this.engineFor(terms).run(task, once(shard), context)) return { report };
      throw new Error('no report of a shard');
    } catch (error) {
      return stopOf(error);
    }
  }

  /** Finishes what is in hand, and takes nothing more. */
  async stop(): Promise<void> {
    this.isClosing = true;
    await this.jobs.close().catch(() => undefined);
    await this.places.close();
  }

  /** Ends at once; for when the server does not answer either. */
  async quit(): Promise<void> {
    this.isClosing = true;
    await within(COOL_MS, this.jobs.close(true)).catch(() => undefined);
  }
}
