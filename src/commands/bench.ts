import type { Command } from 'commander';
import { measureDuplicates, type DuplicatesMeasure } from '../bench/duplicates.js';
import { readPages } from '../bench/pages.js';
import { race, type Pace } from '../bench/race.js';
import { CLEAN, findRunners, pageOf } from '../bench/runners.js';
import { UsageError } from '../core/errors.js';

interface BenchFlags {
  readonly corpus: string;
  readonly count?: string;
}

const ROUNDS = 3;
/** The samples are few and small: over and over, until there is something to measure. */
const SAMPLES = 'raw';
const SAMPLE_COUNT = 200;
const NAME_WIDTH = 26;
const FIGURE_WIDTH = 12;

function countOf({ corpus, count }: BenchFlags): number | null {
  if (count === undefined) return corpus === SAMPLES ? SAMPLE_COUNT : null;
  if (!/^[1-9]\d{0,5}$/.test(count)) throw new UsageError(`--count: expected a whole number from 1, got "${count}"`);
  return Number(count);
}

function tableOf(paces: readonly Pace[]): string {
  const own = paces.find(({ name }) => name === CLEAN)?.pagesPerSecond ?? 0;
  const rows = paces.map(({ name, pagesPerSecond }) => [
    name,
    pagesPerSecond.toFixed(1),
    (pagesPerSecond / own).toFixed(2),
  ]);
  return [['', 'pages/s', `to ${CLEAN}`], ...rows]
    .map(([name = '', pace = '', ratio = '']) => name.padEnd(NAME_WIDTH) + pace.padStart(FIGURE_WIDTH) + '  ' + ratio)
    .join('\n');
}

/** Accuracy is told for one of the sizes; all of them show how the time grows. */
const DUPLICATE_COUNTS = [5_000, 20_000, 80_000];
const TOLD = 20_000;
const SEED = 1;

function printMeasure(measure: DuplicatesMeasure): void {
  const { documents, signSeconds, clusterSeconds, byShare, pairs, rightPairs } = measure;
  const each = (((signSeconds + clusterSeconds) * 1000) / documents).toFixed(3);
  const lines = [
    `${documents} documents: signed in ${signSeconds.toFixed(1)} s, clustered in ${clusterSeconds.toFixed(1)} s; ${each} ms each`,
  ];
  if (documents === TOLD) {
    for (const [share, { copies, found }] of byShare)
      lines.push(
        `  edits of ${String(Math.round(share * 100)).padStart(2)} %: recall ${(found / copies).toFixed(4)} of ${copies}`,
      );
    lines.push(`  precision ${(rightPairs / pairs).toFixed(5)} of ${pairs} pairs`);
  }
  process.stdout.write(lines.join('\n') + '\n');
}

export function register(program: Command): void {
  program
    .command('bench')
    .description('measure speed on one core, beside the parser below and other extractors')
    .argument('[what]', '"duplicates": how well and how fast copies are found among generated documents')
    .option('--corpus <dir>', 'folder of .html and .html.gz pages (default: the samples, over and over)', SAMPLES)
    .option('--count <n>', 'so many pages; where there are fewer, over and over')
    .action(async (what: string | undefined, flags: BenchFlags) => {
      if (what === 'duplicates') {
        for (const count of DUPLICATE_COUNTS) printMeasure(measureDuplicates(count, SEED));
        return;
      }
      if (what !== undefined) throw new UsageError(`bench: expected "duplicates" or nothing, got "${what}"`);
      const pages = readPages(flags.corpus, countOf(flags)).map(pageOf);
      const { runners, missing } = await findRunners();
      if (missing.length > 0) process.stderr.write(`not installed, and left out: ${missing.join('; ')}\n`);
      const paces = await race(runners, pages, ROUNDS);
      process.stdout.write(`${pages.length} pages, median of ${ROUNDS} rounds\n${tableOf(paces)}\n`);
    });
}
