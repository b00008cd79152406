import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { EvidenceColumns } from './evidence-columns.js';
import type { Measures } from './measures.js';

const FAR = 20;

/** Puts where on the page each block is: by number, by running text before it, and from the first <h1>. */
export function putPositions(
  columns: EvidenceColumns,
  outline: Outline,
  runs: readonly Run[],
  measures: readonly Measures[],
): void {
  const total = measures.reduce((sum, { prose }) => sum + prose, 0);
  const h1 = runs.findIndex(({ element, hidden }) => hidden === null && tagAt(outline, element) === 'h1');
  let seen = 0;
  let gap = FAR;
  measures.forEach(({ prose }, i) => {
    columns.position[i] = measures.length < 2 ? 0 : i / (measures.length - 1);
    columns.proseBefore[i] = total === 0 ? 0 : seen / total;
    columns.proseAfter[i] = total === 0 ? 0 : (total - seen - prose) / total;
    columns.gapBefore[i] = Math.min(1, gap / FAR);
    columns.afterH1[i] = h1 >= 0 && i > h1 ? 1 : 0;
    columns.beforeH1[i] = h1 >= 0 && i < h1 ? 1 : 0;
    columns.h1Distance[i] = h1 < 0 ? 1 : Math.min(1, Math.abs(i - h1) / (2 * FAR));
    seen += prose;
    gap = prose > 0 ? 0 : gap + 1;
  });
  gap = FAR;
  for (let i = measures.length - 1; i >= 0; i--) {
    columns.gapAfter[i] = Math.min(1, gap / FAR);
    gap = (measures[i] as Measures).prose > 0 ? 0 : gap + 1;
  }
}

/** Puts how often each block's text stands elsewhere on the page. `keys` are the texts in lower case. */
export function putRepetition({ repeated }: EvidenceColumns, keys: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  keys.forEach((key, i) => {
    repeated[i] = Math.min(1, Math.log2(counts.get(key) ?? 1) / 5);
  });
}
