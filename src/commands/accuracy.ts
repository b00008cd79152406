import type { Command } from 'commander';
import { findFallen, raiseFloors, readFloors } from '../accuracy/floors.js';
import { measure, type Measured } from '../accuracy/measure.js';
import { findSets, type CorpusSet } from '../accuracy/sets.js';
import { readFolds, type Reader } from '../accuracy/trees/fold-files.js';
import type { Looks } from '../stages/judge/trees/read-trees.js';
import { UsageError } from '../core/errors.js';

interface AccuracyFlags {
  readonly corpus: readonly string[];
  readonly worst?: string;
  readonly details?: boolean;
  readonly floors?: string;
  readonly raise?: boolean;
  readonly json?: boolean;
  readonly folds: string;
  readonly shipped?: boolean;
}

/** Where `npm run fit` leaves them. */
export const FOLDS = 'test/accuracy/folds';

const show = (figures: Readonly<Record<string, number>>): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(4)}`)
    .join('  ');

function print(set: Measured, worst: number, details: boolean): void {
  const lines = [`${set.name}: ${show(set.figures)}`];
  if (details) {
    for (const [language, figures] of Object.entries(set.byLanguage)) lines.push(`  ${language}: ${show(figures)}`);
    for (const [reason, [left, all]] of Object.entries(set.byReason))
      lines.push(`  ${reason}: ${left} of ${all} lines left`);
    for (const { from, removed, right } of set.confidence)
      if (removed > 0)
        lines.push(
          `  confidence from ${from}: ${removed} characters removed, ${((100 * right) / removed).toFixed(1)} % right`,
        );
  }
  for (const { id, says } of set.worst.slice(0, worst)) lines.push(`  ${id}`, ...says.map((line) => `    ${line}`));
  process.stdout.write(lines.join('\n') + '\n');
}

export function register(program: Command): void {
  program
    .command('accuracy')
    .description('measure on labelled data: what is lost, what is left, which fields are right')
    .option('--corpus <dir...>', 'folders of labelled data (default: the small set that comes with the tests)', [
      'test/accuracy/corpus',
    ])
    .option('--worst <n>', 'also the n worst documents of each set')
    .option('--details', 'also by language, by reason, and by confidence')
    .option('--floors <file>', 'exit with 1 where a figure is beyond its bound in this file')
    .option('--raise', 'with --floors: move bounds to better figures; they never get looser')
    .option(
      '--folds <dir>',
      "the folds' weights that fit left: each page is judged by the one that never saw its source",
      FOLDS,
    )
    .option('--shipped', 'judge by the weights that ship, though they were fitted on these pages')
    .option('--json', 'everything as JSON')
    .action((flags: AccuracyFlags) => {
      if (flags.worst !== undefined && !/^\d{1,4}$/.test(flags.worst))
        throw new UsageError(`--worst: expected a whole number, got "${flags.worst}"`);
      if (flags.raise === true && flags.floors === undefined) throw new UsageError('--raise goes with --floors FILE');
      const floors = flags.floors === undefined ? {} : readFloors(flags.floors);
      const sets = flags.corpus.flatMap((folder) => findSets(folder));
      const foldsFor = (reader: Reader, ...kinds: CorpusSet['kind'][]): Looks[] =>
        flags.shipped !== true && sets.some((set) => kinds.includes(set.kind)) ? readFolds(flags.folds, reader) : [];
      const folds = { html: foldsFor('html', 'pages'), text: foldsFor('text', 'lines', 'text') };
      const measured = sets.flatMap((set) => {
        const results = measure(set, folds);
        if (flags.json !== true)
          for (const result of results) print(result, Number(flags.worst ?? 0), flags.details ?? false);
        return results;
      });
      if (flags.json === true)
        process.stdout.write(
          JSON.stringify(
            measured.map(({ worst, ...rest }) => ({ ...rest, worst: worst.slice(0, Number(flags.worst ?? 0)) })),
            null,
            2,
          ) + '\n',
        );
      const fallen = findFallen(floors, measured);
      for (const line of fallen) process.stderr.write(`fallen: ${line}\n`);
      if (flags.floors !== undefined && flags.raise === true)
        process.stdout.write(`${raiseFloors(flags.floors, floors, measured)} bounds raised\n`);
      if (fallen.length > 0) process.exitCode = 1;
    });
}
