import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { BlockEvidence } from './block-evidence.js';
import type { Measures } from './measures.js';

const FAR = 20;

/** Puts where on the page each block is: by number, by running text before it, and from the first <h1>. */
export function putPositions(
  all: readonly BlockEvidence[],
  outline: Outline,
  runs: readonly Run[],
  measures: readonly Measures[],
): void {
  const total = measures.reduce((sum, { prose }) => sum + prose, 0);
  const h1 = runs.findIndex(({ element, hidden }) => hidden === null && tagAt(outline, element) === 'h1');
  let seen = 0;
  let gap = FAR;
  all.forEach((evidence, i) => {
    const { prose } = measures[i] as Measures;
    evidence.position = all.length < 2 ? 0 : i / (all.length - 1);
    evidence.proseBefore = total === 0 ? 0 : seen / total;
    evidence.proseAfter = total === 0 ? 0 : (total - seen - prose) / total;
    evidence.gapBefore = Math.min(1, gap / FAR);
    evidence.afterH1 = h1 >= 0 && i > h1 ? 1 : 0;
    evidence.beforeH1 = h1 >= 0 && i < h1 ? 1 : 0;
    evidence.h1Distance = h1 < 0 ? 1 : Math.min(1, Math.abs(i - h1) / (2 * FAR));
    seen += prose;
    gap = prose > 0 ? 0 : gap + 1;
  });
  gap = FAR;
  for (let i = all.length - 1; i >= 0; i--) {
    (all[i] as BlockEvidence).gapAfter = Math.min(1, gap / FAR);
    gap = (measures[i] as Measures).prose > 0 ? 0 : gap + 1;
  }
}

/** Puts how often each block's text stands elsewhere on the page. */
export function putRepetition(all: readonly BlockEvidence[], texts: readonly string[]): void {
  const keys = texts.map((text) => text.toLowerCase());
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  all.forEach((evidence, i) => {
    evidence.repeated = Math.min(1, Math.log2(counts.get(keys[i] as string) ?? 1) / 5);
  });
}
