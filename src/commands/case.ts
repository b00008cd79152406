import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { cleanCase, differences, EXPECTED, readExpected, SOURCES, type Expected } from '../accuracy/cases.js';
import { decisionRule, type Decision } from '../core/decision.js';
import { UsageError } from '../core/errors.js';
import { squeeze } from '../core/passage.js';
import { recordTexts } from '../core/record-pieces.js';
import type { ArticleRecord } from '../core/record.js';
import type { RawDocument, RepeatedLines } from '../core/types.js';
import { recordOf } from '../engines/clean-document.js';
import { loadConfig, type Config } from '../io/config.js';
import { readDecisions } from '../io/decisions.js';
import { isInside } from '../io/paths.js';
import { runProvenance } from '../io/provenance.js';
import { isFault } from '../io/reader.js';
import { SIDECAR_EXTENSION } from '../io/sidecar.js';
import { openStored } from '../io/stored-file.js';
import { Decided } from '../stages/decided.js';
import { NO_LINES } from '../stages/held-lines.js';
import { learnedLines } from './learned-lines.js';
import { findRaw } from './raw-document.js';
import { loadOutcomeOptions, type CleanFlags } from './settings.js';
import { wholeNumber } from './whole-number.js';

interface CaseFlags extends Pick<CleanFlags, 'raw' | 'clean' | 'column' | 'config'> {
  readonly key?: string;
  readonly number?: number;
  readonly out?: string;
  readonly check?: string;
}

/** Where the project's own tests find cases. */
const CASES = join('test', 'pages');

/** The document that is meant: the only one of its file, or the one that is named. */
async function findDocument(file: string, flags: CaseFlags, raw: string, config: Config): Promise<RawDocument> {
  const { path, rawPath, reader, hints } = await findRaw('case', file, raw);
  const { limits } = await loadOutcomeOptions(config, flags);
  let number = 0;
  let found: RawDocument | null = null;
  for await (const item of reader.read({ rawPath, hints }, openStored(path), limits)) {
    number += 1;
    if (flags.key !== undefined && item.key !== flags.key) continue;
    if (flags.number !== undefined && number !== flags.number) continue;
    if (isFault(item)) throw new UsageError(`case: ${file}: ${item.rejection.detail}`);
    if (found !== null)
      throw new UsageError(`case: ${file} holds more than one such document; name one with --key or --number`);
    found = item;
  }
  if (found === null) throw new UsageError(`case: no such document in ${file}`);
  return found;
}

/** What the decisions said, as far as it can be told from the text alone. */
function sayings(decisions: readonly Decision[], record: ArticleRecord): Pick<Expected, 'holds' | 'lacks'> {
  const text = squeeze(record.text);
  const lines = (action: 'keep' | 'strike'): string[] =>
    decisions.flatMap((decision) => (decision.action === action ? decision.passage.text.split('\n') : []));
  const holds = lines('keep').filter((line) => text.includes(squeeze(line)));
  // What was decided everywhere need not be here.
  const all = squeeze(recordTexts(record).join(''));
  const lacks = lines('strike').filter((line) => !text.includes(squeeze(line)) && all.includes(squeeze(line)));
  return { ...(holds.length === 0 ? {} : { holds }), ...(lacks.length === 0 ? {} : { lacks }) };
}

function expectedOf(record: ArticleRecord, decisions: readonly Decision[]): Expected {
  const { status, rejection, headline, authors, datePublished, text, removals } = record;
  if (rejection !== null) return { status, rejection: rejection.reason };
  const removed = removals
    .filter(({ rule }) => decisions.some(({ id }) => rule === decisionRule(id)))
    .map(({ reason, text: struck }) => ({ reason, text: struck }));
  return {
    status,
    headline,
    authors,
    datePublished: datePublished?.value ?? null,
    text: text.split('\n\n'),
    ...sayings(decisions, record),
    ...(removed.length === 0 ? {} : { removed }),
  };
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? 'case';

function nameOf({ rawPath, key }: RawDocument, { source }: ArticleRecord): string {
  const [file = ''] = basename(rawPath).split('.');
  return `${slug(source)}--${slug(key === null ? file : `${file} ${key}`)
    .slice(0, 60)
    .replace(/-$/, '')}`;
}

async function write(folder: string, raw: RawDocument, source: string, expected: Expected): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new UsageError(`${folder}: is there already; remove it, or name another folder with --out`);
  const path = join(folder, SOURCES[raw.format]);
  // Text that a container had decoded is written as UTF-8, whatever the page says of itself.
  const type = raw.format === 'html' ? 'text/html' : 'text/plain';
  const decoded = typeof raw.payload === 'string' ? { contentType: `${type}; charset=utf-8` } : {};
  // Where no address tells the source, the folder did, which the case leaves behind; and profiles go by it.
  const named = raw.hints.url === undefined ? { source } : {};
  const hints = { ...named, ...raw.hints, ...decoded };
  await mkdir(folder, { recursive: true });
  await writeFile(path, raw.payload);
  if (Object.values(hints).some((hint) => hint !== undefined))
    await writeFile(path + SIDECAR_EXTENSION, JSON.stringify(hints, null, 2) + '\n');
  await writeFile(join(folder, EXPECTED), JSON.stringify(expected, null, 2) + '\n');
}

async function make(file: string, flags: CaseFlags): Promise<void> {
  const config = await loadConfig(flags.config, process.cwd());
  const raw = resolve(flags.raw ?? config.raw ?? 'raw');
  const document = await findDocument(file, flags, raw, config);
  const { options, limits } = await loadOutcomeOptions(config, flags);
  const { decisions } = await readDecisions(raw);
  const provenance = { ...runProvenance(options, limits), inputs: '' };
  const decided = new Decided(decisions);
  const cleanWith = (lines: RepeatedLines): ArticleRecord =>
    recordOf(document, { options, provenance, lines, decided });
  const record = cleanWith(await learnedLines(flags, config));
  const folder = resolve(flags.out ?? CASES, nameOf(document, record));
  if (isInside(folder, raw)) throw new UsageError(`--out: ${folder} lies in the raw folder; name another place`);
  const about = [...decided.wide.list, ...decided.onDocument(document)];
  const expected = expectedOf(record, about);
  // What was learned of the source is not in the case: what only that strikes, no rule can be blamed for.
  const isLearned = record.text !== cleanWith(NO_LINES).text;
  if (isLearned) delete expected.text;
  await write(folder, document, record.source, expected);
  const missing = differences(await cleanCase(folder, options), await readExpected(folder));
  const outcome =
    missing.length === 0 ? 'holds already' : `does not hold yet: ${missing.map(({ field }) => field).join(', ')}`;
  const note = isLearned ? ' (without its text, in which lines were struck that its source repeats)' : '';
  process.stdout.write(`${folder}: ${outcome}${note}\n`);
}

async function check(path: string, flags: CaseFlags): Promise<number> {
  const { options } = await loadOutcomeOptions(await loadConfig(flags.config, process.cwd()));
  const root = resolve(path);
  const isCase = (folder: string): boolean => existsSync(join(folder, EXPECTED));
  const entries = isCase(root) ? [''] : await readdir(root).catch(() => []);
  const folders = entries.sort().filter((name) => isCase(join(root, name)));
  if (folders.length === 0) throw new UsageError(`--check: ${path}: expected a case or a folder of cases`);
  let failed = 0;
  for (const name of folders) {
    const folder = join(root, name);
    const wrong = differences(await cleanCase(folder, options), await readExpected(folder));
    if (wrong.length === 0) continue;
    failed += 1;
    process.stdout.write(`${name || basename(root)}\n`);
    for (const { field, expected, actual } of wrong)
      process.stdout.write(`  ${field}: expected ${JSON.stringify(expected)}\n    got ${JSON.stringify(actual)}\n`);
  }
  process.stdout.write(`${folders.length} ${folders.length === 1 ? 'case' : 'cases'}, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

export function register(program: Command): void {
  program
    .command('case')
    .description('make a test case of a document and what was decided about it, or check cases')
    .argument('[file]', 'a raw document')
    .option('--raw <dir>', 'folder of the raw documents (default: raw)')
    .option('--clean <dir>', 'folder of the records, where stands what was learned (default: clean)')
    .option('--key <key>', 'one document of a container, by its id')
    .option('--number <n>', 'one document of a container, counted from 1', wholeNumber)
    .option('--column <name>', 'column of Parquet files that holds the documents (default: as its name says)')
    .option('--out <dir>', `folder in which the case gets one of its own (default: ${CASES})`)
    .option('--check <dir>', 'clean the cases in a folder and compare; ends with 1 where one fails')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(async (file: string | undefined, flags: CaseFlags) => {
      if ((file === undefined) === (flags.check === undefined))
        throw new UsageError('case: expected a raw document, or --check with a folder of cases');
      if (file !== undefined) await make(file, flags);
      else process.exitCode = await check(flags.check ?? '', flags);
    });
}
