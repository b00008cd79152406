import type { Columns } from '../../stages/judge/trees/columns.js';

/** Most different levels a feature is cut into. */
const LEVELS = 64;
/** Significant digits of a bound: the weights that ship are the ones that were fitted, not rounded ones. */
const DIGITS = 4;

/** Features of many pages, cut into levels: what boosting counts over. */
export interface Binned {
  readonly names: readonly string[];
  readonly rows: number;
  /** Level of each row, feature by feature: the number of bounds that its value is above. */
  readonly levels: readonly Uint8Array[];
  readonly bounds: readonly (readonly number[])[];
}

/** Numbers that a level's counts begin at: gradient and second derivative. */
export const WIDTH = 2 * LEVELS;

/** Values that bounds are chosen by; more of them change little. */
const SAMPLE = 40_000;

/** Bounds between the values of a column such that about as many rows fall between any two of them. */
export function boundsOf(values: Float32Array): number[] {
  const stride = Math.max(1, Math.floor(values.length / SAMPLE));
  const sorted = values.filter((_, i) => i % stride === 0).sort();
  const step = sorted.length / LEVELS;
  const bounds: number[] = [];
  let since = 0;
  for (let i = 1; i < sorted.length && bounds.length < LEVELS - 1; i++) {
    since++;
    const below = sorted[i - 1] as number;
    const above = sorted[i] as number;
    if (above === below || since < step) continue;
    const bound = Number(((below + above) / 2).toPrecision(DIGITS));
    if (bound < below || bound >= above) continue;
    bounds.push(bound);
    since = 0;
  }
  return bounds;
}

/** Cuts the named columns of all pages into levels. */
export function bin(pages: readonly Columns[], names: readonly string[]): Binned {
  const rows = pages.reduce((sum, page) => sum + page.rows, 0);
  const bounds: number[][] = [];
  const levels = names.map((name) => {
    const values = new Float32Array(rows);
    let at = 0;
    for (const page of pages) {
      values.set(page.get(name), at);
      at += page.rows;
    }
    const own = boundsOf(values);
    bounds.push(own);
    const out = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) out[row] = levelOf(values[row] as number, own);
    return out;
  });
  return { names, rows, levels, bounds };
}

function levelOf(value: number, bounds: readonly number[]): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (bounds[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
