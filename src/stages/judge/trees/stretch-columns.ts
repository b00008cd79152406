import type { Facts } from '../facts.js';
import { FAR, type Columns } from './columns.js';

/** Words of running text that a line which is none takes away: a list between paragraphs is bridged by the first, a menu by neither. */
const TOLLS = [
  ['Loose', 12],
  ['Dense', 40],
] as const;

/**
 * How much running text lies together around each block: right before and behind it, and in the stretch of the page that holds most of it. A
 * feed of teasers has paragraphs, too, but each stands alone between other lines. Linear in the page.
 */
export function putStretches(columns: Columns, facts: readonly Facts[], prose: readonly boolean[]): void {
  putRuns(columns, facts, prose);
  for (const [name, toll] of TOLLS) {
    putStretch(
      columns,
      name,
      Float64Array.from(facts, ({ size }, i) => (prose[i] === true ? size : -toll)),
    );
  }
}

/** Words of the paragraphs in a row right before and right behind each block. */
function putRuns(columns: Columns, facts: readonly Facts[], prose: readonly boolean[]): void {
  const [before, after] = [columns.add('runBefore'), columns.add('runAfter')];
  let words = 0;
  for (let i = 0; i < facts.length; i++) {
    before[i] = Math.log2(1 + words);
    words = prose[i] === true ? words + (facts[i] as Facts).size : 0;
  }
  words = 0;
  for (let i = facts.length - 1; i >= 0; i--) {
    after[i] = Math.log2(1 + words);
    words = prose[i] === true ? words + (facts[i] as Facts).size : 0;
  }
}

/**
 * Where each block stands to the stretch of blocks that gains most: within it, how far behind its first and how far before its last block. Source: J. Kadane's scan for the largest sum, in J. Bentley, "Programming pearls" (1984).
 */
export function putStretch(columns: Columns, name: string, gains: Float64Array): void {
  const [within, since, until] = [`in${name}`, `since${name}`, `until${name}`].map((own) => columns.add(own)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  let [first, last, most] = [-1, -1, 0];
  let [start, sum] = [0, 0];
  gains.forEach((gain, i) => {
    if (sum <= 0) [start, sum] = [i, 0];
    sum += gain;
    if (sum > most) [first, last, most] = [start, i, sum];
  });
  for (let i = 0; i < gains.length; i++) {
    within[i] = first >= 0 && i >= first && i <= last ? 1 : 0;
    since[i] = first < 0 ? -FAR : clip(i - first);
    until[i] = first < 0 ? -FAR : clip(last - i);
  }
}

const clip = (value: number): number => Math.max(-FAR, Math.min(FAR, value));
