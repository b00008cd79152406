import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTexts } from '../bench/collections.js';
import { watch } from '../bench/watch.js';
import { PROGRAM } from './program.js';

const MEGABYTE = 1024 * 1024;
const SMALLEST = 100;

/** Whole runs over generated collections, each ten times as large as the one before: what a document costs, and how much memory is held. */
export async function benchSizes(largest: number, jobs: number, print: (text: string) => void): Promise<void> {
  print(`generated texts of about 3 KB in 20 .jsonl.gz files, ${jobs} ${jobs === 1 ? 'worker' : 'workers'}\n`);
  print(`${'documents'.padStart(10)}${'seconds'.padStart(10)}${'ms each'.padStart(10)}${'peak MB'.padStart(10)}\n`);
  for (let count = SMALLEST; count <= largest; count *= 10) {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
    try {
      await writeTexts(join(folder, 'raw'), count);
      const folders = [`--raw=${join(folder, 'raw')}`, `--clean=${join(folder, 'clean')}`];
      const run = await watch([PROGRAM, 'clean', '--quiet', `--jobs=${jobs}`, ...folders]);
      if (run.exitCode !== 0) throw new Error(`a run over ${count} texts ended with ${run.exitCode}`);
      const peak = run.peakBytes === null ? '?' : (run.peakBytes / MEGABYTE).toFixed(0);
      const figures = [String(count), run.seconds.toFixed(1), ((1000 * run.seconds) / count).toFixed(2), peak];
      print(figures.map((figure) => figure.padStart(10)).join('') + '\n');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
