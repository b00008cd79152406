import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import type { ArticleRecord } from '../core/record.js';
import type { Standing } from '../corpus/copies/copies-of.js';
import { recordOf } from '../engines/clean-document.js';
import { findStandings } from '../io/cluster-table.js';
import { loadConfig } from '../io/config.js';
import { readDecisions } from '../io/decisions.js';
import { cleanPathOf } from '../io/paths.js';
import { runProvenance } from '../io/provenance.js';
import { readerFor } from '../io/readers/index.js';
import { openStored } from '../io/stored-file.js';
import { renderDiff } from '../review/diff.js';
import { Decided } from '../stages/decided.js';
import { learnedLines } from './learned-lines.js';
import { findRaw } from './raw-document.js';
import { duplicatePaths } from './find-duplicates.js';
import { loadOutcomeOptions } from './settings.js';

interface DiffFlags {
  readonly raw?: string;
  readonly clean?: string;
  readonly key?: string;
  readonly column?: string;
  readonly plain?: boolean;
  readonly why?: boolean;
  readonly width?: string;
  readonly config?: string;
}

const WIDTH = 100;
const LEAST_WIDTH = 30;

/** Cleans the documents of one raw file, with the rules of now, and gives those that were asked for. Nothing is written. */
async function recordsOf(path: string, flags: DiffFlags): Promise<ArticleRecord[]> {
  const config = await loadConfig(flags.config, process.cwd());
  const raw = resolve(flags.raw ?? config.raw ?? 'raw');
  const { path: file, rawPath, reader, hints } = await findRaw('diff', path, raw);
  const { options, limits } = await loadOutcomeOptions(config, flags);
  const provenance = { ...runProvenance(options, limits), inputs: '' };
  const lines = await learnedLines(flags, config);
  const decided = new Decided((await readDecisions(raw)).decisions);
  const making = { options, provenance, lines, decided };
  const records: ArticleRecord[] = [];
  for await (const item of reader.read({ rawPath, hints }, openStored(file), limits)) {
    if (flags.key !== undefined && item.key !== flags.key) continue;
    records.push(recordOf(item, making));
    if (flags.key !== undefined) break;
  }
  if (records.length === 0)
    throw new UsageError(
      flags.key === undefined
        ? `diff: no document in ${path}`
        : `diff: no document with the key "${flags.key}" in ${path}`,
    );
  return records;
}

/** What the table of copies, where there is one, says of the records of one raw file. */
async function standingsOf(records: readonly ArticleRecord[], flags: DiffFlags): Promise<(Standing | null)[]> {
  const config = await loadConfig(flags.config, process.cwd());
  const { table } = duplicatePaths(resolve(flags.clean ?? config.clean ?? 'clean'));
  const places = records.map(({ id, provenance: { rawPath, key } }) => ({
    id,
    path: cleanPathOf(rawPath, readerFor(rawPath)?.container ?? false),
    key,
  }));
  return findStandings(table, places);
}

function widthOf(given: string | undefined): number {
  if (given === undefined) return Math.min(WIDTH, Math.max(LEAST_WIDTH, process.stdout.columns || WIDTH));
  if (!/^\d{2,4}$/.test(given) || Number(given) < LEAST_WIDTH)
    throw new UsageError(`--width: expected a whole number from ${LEAST_WIDTH} up, got "${given}"`);
  return Number(given);
}

/** Node leaves `isTTY` out where it is not one; and "unknown" would have the colours guess by themselves, on CI for instance. */
const isTerminal = (stream: { readonly isTTY?: boolean }): boolean => stream.isTTY === true;

export function register(program: Command): void {
  program
    .command('diff')
    .description('show one document before and after: what is kept, moved to fields and struck, and why')
    .argument('<file>', 'a raw document; it need not have been cleaned')
    .option('--raw <dir>', 'folder of the raw documents (default: raw)')
    .option('--clean <dir>', 'folder of the records, whose table of copies is looked into (default: clean)')
    .option('--key <key>', 'one document of a container, by its id')
    .option('--column <name>', 'column of Parquet files that holds the documents (default: as its name says)')
    .option('--why', 'also the evidence and how sure each removal is')
    .option('--plain', 'no colours')
    .option('--width <columns>', 'columns to wrap at (default: the terminal, at most 100)')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(async (file: string, flags: DiffFlags) => {
      const width = widthOf(flags.width);
      const colour = flags.plain !== true && process.env['NO_COLOR'] === undefined && isTerminal(process.stdout);
      const records = await recordsOf(file, flags);
      const standings = await standingsOf(records, flags);
      records.forEach((record, i) => {
        process.stdout.write(renderDiff(record, { width, colour, why: flags.why ?? false }, standings[i]));
      });
    });
}
