import type { FaultyDocument } from '../engines/engine.js';
import { writeRun } from '../io/run-reports.js';
import type { PassedOverCounts } from '../io/passed-over.js';
import { documentsOf, type Tally } from '../io/tally.js';
import { describeDrift } from '../review/describe-drift.js';
import type { SourceDrift } from './drift.js';
import type { DuplicateCounts } from './find-duplicates.js';
import type { InterruptName } from './interrupt.js';
import type { RunSettings } from './settings.js';

/** Lists in a report name so many and count all. */
export const NAMED = 100;

/** What a run did and how the collection stands after it; clean/.copydesk/runs/<id>.json. */
export interface RunReport {
  readonly id: string;
  readonly started: string;
  readonly finished: string;
  readonly durationMs: number;
  readonly exitCode: number;
  readonly interrupted: InterruptName | null;
  readonly copydesk: string;
  readonly node: string;
  readonly rules: string;
  readonly options: string;
  readonly settings: Omit<RunSettings, 'engine'> & { readonly engine: string };
  /** Raw files: of those found (and asked for), how many were cleaned, skipped as unchanged, failed, or not reached. */
  readonly files: {
    readonly found: number;
    readonly cleaned: number;
    readonly skipped: number;
    readonly failed: number;
    readonly notReached: number;
    readonly leftAlone: number;
    readonly vanished: number;
    readonly pruned: number;
  };
  /** Of the whole collection, skipped documents included. */
  readonly documents: {
    readonly total: number;
    readonly cleaned: number;
    /** Of the cleaned ones, those whose records were taken over from their container's clean file, as they would have come out the same. */
    readonly copied: number;
    readonly skipped: number;
    readonly accepted: number;
    readonly review: number;
    readonly rejected: number;
    readonly faulty: number;
  };
  /** What stood in the containers that this run cleaned and is no document, by kind. */
  readonly passedOver: PassedOverCounts;
  /** UTF-16 units, of the whole collection. */
  readonly characters: { readonly kept: number; readonly removed: Tally['removed'] };
  /** Documents that this run read to learn from, and what is published now: sources that repeat lines, and lines. */
  readonly learned: { readonly documents: number; readonly sources: number; readonly lines: number };
  /** Sources whose documents of this run differ from their history: the first changes, and how many sources. */
  readonly drift: readonly SourceDrift[];
  readonly drifting: number;
  /** The first of those found faulty by this run. */
  readonly faulty: readonly (FaultyDocument & { readonly rawPath: string })[];
  /** Of the whole collection; null where copies were not looked for, or where the run was interrupted before they were found. */
  readonly duplicates: DuplicateCounts | { readonly problem: string } | null;
  readonly failed: readonly { readonly path: string; readonly problem: string }[];
  readonly leftAlone: readonly string[];
  readonly vanished: readonly string[];
}

const number = new Intl.NumberFormat('en');

function reasonsLine(removed: Tally['removed']): string {
  const parts = Object.entries(removed)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, characters]) => `${reason} ${number.format(characters)}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** Changes that the summary names; the report and the log name more. */
const DRIFTS_SHOWN = 5;

function driftPart({ drift, drifting }: RunReport): string[] {
  if (drifting === 0) return [];
  const shown = drift.slice(0, DRIFTS_SHOWN).map(describeDrift);
  const more = drift.length > shown.length ? ', …' : '';
  return [`drift in ${number.format(drifting)} ${drifting === 1 ? 'source' : 'sources'} (${shown.join(', ')}${more})`];
}

/** The line that a run ends with. */
export function summaryLine(report: RunReport): string {
  const { documents, files, characters, duplicates, durationMs, interrupted } = report;
  const removed = Object.values(characters.removed).reduce((sum, characters) => sum + characters, 0);
  return [
    `${interrupted === null ? '' : 'interrupted: '}${number.format(documents.total)} documents: ` +
      `${number.format(documents.accepted)} accepted, ${number.format(documents.review)} review, ` +
      `${number.format(documents.rejected)} rejected (${number.format(documents.faulty)} faulty)`,
    `${number.format(documents.cleaned)} cleaned` +
      (documents.copied > 0 ? ` (of them ${number.format(documents.copied)} as they were)` : '') +
      `, ${number.format(documents.skipped)} skipped` +
      (files.failed > 0 ? `, ${number.format(files.failed)} files failed` : '') +
      (files.notReached > 0 ? `, ${number.format(files.notReached)} files not reached` : ''),
    `${number.format(characters.kept)} characters kept, ${number.format(removed)} removed${reasonsLine(characters.removed)}`,
    ...(duplicates !== null && 'copies' in duplicates && duplicates.copies > 0
      ? [`${number.format(duplicates.copies)} copies of ${number.format(duplicates.clusters)} originals`]
      : []),
    ...driftPart(report),
    `${(durationMs / 1000).toFixed(1)} s`,
  ].join('; ');
}

/** The parts of a report that are read off two tallies: of what this run cleaned and of what it skipped. */
export function countDocuments(cleaned: Tally, skipped: Tally, all: Tally, copied: number): RunReport['documents'] {
  const { accepted, review, rejected, faulty } = all;
  return {
    total: documentsOf(all),
    cleaned: documentsOf(cleaned),
    copied,
    skipped: documentsOf(skipped),
    accepted,
    review,
    rejected,
    faulty,
  };
}

/** A name that sorts by time and is a file name everywhere. */
export function runId(startedMs: number): string {
  return new Date(startedMs).toISOString().replace(/[:.]/g, '-');
}

export async function writeReport(report: RunReport): Promise<void> {
  await writeRun(report.settings.clean, report.id, report, report.settings.keepRuns);
}
