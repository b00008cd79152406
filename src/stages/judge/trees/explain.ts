import type { Reading } from './forest.js';
import { LOOK } from './second-look.js';

/** Features that are named. */
const NAMED = 3;

/** Tells what decided a block, from the two looks at one page. */
export class Explainer {
  /** Names of the features of either look, and the number of each look's features among them. */
  readonly #names: readonly string[];
  readonly #ofFirst: readonly number[];
  readonly #ofSecond: readonly number[];
  /** Number of the first look's chance among the second look's features, -1 where it does not ask for it. */
  readonly #look: number;
  /** Where each row stands among those of the second look, -1 for what the first look has decided. */
  readonly #inSecond: Int32Array;
  readonly #sums: Float64Array;
  /** Columns of the named features, found when first told. */
  readonly #columns: (Float32Array | undefined)[] = [];

  /** `first` has read all rows, `second` those that were in doubt. */
  constructor(
    private readonly first: Reading,
    private readonly second: Reading,
  ) {
    this.#names = [...new Set([...second.forest.features, ...first.forest.features])];
    const numbers = new Map(this.#names.map((name, i) => [name, i]));
    this.#ofFirst = first.forest.features.map((name) => numbers.get(name) as number);
    this.#ofSecond = second.forest.features.map((name) => numbers.get(name) as number);
    this.#look = second.forest.features.indexOf(LOOK);
    this.#inSecond = new Int32Array(first.columns.rows).fill(-1);
    second.rows.forEach((row, n) => (this.#inSecond[row] = n));
    this.#sums = new Float64Array(this.#names.length);
  }

  /**
   * The three features that spoke most against a block, with their values: "links 0.93, denseIn 0". What the first look said of it is told
   * by the first look's own features, as is all where a second was not needed. null if nothing spoke against it.
   */
  explain(row: number): string | null {
    const sums = this.#sums.fill(0);
    const n = this.#inSecond[row] as number;
    // Alone, it has all of a weight to share; which, is all the same.
    if (n < 0) {
      this.#addFirst(row, -1);
      return this.#most(row);
    }
    const spoken = this.second.contributions(n);
    for (let feature = 0; feature < spoken.length; feature++) {
      const sum = spoken[feature] as number;
      if (sum < 0 && feature !== this.#look) sums[this.#ofSecond[feature] as number] = sum;
    }
    const look = this.#look < 0 ? 0 : (spoken[this.#look] as number);
    if (look < 0) this.#addFirst(row, look);
    return this.#most(row);
  }

  /** Shares what the first look said among its features that spoke against the block. */
  #addFirst(row: number, look: number): void {
    const earlier = this.first.contributions(row);
    const sums = this.#sums;
    let total = 0;
    for (let feature = 0; feature < earlier.length; feature++) total += Math.min(0, earlier[feature] as number);
    for (let feature = 0; feature < earlier.length; feature++) {
      const sum = earlier[feature] as number;
      if (sum >= 0) continue;
      const at = this.#ofFirst[feature] as number;
      sums[at] = (sums[at] as number) + (look * sum) / total;
    }
  }

  /** Tells the features with the least sums; of equal ones the first. */
  #most(row: number): string | null {
    const told: string[] = [];
    const sums = this.#sums;
    while (told.length < NAMED) {
      let least = 0;
      let at = -1;
      for (let i = 0; i < sums.length; i++) {
        const sum = sums[i] as number;
        if (sum >= least) continue;
        least = sum;
        at = i;
      }
      if (at < 0) break;
      told.push(`${this.#names[at] as string} ${this.#valueOf(at, row)}`);
      sums[at] = 0;
    }
    return told.length === 0 ? null : told.join(', ');
  }

  /** The value of a named feature, to two digits. */
  #valueOf(i: number, row: number): number {
    const column = (this.#columns[i] ??= this.second.columns.get(this.#names[i] as string));
    const value = column[row] as number;
    // Most are flags and counts, which are short as they are.
    return Number.isInteger(value) && Math.abs(value) < 100 ? value : Number(value.toPrecision(2));
  }
}
