import type { Command } from 'commander';
import type { ClusterLine } from '../corpus/copies/copies-of.js';
import { readTable } from '../io/cluster-table.js';
import { loadConfig } from '../io/config.js';
import { cleanFolderOf } from './clean-folder.js';
import { openConsole } from './console.js';
import { duplicatePaths, findDuplicates, type DuplicateCounts } from './find-duplicates.js';
import { holdLock } from './hold-lock.js';
import { EXIT_CODES, type Interrupt } from './interrupt.js';

interface DuplicatesFlags {
  readonly clean?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

/** Clusters that the summary names. */
const SHOWN = 10;

const number = new Intl.NumberFormat('en');

async function largestClusters(table: string): Promise<ClusterLine[]> {
  const largest: ClusterLine[] = [];
  for await (const line of readTable(table)) {
    largest.push(line);
    largest.sort((a, b) => b.copies.length - a.copies.length);
    largest.length = Math.min(largest.length, SHOWN);
  }
  return largest;
}

const nameOf = ({ path, key }: ClusterLine['original']): string => (key === null ? path : `${path} ${key}`);

function summaryOf({ records, clusters, copies }: DuplicateCounts, largest: readonly ClusterLine[]): string {
  const head = `${number.format(records)} documents: ${number.format(copies)} copies of ${number.format(clusters)} originals`;
  return [head, ...largest.map(({ original, copies: own }) => `${String(own.length).padStart(6)}  ${nameOf(original)}`)]
    .map((line) => line + '\n')
    .join('');
}

async function duplicates(flags: DuplicatesFlags): Promise<number> {
  const config = await loadConfig(flags.config, process.cwd());
  const clean = await cleanFolderOf(flags, config);
  const console = openConsole(flags.quiet ?? false);
  const work = async (interrupt: Interrupt): Promise<number> => {
    const counts = await findDuplicates({
      clean,
      durable: config.durable ?? false,
      nowMs: Date.now(),
      isInterrupted: () => interrupt.name !== null,
      progress: (text) => {
        console.progress(text);
      },
    });
    console.done();
    if (counts === null) return interrupt.name === null ? 1 : EXIT_CODES[interrupt.name];
    if (flags.json === true) process.stdout.write(JSON.stringify(counts, null, 2) + '\n');
    else if (flags.quiet !== true)
      process.stdout.write(summaryOf(counts, await largestClusters(duplicatePaths(clean).table)));
    return 0;
  };
  try {
    return await holdLock(clean, console.log, work, 'the table of copies stays as it was');
  } finally {
    console.done();
  }
}

export function register(program: Command): void {
  program
    .command('duplicates')
    .description('find the copies among all records and write the table of them')
    .option('--clean <dir>', 'folder of the records (default: clean)')
    .option('--quiet', 'say nothing but errors')
    .option('--json', 'write the counts to standard output as JSON')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(async (flags: DuplicatesFlags) => {
      process.exitCode = await duplicates(flags);
    });
}
