import { join } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { readPublishedSource } from '../io/learned/published.js';
import type { RunObjects } from '../io/storage/run-objects.js';
import { addRawOptions } from './clean-options.js';
import { openConsole } from './console.js';
import { holdCollection } from './hold-collection.js';
import { EXIT_CODES, type Interrupt } from './interrupt.js';
import { learn, LINES_FOLDER, type Learned } from './learning.js';
import { contextOf, engineOf } from './run-context.js';
import { loadSettings, type CleanFlags } from './settings.js';
import { survey } from './survey.js';

interface LearnFlags extends Pick<
  CleanFlags,
  'raw' | 'clean' | 'work' | 'jobs' | 'timeout' | 'only' | 'column' | 'quiet' | 'json' | 'config'
> {
  readonly anew?: boolean;
  readonly list?: string;
}

function print(text: string): void {
  process.stdout.write(text + '\n');
}

async function list(clean: string, source: string, json: boolean): Promise<void> {
  const lines = await readPublishedSource(join(clean, LINES_FOLDER), source);
  if (lines.length === 0)
    throw new UsageError(
      `learn: nothing is published of "${source}"; name a source as the records do, one of ten documents or more`,
    );
  if (json) print(JSON.stringify(lines, null, 2));
  else for (const { share, text } of lines) print(`${String(Math.round(share * 100)).padStart(3)} %  ${text}`);
}

async function learnFolder(flags: LearnFlags): Promise<number> {
  const settings = await loadSettings({ ...flags, learn: true }, process.cwd());
  const json = flags.json ?? false;
  if (flags.list !== undefined) {
    await list(settings.clean, flags.list, json);
    return 0;
  }
  const console = openConsole(flags.quiet ?? false);
  try {
    const learnHere = async (interrupt: Interrupt, objects: RunObjects | null): Promise<number> => {
      const { chosen, ledger } = await survey(settings, console.log, objects);
      const engine = await engineOf(settings, { console }, interrupt, objects);
      const surroundings = { engine, console, interrupt, startedMs: Date.now(), jobs: settings.jobs, queued: false };
      const learned: Learned = await learn(chosen, ledger, contextOf(settings), surroundings, flags.anew ?? false);
      console.done();
      const report = { documents: learned.documents, sources: learned.lines.size, lines: learned.lines.countLines() };
      if (json) print(JSON.stringify(report, null, 2));
      else if (flags.quiet !== true)
        print(`read ${report.documents} documents; ${report.sources} sources repeat ${report.lines} lines`);
      return interrupt.name === null ? 0 : EXIT_CODES[interrupt.name];
    };
    return await holdCollection(settings, console.log, learnHere);
  } finally {
    console.done();
  }
}

export function register(program: Command): void {
  const command = program
    .command('learn')
    .description('learn which lines each source repeats; clean does it too, and goes by it');
  addRawOptions(command)
    .option('--anew', 'forget what was learned before')
    .option('--list <source>', 'only show the lines that are published of a source')
    .action(async (flags: LearnFlags) => {
      process.exitCode = await learnFolder(flags);
    });
}
