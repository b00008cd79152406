import type { Block } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';

/** Words of a line that may be a cell, and cells from which a run of them may be a table. */
const MOST_WORDS = 6;
const LEAST_CELLS = 6;
/** Cells in a row of a table, and cells to both sides of which a figure is told. */
const ROWS = [2, 3, 4, 5, 6, 7, 8] as const;
const AROUND = 16;
const FIGURE = /\p{N}/u;
const MOST_FIGURE_WORDS = 3;

/**
 * Runs of short lines that are the cells of a table, as extractors leave it: a figure comes back at every so many lines, where a menu has few
 * and a list of titles none. Linear in the page.
 */
export function putCells(columns: Columns, blocks: readonly Block[], facts: readonly Facts[]): void {
  const [run, figures, rows] = ['cellRun', 'cellFigures', 'cellRows'].map((name) => columns.add(name)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const isCell = facts.map(({ size, terminal }, i) => {
    const text = (blocks[i] as Block).text;
    return size <= MOST_WORDS && (!terminal || FIGURE.test(text));
  });
  for (let start = 0; start < facts.length; start++) {
    if (isCell[start] !== true) continue;
    let end = start + 1;
    while (isCell[end] === true) end++;
    if (end - start >= LEAST_CELLS) {
      const isFigure = Uint8Array.from({ length: end - start }, (_, k) => {
        const { size } = facts[start + k] as Facts;
        return size <= MOST_FIGURE_WORDS && FIGURE.test((blocks[start + k] as Block).text) ? 1 : 0;
      });
      const share = slidingMean(isFigure);
      run.fill(Math.log2(1 + end - start), start, end);
      figures.set(share, start);
      rows.set(regularity(isFigure, share), start);
    }
    start = end;
  }
}

/**
 * By how much likelier than by chance a figure comes back after a row's length, at the length where it is likeliest: 1 where every row is like
 * the last, 0 where there are figures only, or none.
 */
function regularity(isFigure: Uint8Array, share: Float32Array): Float32Array {
  const best = new Float32Array(isFigure.length);
  for (const row of ROWS) {
    if (row * 2 > isFigure.length) break;
    const again = isFigure.map((value, k) => {
      const other = k + row < isFigure.length ? k + row : k - row;
      return value === isFigure[other] ? 1 : 0;
    });
    slidingMean(again).forEach((same, k) => {
      const own = share[k] as number;
      const chance = own * own + (1 - own) * (1 - own);
      if (chance < 1) best[k] = Math.max(best[k] as number, (same - chance) / (1 - chance));
    });
  }
  return best;
}

/** The mean of each value and of those AROUND it. */
function slidingMean(values: Uint8Array): Float32Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, k) => (sums[k + 1] = (sums[k] as number) + value));
  return Float32Array.from(values, (_, k) => {
    const [from, to] = [Math.max(0, k - AROUND), Math.min(values.length, k + AROUND + 1)];
    return ((sums[to] as number) - (sums[from] as number)) / (to - from);
  });
}
