import { realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Logger } from 'pino';
import { UsageError } from '../core/errors.js';
import { Ledger } from '../io/ledger.js';
import { isInside, STATE_FOLDER } from '../io/paths.js';
import { walkClean, type CleanWalk } from '../io/walk-clean.js';
import type { RunObjects } from '../io/storage/run-objects.js';
import { walkRaw, type RawFile, type RawWalk } from '../io/walk-raw.js';
import { chooser, type RunSettings } from './settings.js';
import { findVanished, type Vanished } from './vanished.js';

/** What a run finds before it does anything. */
export interface Survey {
  readonly raw: RawWalk;
  readonly clean: CleanWalk;
  /** The raw files that are asked for. */
  readonly chosen: readonly RawFile[];
  readonly vanished: readonly Vanished[];
  readonly ledger: Ledger;
}

async function realFolder(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => null);
    if (real !== null) return join(real, relative(folder, path));
    if (folder === dirname(folder)) return path;
  }
}

/** @throws UsageError if there is nothing to read or nowhere to write */
export async function checkFolders({
  raw,
  clean,
  metrics,
}: Pick<RunSettings, 'raw' | 'clean' | 'metrics'>): Promise<void> {
  // Not after an hour's work.
  if (metrics !== null && (await stat(dirname(metrics)).catch(() => null))?.isDirectory() !== true)
    throw new UsageError(`--metrics: ${metrics}: expected a file in a folder that is there`);
  const found = await stat(raw).catch(() => null);
  if (!found?.isDirectory())
    throw new UsageError(`${raw}: expected a folder of raw documents; name another with --raw`);
  const output = await stat(clean).catch(() => null);
  if (output && !output.isDirectory())
    throw new UsageError(`${clean}: expected a folder for the records; name another with --clean`);
  const [realRaw, realClean] = await Promise.all([realFolder(raw), realFolder(clean)]);
  if (isInside(realRaw, realClean))
    throw new UsageError(`${raw}: the raw documents stand in the output folder; name another with --clean`);
}

function examples(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown}, …` : shown;
}

/** Looks at documents, records and the ledger and says what is odd. Writes nothing. */
export async function survey(settings: RunSettings, log: Logger, objects: RunObjects | null = null): Promise<Survey> {
  const raw = (await objects?.raw?.walk()) ?? (await walkRaw(settings.raw, settings.clean));
  const clean = await walkClean(settings.clean);
  const ledger = await Ledger.open(join(settings.clean, STATE_FOLDER, 'ledger.jsonl'));
  const vanished = await findVanished(settings.clean, raw, clean, ledger);
  const isChosen = chooser(settings.only);
  const leftAlone = raw.leftAlone;
  if (leftAlone.length > 0)
    log.warn(
      { event: 'left-alone', count: leftAlone.length, examples: leftAlone.slice(0, 3) },
      `left alone, as no reader takes them: ${leftAlone.length} files (${examples(leftAlone)})`,
    );
  for (const { path, problem } of raw.failed)
    log.error({ event: 'failed', rawPath: path, problem }, `${path}: ${problem}`);
  if (vanished.length > 0) {
    const paths = vanished.map(({ cleanPath }) => cleanPath);
    const what = settings.prune ? 'removed' : 'left, --prune removes them';
    log.warn(
      { event: 'vanished', count: paths.length, examples: paths.slice(0, 3) },
      `clean files whose raw files have gone (${what}): ${paths.length} (${examples(paths)})`,
    );
  }
  return { raw, clean, chosen: raw.files.filter(({ rawPath }) => isChosen(rawPath)), vanished, ledger };
}

/** Removes what a run left behind when it died. Only for the holder of the lock. */
export async function removeParts(root: string, parts: readonly string[]): Promise<void> {
  for (const part of parts) await rm(join(root, part), { force: true });
}
