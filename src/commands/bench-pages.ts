import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePages } from '../bench/collections.js';
import { median, race, type Pace } from '../bench/race.js';
import { CLEAN, findRunners, pageOf, TEXT_RUNNER, type BenchPage } from '../bench/runners.js';
import { STAGES, timeStages } from '../bench/stages.js';
import { textsOf } from '../bench/texts.js';
import { watch } from '../bench/watch.js';
import { PROGRAM } from './program.js';

/** What `bench` prints of pages: paces side by side, where the time goes, and whole runs from files to records. */

const ROUNDS = 3;
const NAME_WIDTH = 34;
const FIGURE_WIDTH = 12;
/** Texts are told of in pieces of this size, as their time goes by their length. */
const TEXT_BYTES = 8192;
const MEGABYTE = 1024 * 1024;

const row = (name: string, figure: string, rest = ''): string =>
  `${name.padEnd(NAME_WIDTH)}${figure.padStart(FIGURE_WIDTH)}${rest === '' ? '' : `  ${rest}`}\n`;

function paceTable(paces: readonly Pace[]): string {
  const own = paces.find(({ name }) => name === CLEAN)?.pagesPerSecond ?? 0;
  return paces
    .map(({ name, pagesPerSecond }) => row(name, pagesPerSecond.toFixed(1), (pagesPerSecond / own).toFixed(2)))
    .join('');
}

function stageTable(documents: readonly Uint8Array[], format: 'html' | 'text'): string {
  const times = timeStages(documents, format);
  const all = STAGES.reduce((sum, stage) => sum + times[stage], 0);
  const shares = STAGES.map((stage) => `${stage} ${Math.round((100 * times[stage]) / Math.max(all, 0.001))} %`);
  return `  of which ${shares.join(', ')}\n`;
}

/** Races on one core, and prints as it goes. */
export async function benchPaces(stored: readonly Uint8Array[], print: (text: string) => void): Promise<void> {
  const pages: readonly BenchPage[] = stored.map(pageOf);
  const { runners, missing } = await findRunners();
  if (missing.length > 0) process.stderr.write(`not installed, and left out: ${missing.join('; ')}\n`);
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  print(`${pages.length} pages, median of ${ROUNDS} rounds, one core of ${model}, node ${process.version}\n`);
  print(row('', 'pages/s', `to ${CLEAN}`));
  print(paceTable(await race(runners, pages, ROUNDS)));
  print(stageTable(stored, 'html'));
  const texts = textsOf(pages);
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const [pace] = await race(
    [TEXT_RUNNER],
    texts.map((text) => ({ bytes: text, text: '' })),
    ROUNDS,
  );
  const perSecond = ((pace?.pagesPerSecond ?? 0) * bytes) / Math.max(1, texts.length) / TEXT_BYTES;
  print(row('', 'texts/s', 'of 8 KB: the same pages as a crawler dumps their text'));
  print(row(CLEAN, perSecond.toFixed(1)));
  print(stageTable(texts, 'text'));
}

/** Runs the program over the pages as files. What it learns and the copies that it finds are left out, but in the last row. */
export async function benchRuns(stored: readonly Uint8Array[], print: (text: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  try {
    await writePages(join(folder, 'raw'), stored);
    const cores = availableParallelism();
    const alone = ['--no-learn', '--no-duplicates'];
    print(row('', 'pages/s', 'from files to records, with the start of the program'));
    for (const [name, args] of [
      ['1 worker', ['--jobs=1', ...alone]],
      [`${cores} workers`, [`--jobs=${cores}`, ...alone]],
      [`${cores} workers, learning, duplicates`, [`--jobs=${cores}`]],
    ] as const) {
      const seconds: number[] = [];
      let peak = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const clean = join(folder, 'clean');
        await rm(clean, { recursive: true, force: true });
        const run = await watch([
          PROGRAM,
          'clean',
          '--quiet',
          `--raw=${join(folder, 'raw')}`,
          `--clean=${clean}`,
          ...args,
        ]);
        if (run.exitCode !== 0 && run.exitCode !== 1) throw new Error(`a run ended with ${run.exitCode}`);
        seconds.push(run.seconds);
        peak = Math.max(peak, run.peakBytes ?? 0);
      }
      const memory = peak === 0 ? '' : `at most ${Math.round(peak / MEGABYTE)} MB`;
      print(row(name, (stored.length / median(seconds)).toFixed(1), memory));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
