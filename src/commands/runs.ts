import type { Command } from 'commander';
import { z } from 'zod';
import { UsageError } from '../core/errors.js';
import { loadConfig } from '../io/config.js';
import { listRuns, readRun } from '../io/run-reports.js';
import { cleanFolderOf } from './clean-folder.js';
import { wholeNumber } from './whole-number.js';

interface RunsFlags {
  readonly clean?: string;
  readonly last?: number;
  readonly json?: boolean;
  readonly config?: string;
}

/** Runs that are listed unless more are asked for. */
const LAST = 20;

/** What the list shows of a report; earlier versions wrote less. */
const shownSchema = z.object({
  id: z.string(),
  started: z.string(),
  durationMs: z.number(),
  exitCode: z.number(),
  documents: z.object({
    total: z.number(),
    cleaned: z.number(),
    accepted: z.number(),
    review: z.number(),
    rejected: z.number(),
  }),
  drifting: z.number().default(0),
});

type Shown = z.infer<typeof shownSchema>;

const HEAD = ['run', 'seconds', 'exit', 'cleaned', 'accepted', 'review', 'rejected', 'drifting'];

const rowOf = ({ id, durationMs, exitCode, documents, drifting }: Shown): string[] => [
  id,
  (durationMs / 1000).toFixed(1),
  ...[exitCode, documents.cleaned, documents.accepted, documents.review, documents.rejected, drifting].map(String),
];

/** A table whose first column is text and whose others are figures. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))))
    .map((row) => row.join('  ').trimEnd() + '\n')
    .join('');
}

async function showRun(clean: string, id: string): Promise<void> {
  const ids = await listRuns(clean);
  const found = id === 'last' ? ids.at(-1) : ids.find((known) => known === id);
  const report = found === undefined ? undefined : await readRun(clean, found);
  if (report === undefined) throw new UsageError(`runs: no report of a run "${id}" in ${clean}; "runs" lists them`);
  process.stdout.write(JSON.stringify(report, null, 2) + '\n');
}

async function showRuns(clean: string, { last, json }: RunsFlags): Promise<void> {
  const shown: Shown[] = [];
  for (const id of (await listRuns(clean)).slice(-(last ?? LAST))) {
    const run = shownSchema.safeParse(await readRun(clean, id)).data;
    if (run !== undefined) shown.push(run);
  }
  if (json === true) process.stdout.write(JSON.stringify(shown, null, 2) + '\n');
  else process.stdout.write(shown.length === 0 ? 'no runs yet\n' : tableOf([HEAD, ...shown.map(rowOf)]));
}

export function register(program: Command): void {
  program
    .command('runs')
    .description('list the last runs, or show the report of one')
    .argument('[id]', 'a run, as the list names it, or "last"')
    .option('--clean <dir>', 'folder of the records (default: clean)')
    .option('--last <n>', `so many runs (default: ${LAST})`, wholeNumber)
    .option('--json', 'write the list as JSON')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(async (id: string | undefined, flags: RunsFlags) => {
      const clean = await cleanFolderOf(flags, await loadConfig(flags.config, process.cwd()));
      await (id === undefined ? showRuns(clean, flags) : showRun(clean, id));
    });
}
