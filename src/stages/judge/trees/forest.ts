import type { Columns } from './columns.js';

/**
 * Boosted regression trees, one after the other in parallel lists of nodes. A node with feature -1 is a leaf. Else a row goes to the node
 * behind it if its number is at most the threshold, and to node `right` if it is more. Numbers of nodes count from the tree's own root.
 */
export interface Forest {
  /** Names of the features that the trees ask for; nodes refer to them by number. */
  readonly features: readonly string[];
  /** Log odds where no tree has spoken yet. */
  readonly base: number;
  /** Nodes of each tree. */
  readonly sizes: readonly number[];
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly right: readonly number[];
  /** Log odds that the tree adds for what comes to this node: of a leaf what counts, of the others what `contributions` are read from. */
  readonly value: readonly number[];
}

/** A forest together with the columns of one page that it asks for. */
export class Reading {
  readonly #bound: readonly Float32Array[];

  constructor(
    readonly forest: Forest,
    readonly columns: Columns,
  ) {
    this.#bound = forest.features.map((name) => columns.get(name));
  }

  /** Log odds of every row. */
  score(): Float64Array {
    const { feature, threshold, right, value, sizes, base } = this.forest;
    const sums = new Float64Array(this.columns.rows).fill(base);
    let root = 0;
    for (const size of sizes) {
      for (let row = 0; row < sums.length; row++) {
        let at = root;
        for (let asked = feature[at] as number; asked >= 0; asked = feature[at] as number)
          at =
            ((this.#bound[asked] as Float32Array)[row] as number) <= (threshold[at] as number)
              ? at + 1
              : root + (right[at] as number);
        sums[row] = (sums[row] as number) + (value[at] as number);
      }
      root += size;
    }
    return sums;
  }

  /**
   * What each feature, in the order of `forest.features`, added to the log odds of one row: along the way through each tree, the change
   * from a node to the next belongs to the feature that was asked there. They add up to the row's score, less `base` and the trees' roots.
   * Source: A. Saabas, "Interpreting random forests" (2014).
   */
  contributions(row: number): Float64Array {
    const { feature, threshold, right, value, sizes } = this.forest;
    const sums = new Float64Array(this.#bound.length);
    let root = 0;
    for (const size of sizes) {
      let at = root;
      for (let asked = feature[at] as number; asked >= 0; asked = feature[at] as number) {
        const next =
          ((this.#bound[asked] as Float32Array)[row] as number) <= (threshold[at] as number)
            ? at + 1
            : root + (right[at] as number);
        sums[asked] = (sums[asked] as number) + (value[next] as number) - (value[at] as number);
        at = next;
      }
      root += size;
    }
    return sums;
  }
}

export const score = (forest: Forest, columns: Columns): Float64Array => new Reading(forest, columns).score();

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
