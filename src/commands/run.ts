import { join } from 'node:path';
import type { Logger } from 'pino';
import { describeFailure } from '../engines/describe-failure.js';
import type { Engine, FaultyDocument, ShardReport, TaskContext } from '../engines/engine.js';
import { parseQueueUrl } from '../engines/queue/queue-url.js';
import { publishPart } from '../io/part-file.js';
import { addPassedOver, type PassedOverCounts } from '../io/passed-over.js';
import { isResumable } from '../io/paths.js';
import { plan, type Step } from '../io/plan.js';
import type { Shard } from '../io/shard.js';
import type { OpenStore, RunObjects } from '../io/storage/run-objects.js';
import { addTallies, NOTHING } from '../io/tally.js';
import { SourceYields } from '../io/source-yields.js';
import type { Decided } from '../stages/decided.js';
import type { Console } from './console.js';
import { describeDrift } from '../review/describe-drift.js';
import { hasArrived, noticeDrift, type SourceDrift } from './drift.js';
import { findDuplicates } from './find-duplicates.js';
import { holdCollection } from './hold-collection.js';
import { EXIT_CODES, type Interrupt } from './interrupt.js';
import { countDocuments, NAMED, runId, writeReport, type RunReport } from './run-report.js';
import { loadDecided } from './load-decided.js';
import { learn, LINES_FOLDER, NOTHING_LEARNED } from './learning.js';
import { contextOf, engineOf } from './run-context.js';
import type { RunSettings } from './settings.js';
import { removeParts, survey, type Survey } from './survey.js';
import { prune } from './vanished.js';

export interface RunSurroundings {
  readonly console: Console;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A stand-in for the engine, in tests. */
  readonly engine?: Engine;
  /** … and for object storage. */
  readonly openStore?: OpenStore;
}

type CleanStep = Extract<Step, { todo: 'clean' }>;

/** A run that holds the lock: plans, has an engine do the work, publishes what it reports, and keeps the books. */
class Run {
  private readonly inHand = new Map<string, CleanStep>();
  private readonly faulty: (FaultyDocument & { rawPath: string })[] = [];
  private readonly failed: { path: string; problem: string }[];
  private cleaned = { files: 0, tally: NOTHING };
  private skipped = { files: 0, tally: NOTHING };
  private passedOver: PassedOverCounts = {};
  private copied = 0;
  private readonly startedMs: number;
  private readonly log: Logger;
  private learned = NOTHING_LEARNED;
  private readonly arrived = new SourceYields();

  constructor(
    private readonly settings: RunSettings,
    private readonly surroundings: RunSurroundings,
    private readonly context: TaskContext,
    private readonly found: Survey,
    private readonly decided: Decided,
    private readonly interrupt: Interrupt,
    private readonly objects: RunObjects | null,
  ) {
    this.startedMs = surroundings.now();
    this.log = surroundings.console.log;
    this.failed = [...found.raw.failed];
  }

  async do(): Promise<RunReport> {
    const { settings, found, surroundings, interrupt, startedMs } = this;
    if (settings.prune) await prune(settings.clean, found.vanished, found.ledger, this.objects);
    const { console } = surroundings;
    const engine = await engineOf(settings, surroundings, interrupt, this.objects);
    let context: TaskContext = { ...this.context, decisions: this.decided.wide.list };
    try {
      if (settings.learn) {
        const around = { engine, console, interrupt, startedMs, jobs: settings.jobs, queued: settings.queue !== null };
        this.learned = await learn(found.chosen, found.ledger, context, around);
        const { version } = this.learned.lines;
        context = { ...context, lines: { folder: join(settings.clean, LINES_FOLDER), version } };
      }
      for await (const report of engine.run('clean', this.shards(), context)) await this.take(report);
    } finally {
      await found.ledger.close();
    }
    const drift = await this.noticeDrift();
    const report = this.report(engine.name, await this.findDuplicates(), drift);
    await writeReport(report);
    if (settings.metrics !== null) await (await import('./metrics.js')).writeMetrics(settings.metrics, report);
    return report;
  }

  private async *shards(): AsyncGenerator<Shard> {
    const { provenance } = this.context;
    for await (const step of plan(this.found.chosen, this.found.ledger, {
      ...this.settings,
      queued: this.settings.queue !== null,
      lines: this.learned.lines,
      decided: this.decided,
      learned: this.learned.begun,
      provenance,
      startedMs: this.startedMs,
      ...(this.objects?.raw ? { hold: this.objects.raw.hold } : {}),
    })) {
      if (this.interrupt.name !== null) return;
      if (step.problem !== null)
        this.log.warn(
          { event: 'sidecar', rawPath: step.rawPath },
          `${step.rawPath}: its sidecar is left out: ${step.problem}`,
        );
      if (step.todo === 'fail') this.fail(step.rawPath, step.detail);
      else if (step.todo === 'clean') {
        this.inHand.set(step.shard.part, step);
        yield step.shard;
      } else {
        this.skipped = { files: this.skipped.files + 1, tally: addTallies(this.skipped.tally, step.entry.tally) };
        if (step.renewed) await this.found.ledger.set(step.entry);
        this.showProgress();
      }
    }
  }

  private async take(report: ShardReport): Promise<void> {
    const step = this.inHand.get(report.shard.part);
    if (!step) throw new Error(`${report.shard.rawPath}: a report of a shard that was not given out`);
    this.inHand.delete(report.shard.part);
    if (report.outcome === 'failed') this.fail(step.rawPath, report.detail);
    else {
      try {
        await this.publish(step, report);
      } catch (error) {
        this.fail(step.rawPath, describeFailure(error, this.settings.clean));
      }
    }
    this.showProgress();
  }

  private async publish(step: CleanStep, report: Extract<ShardReport, { outcome: 'done' }>): Promise<void> {
    const { clean, durable } = this.settings;
    const { rawPath } = step;
    await publishPart(join(clean, step.shard.part), join(clean, step.cleanPath), { durable });
    const { sha256, written, tally, resumed, copied, passedOver, faulty, stale, durationMs } = report;
    const { begun, lines } = this.learned;
    const { sources } = report.lines;
    await this.found.ledger.set({
      path: rawPath,
      ...step.found,
      seenMs: this.startedMs,
      sha256,
      ...this.context.provenance,
      inputs: step.shard.inputs,
      lines: { ...report.lines, learned: begun, version: lines.versionOf(sources) },
      decided: {
        documents: this.decided.versionOfFile(rawPath),
        sources: this.decided.wide.versionOf(sources),
      },
      clean: written,
      tally,
    });
    if (hasArrived(step.why)) this.arrived.addParts(report.yields);
    this.cleaned = { files: this.cleaned.files + 1, tally: addTallies(this.cleaned.tally, tally) };
    for (const document of faulty) {
      const { key, offset, reason, detail } = document;
      if (this.faulty.length < NAMED) this.faulty.push({ rawPath, ...document });
      const place = offset === null ? rawPath : `${rawPath} at ${offset}`;
      this.log.warn({ event: 'faulty', rawPath, key, offset, reason }, `${place}: ${reason}: ${detail}`);
    }
    for (const { decision, key, offset } of stale)
      this.log.warn(
        { event: 'stale-decision', rawPath, key, offset, decision },
        `${rawPath}: decision ${decision} is not obeyed: its passage does not stand there any more`,
      );
    this.copied += copied;
    this.passedOver = addPassedOver(this.passedOver, passedOver);
    const { accepted, review, rejected } = tally;
    const counts = { accepted, review, rejected, resumed, copied, passedOver };
    this.log.debug({ event: 'shard', rawPath, why: step.why, ...counts, durationMs }, rawPath);
  }

  private fail(path: string, problem: string): void {
    this.failed.push({ path, problem });
    this.log.error({ event: 'failed', rawPath: path, problem }, `${path}: ${problem}`);
  }

  private showProgress(): void {
    const done = this.cleaned.files + this.skipped.files;
    const { rejected } = addTallies(this.cleaned.tally, this.skipped.tally);
    this.surroundings.console.progress(`${done} of ${this.found.chosen.length} files, ${rejected} documents rejected`);
  }

  /** What goes wrong in it is told, and takes nothing from the records and their report. */
  private async noticeDrift(): Promise<readonly SourceDrift[]> {
    const { clean } = this.settings;
    const { rules, options } = this.context.provenance;
    try {
      const drift = await noticeDrift(this.arrived, { clean, rules: `${rules} ${options}` });
      for (const change of drift.slice(0, NAMED))
        this.log.warn({ event: 'drift', ...change }, `drift: ${describeDrift(change)}`);
      return drift;
    } catch (error) {
      const problem = describeFailure(error, clean);
      this.log.error({ event: 'drift', problem }, `drift could not be looked for: ${problem}`);
      return [];
    }
  }

  /** The last step. What goes wrong in it is told, and takes nothing from the records and their report. */
  private async findDuplicates(): Promise<RunReport['duplicates']> {
    const { clean, durable, duplicates } = this.settings;
    const isInterrupted = (): boolean => this.interrupt.name !== null;
    if (!duplicates || isInterrupted()) return null;
    const { now, console } = this.surroundings;
    const progress = (text: string): void => {
      console.progress(text);
    };
    try {
      return await findDuplicates({ clean, durable, nowMs: now(), isInterrupted, progress });
    } catch (error) {
      const problem = describeFailure(error, clean);
      this.log.error({ event: 'duplicates', problem }, `the table of copies is as it was: ${problem}`);
      return { problem };
    }
  }

  private report(engine: string, duplicates: RunReport['duplicates'], drift: readonly SourceDrift[]): RunReport {
    const { settings, found, cleaned, skipped, failed, startedMs } = this;
    const { copydesk, rules, options } = this.context.provenance;
    const all = addTallies(cleaned.tally, skipped.tally);
    const finishedMs = this.surroundings.now();
    const interrupted = this.interrupt.name;
    const hasFaults = all.faulty + failed.length > 0 || (duplicates !== null && 'problem' in duplicates);
    const isDrift = settings.failOnDrift && drift.length > 0;
    const early = failed.length - found.raw.failed.length;
    const notReached = found.chosen.length - cleaned.files - skipped.files - early;
    return {
      id: runId(startedMs),
      started: new Date(startedMs).toISOString(),
      finished: new Date(finishedMs).toISOString(),
      durationMs: finishedMs - startedMs,
      exitCode: interrupted === null ? (hasFaults || isDrift ? 1 : 0) : EXIT_CODES[interrupted],
      interrupted,
      copydesk,
      node: process.version,
      rules,
      options,
      settings: { ...settings, engine, queue: settings.queue && parseQueueUrl(settings.queue).shown },
      files: {
        found: found.chosen.length,
        cleaned: cleaned.files,
        skipped: skipped.files,
        failed: failed.length,
        notReached,
        leftAlone: found.raw.leftAlone.length,
        vanished: found.vanished.length,
        pruned: settings.prune ? found.vanished.length : 0,
      },
      documents: countDocuments(cleaned.tally, skipped.tally, all, this.copied),
      passedOver: this.passedOver,
      characters: { kept: all.kept, removed: all.removed },
      learned: {
        documents: this.learned.documents,
        sources: this.learned.lines.size,
        lines: this.learned.lines.countLines(),
      },
      drift: drift.slice(0, NAMED),
      drifting: new Set(drift.map(({ source }) => source)).size,
      duplicates,
      faulty: this.faulty,
      failed: failed.slice(0, NAMED),
      leftAlone: found.raw.leftAlone.slice(0, NAMED),
      vanished: found.vanished.slice(0, NAMED).map(({ cleanPath }) => cleanPath),
    };
  }
}

/**
 * One run of the main job: whatever is new or changed in raw/ is cleaned into clean/.
 * @throws UsageError if it cannot begin or go on, LockedError if another run is at work
 */
export function run(settings: RunSettings, surroundings: RunSurroundings): Promise<RunReport> {
  const { console, openStore } = surroundings;
  const work = async (interrupt: Interrupt, objects: RunObjects | null): Promise<RunReport> => {
    const found = await survey(settings, console.log, objects);
    const { parts } = found.clean;
    await removeParts(
      settings.clean,
      parts.filter((part) => !isResumable(part)),
    );
    const decided = await loadDecided(settings.raw, console.log);
    const report = await new Run(settings, surroundings, contextOf(settings), found, decided, interrupt, objects).do();
    // A part that nothing went on with is of a file, rules or options that are no more.
    if (report.interrupted === null && settings.only === null) await removeParts(settings.clean, parts);
    return report;
  };
  return holdCollection(settings, console.log, work, openStore);
}
