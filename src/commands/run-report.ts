import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultyDocument } from '../engines/engine.js';
import { makeFolder } from '../io/make-folder.js';
import { STATE_FOLDER } from '../io/paths.js';
import { documentsOf, type Tally } from '../io/tally.js';
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
    readonly skipped: number;
    readonly accepted: number;
    readonly review: number;
    readonly rejected: number;
    readonly faulty: number;
  };
  /** UTF-16 units, of the whole collection. */
  readonly characters: { readonly kept: number; readonly removed: Tally['removed'] };
  /** Documents that this run read to learn from, and what is published now: sources that repeat lines, and lines. */
  readonly learned: { readonly documents: number; readonly sources: number; readonly lines: number };
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

/** The line that a run ends with. */
export function summaryLine({ documents, files, characters, duplicates, durationMs, interrupted }: RunReport): string {
  const removed = Object.values(characters.removed).reduce((sum, characters) => sum + characters, 0);
  return [
    `${interrupted === null ? '' : 'interrupted: '}${number.format(documents.total)} documents: ` +
      `${number.format(documents.accepted)} accepted, ${number.format(documents.review)} review, ` +
      `${number.format(documents.rejected)} rejected (${number.format(documents.faulty)} faulty)`,
    `${number.format(documents.cleaned)} cleaned, ${number.format(documents.skipped)} skipped` +
      (files.failed > 0 ? `, ${number.format(files.failed)} files failed` : '') +
      (files.notReached > 0 ? `, ${number.format(files.notReached)} files not reached` : ''),
    `${number.format(characters.kept)} characters kept, ${number.format(removed)} removed${reasonsLine(characters.removed)}`,
    ...(duplicates !== null && 'copies' in duplicates && duplicates.copies > 0
      ? [`${number.format(duplicates.copies)} copies of ${number.format(duplicates.clusters)} originals`]
      : []),
    `${(durationMs / 1000).toFixed(1)} s`,
  ].join('; ');
}

/** The parts of a report that are read off two tallies: of what this run cleaned and of what it skipped. */
export function countDocuments(cleaned: Tally, skipped: Tally, all: Tally): RunReport['documents'] {
  const { accepted, review, rejected, faulty } = all;
  return {
    total: documentsOf(all),
    cleaned: documentsOf(cleaned),
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
  const folder = join(report.settings.clean, STATE_FOLDER, 'runs');
  await makeFolder(folder);
  await writeFile(join(folder, `${report.id}.json`), JSON.stringify(report, null, 2) + '\n');
}
