import type { Columns } from './columns.js';
import { flatten, type FlatForest } from './flat-forest.js';

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

/** A forest together with the columns of one page that it asks for, and the rows of it that are asked about. */
export class Reading {
  readonly #flat: FlatForest;
  /** The columns' values, row by row: what a tree asks of one row lies together. */
  readonly #values: Float32Array;
  /** The leaf that each row comes to in each tree, counted from the tree's root, row by row; none before they are scored. */
  #leaves: Uint16Array | null = null;
  #contributions: Float64Array | null = null;

  constructor(
    readonly forest: Forest,
    readonly columns: Columns,
    readonly rows: readonly number[] = Array.from({ length: columns.rows }, (_, row) => row),
  ) {
    this.#flat = flatten(forest);
    this.#values = columns.byRow(forest.features, rows);
  }

  /** Log odds of the rows, in their order. */
  score(): Float64Array {
    const { roots, value } = this.#flat;
    const leaves = (this.#leaves ??= this.#findLeaves());
    const sums = new Float64Array(this.rows.length);
    const trees = this.forest.sizes.length;
    for (let row = 0, at = 0; row < sums.length; row++) {
      let sum = this.forest.base;
      for (let tree = 0; tree < trees; tree++)
        sum += value[(roots[tree] as number) + (leaves[at++] as number)] as number;
      sums[row] = sum;
    }
    return sums;
  }

  /**
   * What each feature, in the order of `forest.features`, added to the log odds of the n-th of `rows`: along the way through each tree, the change
   * from a node to the next belongs to the feature that was asked there. They add up to the row's score, less `base` and the trees' roots.
   * Source: A. Saabas, "Interpreting random forests" (2014). The next call overwrites the list: to make one for each row takes longer than
   * to fill it.
   */
  contributions(n: number): Float64Array {
    const { roots, value, ways, lengths, stepFeatures, stepValues } = this.#flat;
    const leaves = (this.#leaves ??= this.#findLeaves());
    const sums = (this.#contributions ??= new Float64Array(this.forest.features.length)).fill(0);
    const trees = this.forest.sizes.length;
    for (let tree = 0, at = n * trees; tree < trees; tree++, at++) {
      const root = roots[tree] as number;
      const leaf = root + (leaves[at] as number);
      let step = ways[leaf] as number;
      let before = value[root] as number;
      for (const end = step + (lengths[leaf] as number); step < end; step++) {
        const feature = stepFeatures[step] as number;
        const after = stepValues[step] as number;
        sums[feature] = (sums[feature] as number) + after - before;
        before = after;
      }
    }
    return sums;
  }

  #findLeaves(): Uint16Array {
    const { roots, feature, threshold, right } = this.#flat;
    const values = this.#values;
    const width = this.forest.features.length;
    const trees = this.forest.sizes.length;
    const leaves = new Uint16Array(this.rows.length * trees);
    // Tree by tree, so that its nodes stay at hand.
    for (let tree = 0; tree < trees; tree++) {
      const root = roots[tree] as number;
      for (let first = 0, leaf = tree; leaf < leaves.length; first += width, leaf += trees) {
        let at = root;
        for (let asked = feature[at] as number; asked >= 0; asked = feature[at] as number)
          at = (values[first + asked] as number) <= (threshold[at] as number) ? at + 1 : (right[at] as number);
        leaves[leaf] = at - root;
      }
    }
    return leaves;
  }
}

export const score = (forest: Forest, columns: Columns): Float64Array => new Reading(forest, columns).score();

/** The chance of each row of `columns`, less the log odds that `against` names: 0 of those that are not among `rows`. */
export function chancesOf(
  forest: Forest,
  columns: Columns,
  rows: readonly number[],
  against: (row: number) => number = () => 0,
): Float64Array {
  const chances = new Float64Array(columns.rows);
  new Reading(forest, columns, rows).score().forEach((logOdds, n) => {
    const row = rows[n] as number;
    chances[row] = chance(logOdds - against(row));
  });
  return chances;
}

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
