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
  readonly #sums: Float64Array;

  constructor(
    private readonly first: Reading,
    private readonly second: Reading,
  ) {
    this.#names = [...new Set([...second.forest.features, ...first.forest.features])];
    const numbers = new Map(this.#names.map((name, i) => [name, i]));
    this.#ofFirst = first.forest.features.map((name) => numbers.get(name) as number);
    this.#ofSecond = second.forest.features.map((name) => numbers.get(name) as number);
    this.#sums = new Float64Array(this.#names.length);
  }

  /**
   * The three features that spoke most against a block, with their values: "links 0.93, denseIn 0". What the first look said of it is told
   * by the first look's own features. null if nothing spoke against it.
   */
  explain(row: number): string | null {
    const sums = this.#sums.fill(0);
    let look = 0;
    this.second.contributions(row).forEach((sum, feature) => {
      const at = this.#ofSecond[feature] as number;
      if (sum >= 0) return;
      if (this.#names[at] === LOOK) look = sum;
      else sums[at] = sum;
    });
    if (look < 0) {
      const earlier = this.first.contributions(row);
      const total = earlier.reduce((all, sum) => all + Math.min(0, sum), 0);
      earlier.forEach((sum, feature) => {
        const at = this.#ofFirst[feature] as number;
        if (sum < 0) sums[at] = (sums[at] as number) + (look * sum) / total;
      });
    }
    return this.#most(row);
  }

  #most(row: number): string | null {
    const most: number[] = [];
    const sums = this.#sums;
    for (let i = 0; i < sums.length; i++) {
      const sum = sums[i] as number;
      if (sum >= 0 || (most.length === NAMED && sum >= (sums[most[NAMED - 1] as number] as number))) continue;
      let at = most.length;
      while (at > 0 && (sums[most[at - 1] as number] as number) > sum) at--;
      most.splice(at, 0, i);
      if (most.length > NAMED) most.pop();
    }
    const tell = (i: number): string => {
      const name = this.#names[i] as string;
      return `${name} ${Number((this.second.columns.get(name)[row] as number).toPrecision(2))}`;
    };
    return most.length === 0 ? null : most.map(tell).join(', ');
  }
}
