import { relative, resolve, sep } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import picomatch from 'picomatch';
import { UsageError } from '../core/errors.js';
import { loadConfig } from '../io/config.js';
import { errorCode } from '../io/error-code.js';
import { isInside } from '../io/paths.js';
import { MOST_DOCUMENTS, renderPage } from '../review/compare/html/page.js';
import { isBeyond, parseLimit, differing, formatLimit, type ChangeLimit } from '../review/compare/limit.js';
import { renderChanges, type TerminalOptions } from '../review/compare/render-document.js';
import { renderSummary } from '../review/compare/render-summary.js';
import { Summing, type Summary } from '../review/compare/summary.js';
import { approve } from './approve.js';
import { cleanFolderOf } from './clean-folder.js';
import { eachPair, type CompareWork, type Wanted } from './compare-documents.js';
import { checkPagePlace, writePage } from './compare-page.js';
import { isSamePlace, openApproved, openSide, type Side } from './compare-sides.js';
import { openConsole, type Console } from './console.js';
import { showDocuments } from './compare-show.js';

interface CompareFlags {
  readonly clean?: string;
  readonly approved?: string;
  readonly approve?: boolean;
  readonly html?: string;
  readonly show?: string;
  readonly key?: string;
  readonly source?: string;
  readonly only?: string;
  readonly maxChanged?: ChangeLimit;
  readonly verbose?: boolean;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

/** Documents that --verbose shows, and those that --json names. */
const SHOWN = 10;
const NAMED = 100;
const WIDTH = 100;

function changeLimit(text: string): ChangeLimit {
  const limit = parseLimit(text);
  if (limit === null) throw new InvalidArgumentError('expected a number such as 12, or a share such as 1%.');
  return limit;
}

/** The raw path that a clean file's name says. */
const rawOf = (path: string): string => path.replace(/\.jsonl?$/, '');

/** A file as the folder names it: `FILE` may be a path to it, the path below the folder, or that of its raw document. */
function belowFolder(file: string, folder: string | null): string {
  const path = resolve(file);
  const below = folder !== null && isInside(path, folder) ? relative(folder, path) : file;
  return below.split(sep).join('/').replace(/^\.\//, '');
}

function wantedOf({ only, source, show, key }: CompareFlags, { folder }: Side): Wanted {
  const matches = only === undefined ? () => true : picomatch(only);
  const shown = show === undefined ? null : belowFolder(show, folder);
  return {
    path: (path) => matches(rawOf(path)) && (shown === null || path === shown || rawOf(path) === shown),
    pair: ({ before, after }) =>
      (source === undefined || before?.source === source || after?.source === source) &&
      (key === undefined || (after ?? before)?.key === key),
  };
}

/** OLD and NEW: two folders, or one and what was approved of it. */
async function sidesOf(folders: readonly string[], flags: CompareFlags): Promise<readonly [Side, Side]> {
  const [first, second, third] = folders;
  if (third !== undefined) throw new UsageError('compare: expected two folders at most, OLD and NEW');
  if (first !== undefined && second !== undefined) {
    if (flags.approved !== undefined) throw new UsageError('--approved: OLD was given already; leave one of them out');
    const sides = [await openSide(first), await openSide(second)] as const;
    if (await isSamePlace(...sides)) throw new UsageError(`compare: ${first} and ${second} are one folder`);
    return sides;
  }
  const clean = await newFolder(first, flags);
  const after = await openSide(clean);
  return [await openApproved(clean, flags.approved), { ...after, name: first ?? relative(process.cwd(), clean) }];
}

async function newFolder(given: string | undefined, flags: CompareFlags): Promise<string> {
  const config = await loadConfig(flags.config, process.cwd());
  return cleanFolderOf(given === undefined ? flags : { clean: given }, config);
}

function terminal({ plain }: CompareFlags): TerminalOptions {
  // Node leaves `isTTY` out where it is not one.
  const isTerminal = (process.stdout as { isTTY?: boolean }).isTTY === true;
  const colour = plain !== true && process.env['NO_COLOR'] === undefined && isTerminal;
  return { colour, width: Math.min(WIDTH, process.stdout.columns || WIDTH) };
}

/** What --json prints: the summary and what was asked of it; of the changed documents, no text. */
function jsonOf(summary: Summary, broken: number, limit: ChangeLimit | null): string {
  const largest = summary.largest.slice(0, NAMED).map((document) => ({ ...document, excerpt: undefined }));
  const limitOf = (given: ChangeLimit): object => ({
    maxChanged: formatLimit(given),
    differing: differing(summary),
    exceeded: isBeyond(summary, given),
  });
  return JSON.stringify({ ...summary, largest, broken, limit: limit === null ? null : limitOf(limit) }, null, 2) + '\n';
}

function write(summary: Summary, broken: number, work: CompareWork, flags: CompareFlags): void {
  const limit = flags.maxChanged ?? null;
  if (flags.json === true) process.stdout.write(jsonOf(summary, broken, limit));
  else if (flags.quiet !== true) {
    const options = terminal(flags);
    const names = { before: work.before.name, after: work.after.name };
    process.stdout.write(renderSummary(summary, names, limit, options));
    if (flags.verbose === true)
      for (const document of summary.largest.slice(0, SHOWN))
        process.stdout.write(`\n${renderChanges(document, options)}`);
  }
}

async function summarize(work: CompareWork, flags: CompareFlags, console: Console): Promise<number> {
  const limit = flags.maxChanged ?? null;
  if (flags.html !== undefined) await checkPagePlace(flags.html);
  const summing = new Summing(flags.html === undefined ? NAMED : MOST_DOCUMENTS);
  const broken = await eachPair(work, (pair) => {
    summing.add(pair);
  });
  console.done();
  const { summary } = summing;
  const isPart = flags.only !== undefined || flags.source !== undefined;
  if (summary.documents.before === 0 && !isPart)
    throw new UsageError(`compare: ${work.before.name} holds no records, so there is nothing to compare with`);
  if (flags.html !== undefined)
    await writePage(flags.html, renderPage(summary, { before: work.before.name, after: work.after.name }, limit));
  write(summary, broken, work, flags);
  return broken > 0 || (limit !== null && isBeyond(summary, limit)) ? 1 : 0;
}

async function compare(folders: readonly string[], flags: CompareFlags): Promise<number> {
  if (flags.approve === true) {
    if (folders.length > 1) throw new UsageError('compare --approve: expected one folder at most');
    const { durable } = await loadConfig(flags.config, process.cwd());
    return approve(await newFolder(folders[0], flags), flags, durable ?? false);
  }
  if (flags.key !== undefined && flags.show === undefined) throw new UsageError('--key: needs --show');
  const [before, after] = await sidesOf(folders, flags);
  const console = openConsole(flags.quiet ?? false);
  const work: CompareWork = {
    before,
    after,
    wanted: wantedOf(flags, after),
    log: console.log,
    progress: (text) => {
      console.progress(text);
    },
  };
  try {
    return flags.show === undefined
      ? await summarize(work, flags, console)
      : await showDocuments(work, flags.show, terminal(flags), console);
  } catch (error) {
    const code = errorCode(error);
    throw code === undefined || error instanceof UsageError
      ? error
      : new UsageError(`cannot go on: ${code}: ${before.name}, ${after.name}`, { cause: error });
  } finally {
    console.done();
  }
}

export function register(program: Command): void {
  program
    .command('compare')
    .description('tell what differs between two folders of records, or from what was approved')
    .argument('[folders...]', 'OLD and NEW; NEW alone, or nothing, is compared with what was approved')
    .addOption(
      new Option('--approve', 'keep what is there now as approved, for later comparisons').conflicts([
        ...['html', 'show', 'source', 'only', 'maxChanged', 'verbose'],
      ]),
    )
    .option('--approved <file>', 'where the approved state stands (default: in the folder itself)')
    .option('--max-changed <n>', 'exit with 1 where more documents changed or are gone: 12, or 1%', changeLimit)
    .option('--html <file>', 'write a page of the largest changes, word by word')
    .addOption(
      new Option('--show <file>', 'show what changed in one file, word by word').conflicts([
        ...['html', 'maxChanged', 'json', 'verbose'],
      ]),
    )
    .option('--key <key>', 'with --show: one document of a container, by its id')
    .option('--only <glob>', 'only documents whose raw path matches')
    .option('--source <name>', 'only documents of one source')
    .option('-v, --verbose', `also what changed in the ${SHOWN} most changed documents, word by word`)
    .option('--plain', 'no colours')
    .option('--clean <dir>', 'folder of the records, where none is named (default: clean)')
    .option('--quiet', 'say nothing but errors')
    .option('--json', 'write the summary as JSON')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(async (folders: string[], flags: CompareFlags) => {
      process.exitCode = await compare(folders, flags);
    });
}
