import { measureDuplicates, type DuplicatesMeasure } from '../bench/duplicates.js';

/** Accuracy is told for one of the sizes; all of them show how the time grows. */
const COUNTS = [5_000, 20_000, 80_000];
const TOLD = 20_000;
const SEED = 1;

function describe({ documents, signSeconds, clusterSeconds, byShare, pairs, rightPairs }: DuplicatesMeasure): string[] {
  const each = (((signSeconds + clusterSeconds) * 1000) / documents).toFixed(3);
  const times = `signed in ${signSeconds.toFixed(1)} s, clustered in ${clusterSeconds.toFixed(1)} s; ${each} ms each`;
  const lines = [`${documents} documents: ${times}`];
  if (documents !== TOLD) return lines;
  for (const [share, { copies, found }] of byShare) {
    const percent = String(Math.round(share * 100)).padStart(2);
    lines.push(`  edits of ${percent} %: recall ${(found / copies).toFixed(4)} of ${copies}`);
  }
  return [...lines, `  precision ${(rightPairs / pairs).toFixed(5)} of ${pairs} pairs`];
}

/** How well and how fast copies are found among generated documents. */
export function benchDuplicates(print: (text: string) => void): void {
  for (const count of COUNTS) print(describe(measureDuplicates(count, SEED)).join('\n') + '\n');
}
