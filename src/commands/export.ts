import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { loadConfig } from '../io/config.js';
import { errorCode } from '../io/error-code.js';
import type { ExportSink } from '../io/export-sink.js';
import { EXPORTS } from '../io/exports/index.js';
import { copydeskVersion } from '../io/provenance.js';
import { Standings } from '../io/standings.js';
import { chooseColumns } from '../io/table/columns.js';
import type { Entry } from '../io/table/entry.js';
import { parseWhere } from '../io/table/where.js';
import { openExport } from '../io/write-export.js';
import { cleanFolderOf } from './clean-folder.js';
import { openConsole, type Console } from './console.js';
import { exportRecords, type ExportCounts } from './export-records.js';
import { openTarget, type Target } from './export-target.js';
import { duplicatePaths } from './find-duplicates.js';
import { EXIT_CODES, listenForInterrupt } from './interrupt.js';
import { byteSize } from './whole-number.js';

interface ExportFlags {
  readonly to?: string;
  readonly where: readonly string[];
  readonly columns?: string;
  readonly removals: boolean;
  readonly duplicates?: 'keep' | 'originals';
  readonly shardSize?: number;
  readonly guard: boolean;
  readonly force?: boolean;
  readonly raw?: string;
  readonly clean?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

const number = new Intl.NumberFormat('en');
const FORMATS = EXPORTS.map(({ name }) => name).join(', ');

function sinkOf({ to, columns }: ExportFlags): ExportSink {
  const sink = EXPORTS.find(({ name }) => name === to);
  if (sink === undefined)
    throw new UsageError(`--to: expected one of ${FORMATS}${to === undefined ? '' : `, got "${to}"`}`);
  if (columns !== undefined && (sink.shape === 'documents' || sink.name === 'records'))
    throw new UsageError(`--columns: ${sink.name} has no columns`);
  return sink;
}

/** The table of copies; null where there is none and nobody asked for it. */
async function standingsIn(clean: string, duplicates: ExportFlags['duplicates']): Promise<Standings | null> {
  try {
    return await Standings.read(duplicatePaths(clean).table);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    if (duplicates === undefined) return null;
    throw new UsageError(`--duplicates: there is no table of copies in ${clean}; make it with "copydesk duplicates"`, {
      cause: error,
    });
  }
}

function summaryLine({ records, exported, files, broken }: ExportCounts, out: string): string {
  const [all, some] = [number.format(records), number.format(exported)];
  const unread = broken === 0 ? '' : `; ${number.format(broken)} could not be read`;
  return `${some} of ${all} documents to ${out} (${number.format(files)} ${files === 1 ? 'file' : 'files'})${unread}\n`;
}

/** Writes until all is written, a signal comes or something fails; what is not whole goes away again. */
async function write(
  { to, fileSize }: Target,
  sink: ExportSink,
  flags: ExportFlags,
  work: Omit<Parameters<typeof exportRecords>[0], 'isInterrupted' | 'log' | 'progress'>,
  console: Console,
): Promise<ExportCounts | number> {
  const { removals, columns, guard } = flags;
  const { log } = console;
  const interrupt = listenForInterrupt(
    (name) => {
      log.warn({ event: 'interrupted', signal: name }, `${name}: nothing is exported`);
    },
    () => {
      to.abandon();
    },
  );
  const surroundings = {
    log,
    isInterrupted: () => interrupt.name !== null,
    progress: (text: string) => {
      console.progress(text);
    },
  };
  try {
    const open = openExport(sink, to, { columns: chooseColumns(columns, removals), fileSize, guard });
    const counts = await exportRecords({ ...work, ...surroundings }, open);
    if (counts !== null) return counts;
    await to.discard();
    return interrupt.name === null ? 1 : EXIT_CODES[interrupt.name];
  } catch (error) {
    await to.discard();
    throw error;
  } finally {
    interrupt.stop();
    console.done();
  }
}

async function exportTo(out: string, flags: ExportFlags): Promise<number> {
  const config = await loadConfig(flags.config, process.cwd());
  const raw = resolve(flags.raw ?? config.raw ?? 'raw');
  const sink = sinkOf(flags);
  chooseColumns(flags.columns, flags.removals);
  const matches = parseWhere(flags.where);
  const isWanted = (entry: Entry): boolean =>
    !(flags.duplicates === 'originals' && entry.duplicateOf !== null) && matches(entry);
  if (out === '-' && flags.json === true) throw new UsageError('--json: standard output is taken by "-"');
  const clean = await cleanFolderOf(flags, config);
  const wish = { out, sink, shardSize: flags.shardSize ?? null, force: flags.force ?? false, raw, clean };
  const about = `Made by copydesk ${copydeskVersion()} (export --to ${sink.name}); --force may replace this folder.`;
  const console = openConsole(flags.quiet ?? false);
  try {
    const target = await openTarget(wish, about, { durable: config.durable ?? false, tag: process.pid.toString(36) });
    const standings = await standingsIn(clean, flags.duplicates);
    const work = { clean, standings, isWanted, removals: flags.removals };
    const counts = await write(target, sink, flags, work, console);
    if (typeof counts === 'number') return counts;
    if (flags.json === true) process.stdout.write(JSON.stringify(counts, null, 2) + '\n');
    else if (out !== '-' && flags.quiet !== true) process.stdout.write(summaryLine(counts, out));
    return counts.broken > 0 ? 1 : 0;
  } catch (error) {
    const code = errorCode(error);
    throw code === undefined || error instanceof UsageError
      ? error
      : new UsageError(`cannot go on: ${code}: ${out}`, { cause: error });
  }
}

const collect = (value: string, earlier: readonly string[]): string[] => [...earlier, value];

export function register(program: Command): void {
  program
    .command('export')
    .description('write the records as a table, or as documents to read')
    .argument('<out>', 'file or folder to write; "-" is standard output')
    .option('--to <format>', `what to write: ${FORMATS}`)
    .option('--where <condition>', 'only records with field=value, !=, >=, <=, > or <; may be repeated', collect, [])
    .option('--columns <names>', 'only these columns, with commas between (default: all)')
    .option('--no-removals', 'leave out what was struck')
    .addOption(
      new Option('--duplicates <which>', 'keep copies, or write originals only (default: keep)').choices([
        'keep',
        'originals',
      ]),
    )
    .option('--shard-size <size>', 'write a folder of files of about this size, such as 256MB', byteSize)
    .option('--no-guard', 'in csv, leave cells that begin like a formula as they are')
    .option('--force', 'replace what an export has written before')
    .option('--raw <dir>', 'folder of the raw documents, to keep out of it (default: raw)')
    .option('--clean <dir>', 'folder of the records (default: clean)')
    .option('--quiet', 'say nothing but errors')
    .option('--json', 'write the counts to standard output as JSON')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(async (out: string, flags: ExportFlags) => {
      process.exitCode = await exportTo(out, flags);
    });
}
