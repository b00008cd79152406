import { resolve } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Decision } from '../core/decision.js';
import { UsageError } from '../core/errors.js';
import { normalize } from '../core/text.js';
import { loadConfig } from '../io/config.js';
import { appendEvent, decisionsPath, readDecisions } from '../io/decisions.js';
import { errorCode, errorMessage } from '../io/error-code.js';
import { isInside } from '../io/paths.js';
import { cleanFolderOf } from './clean-folder.js';
import { findStale } from './find-stale.js';
import { nameOf } from './who.js';

interface DecisionsFlags {
  readonly raw?: string;
  readonly clean?: string;
  readonly source?: string;
  readonly stale?: boolean;
  readonly retire?: readonly string[];
  readonly by?: string;
  readonly export?: string;
  readonly json?: boolean;
  readonly config?: string;
}

async function retire(raw: string, known: readonly Decision[], ids: readonly string[], by: string): Promise<void> {
  const unknown = ids.find((id) => !known.some((decision) => decision.id === id));
  if (unknown !== undefined)
    throw new UsageError(`--retire: no decision "${unknown}" holds in ${raw}; "decisions" lists those that do`);
  for (const decision of new Set(ids))
    await appendEvent(raw, { event: 'retired', decision, at: new Date().toISOString(), by });
  const count = new Set(ids).size;
  process.stdout.write(`took ${count} ${count === 1 ? 'decision' : 'decisions'} back; the next run goes by that\n`);
}

async function write(path: string, decisions: readonly Decision[], raw: string): Promise<void> {
  const lines = decisions.map((decision) => JSON.stringify(decision) + '\n').join('');
  if (path === '-') {
    process.stdout.write(lines);
    return;
  }
  // The log itself stands there, and documents: neither can be made again.
  if (isInside(resolve(path), raw)) throw new UsageError(`--export: ${path} lies in ${raw}; name another place`);
  try {
    await writeFile(path, lines);
  } catch (error) {
    throw new UsageError(`--export: ${path} cannot be written: ${errorCode(error) ?? errorMessage(error)}`);
  }
}

/** Characters of a text that the list shows. */
const SHOWN = 50;
const HEAD = ['id', 'when', 'who', 'action', 'scope', 'where', 'text'];

/** On one line, without what would move a terminal's cursor. */
function shorten(text: string): string {
  const line = normalize(text);
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line;
}

function rowOf(decision: Decision): string[] {
  const { rawPath, key, offset } = decision.document;
  const scope = decision.action === 'correct' ? 'document' : decision.scope;
  const place = `${rawPath}${key === null ? (offset === null ? '' : ` at ${offset}`) : ` ${key}`}`;
  const said =
    decision.action === 'correct'
      ? `${decision.field}: ${[decision.value ?? 'none'].flat().join(', ')}`
      : decision.passage.text;
  return [
    decision.id,
    decision.at.slice(0, 16).replace('T', ' '),
    shorten(decision.by),
    decision.action === 'strike' ? `strike (${decision.reason})` : decision.action,
    scope,
    scope === 'document' ? normalize(place) : scope === 'source' ? normalize(decision.source) : '',
    shorten(said),
  ];
}

function tableOf(decisions: readonly Decision[]): string {
  const rows = [HEAD, ...decisions.map(rowOf)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)))
    .map((row) => row.join('  ').trimEnd() + '\n')
    .join('');
}

async function decisions(flags: DecisionsFlags): Promise<void> {
  const config = await loadConfig(flags.config, process.cwd());
  const raw = resolve(flags.raw ?? config.raw ?? 'raw');
  const { decisions: active, broken } = await readDecisions(raw);
  for (const { line, problem } of broken)
    process.stderr.write(`copydesk: ${decisionsPath(raw)}: line ${line} is left out: ${problem}\n`);
  if (flags.retire !== undefined) {
    await retire(raw, active, flags.retire, nameOf(flags.by));
    return;
  }
  const ofSource = active.filter(({ source }) => flags.source === undefined || source === flags.source);
  const chosen = flags.stale === true ? await findStale(await cleanFolderOf(flags, config), ofSource) : ofSource;
  if (flags.export !== undefined) await write(flags.export, chosen, raw);
  else if (flags.json === true) process.stdout.write(JSON.stringify(chosen, null, 2) + '\n');
  else if (chosen.length > 0) process.stdout.write(tableOf(chosen));
  else process.stdout.write(flags.stale === true ? 'no stale decisions\n' : 'no decisions\n');
}

export function register(program: Command): void {
  program
    .command('decisions')
    .description('list what people decided about documents, or take decisions back')
    .option('--raw <dir>', 'folder of the raw documents, with which decisions stand (default: raw)')
    .option('--clean <dir>', 'folder of the records, for --stale (default: clean)')
    .option('--source <source>', 'only those made on documents of a source')
    .option('--stale', 'only those about one document whose text does not stand in it any more')
    .option('--retire <id...>', 'take decisions back')
    .option('--by <name>', 'who takes them back (default: who you are to the system)')
    .option('--export <file>', 'write them to a file, a line of JSON each; "-" is standard output')
    .option('--json', 'write the list as JSON')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(decisions);
}
