import type { Forest } from '../../stages/judge/trees/forest.js';
import { WIDTH, type Binned } from './binned.js';
import { countLevels, findRare, type Table } from './count-levels.js';

export interface BoostOptions {
  readonly trees: number;
  /** Leaves of a tree. */
  readonly leaves: number;
  /** Share of a leaf's best step that is taken. */
  readonly rate: number;
  /** Pull of leaves to zero. */
  readonly l2: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastWeight: number;
  /** Share of features and of rows that each tree sees. */
  readonly features: number;
  /** Names of features that every tree sees: what many others only mean something together with. */
  readonly always?: readonly string[];
  readonly rows: number;
  readonly seed: number;
}

/** What is learned: rows of a table, whether each is the article's, and how much each counts. */
export interface Lesson {
  readonly binned: Binned;
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

interface Leaf {
  rows: Uint32Array;
  /** Gradient and second derivative by feature and level. */
  counts: Float64Array;
  gradient: number;
  hessian: number;
  split: Split | null;
  node: Node;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly level: number;
}

interface Node {
  value: number;
  feature: number;
  level: number;
  left: Node | null;
  right: Node | null;
}

/**
 * Gradient-boosted trees for log loss, grown leaf by leaf over histograms.
 * Sources: J. H. Friedman, "Greedy function approximation" (2001); G. Ke et al., "LightGBM" (2017). Deterministic: what is drawn is drawn
 * from the seed.
 */
export function boost(lesson: Lesson, options: BoostOptions): Forest {
  const { binned, rows, labels, weights } = lesson;
  const random = generator(options.seed);
  const scores = new Float64Array(binned.rows);
  const gradients = new Float64Array(binned.rows);
  const hessians = new Float64Array(binned.rows);
  let positive = 0;
  let total = 0;
  for (const row of rows) {
    total += weights[row] as number;
    if (labels[row] === 1) positive += weights[row] as number;
  }
  const base = Math.log((positive + 1) / (total - positive + 1));
  scores.fill(base);
  const trees: Node[] = [];
  const table: Table = {
    binned,
    rare: findRare(binned, rows),
    gradients,
    hessians,
    nodeOf: new Int16Array(binned.rows),
  };
  for (let tree = 0; tree < options.trees; tree++) {
    const chosen = rows.filter(() => random() < options.rows);
    for (const row of chosen) {
      const p = 1 / (1 + Math.exp(-(scores[row] as number)));
      const weight = weights[row] as number;
      gradients[row] = weight * (p - (labels[row] as number));
      hessians[row] = weight * p * (1 - p);
    }
    const features = binned.names.flatMap((name, feature) =>
      (binned.bounds[feature] as readonly number[]).length > 0 &&
      (random() < options.features || options.always?.includes(name) === true)
        ? [feature]
        : [],
    );
    const root = grow(table, chosen, features, options);
    trees.push(root);
    for (const row of rows) scores[row] = (scores[row] as number) + valueOf(root, binned, row);
  }
  return pack(trees, binned, base);
}

const valueOf = (root: Node, binned: Binned, row: number): number => {
  let node = root;
  while (node.left !== null && node.right !== null)
    node = ((binned.levels[node.feature] as Uint8Array)[row] as number) <= node.level ? node.left : node.right;
  return node.value;
};

/** Numbers of rows that a tree does not see. */
const NOWHERE = -1;

function grow(table: Table, rows: Uint32Array, features: readonly number[], options: BoostOptions): Node {
  const { binned, gradients, hessians, nodeOf } = table;
  const leafOf = (own: Uint32Array, counts: (gradient: number, hessian: number) => Float64Array): Leaf => {
    let gradient = 0;
    let hessian = 0;
    for (const row of own) {
      gradient += gradients[row] as number;
      hessian += hessians[row] as number;
    }
    const node = {
      value: (-options.rate * gradient) / (hessian + options.l2),
      feature: -1,
      level: 0,
      left: null,
      right: null,
    };
    return { rows: own, counts: counts(gradient, hessian), gradient, hessian, split: null, node };
  };
  let nodes = 0;
  /** A leaf whose levels are counted; its rows get its number. */
  const counted = (own: Uint32Array): Leaf => {
    const number = nodes++;
    for (const row of own) nodeOf[row] = number;
    return leafOf(own, (gradient, hessian) => countLevels(table, own, number, features, gradient, hessian));
  };
  nodeOf.fill(NOWHERE);
  const root = counted(rows);
  root.split = bestSplit(root, binned, features, options);
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    let best: Leaf | undefined;
    for (const leaf of open) if (leaf.split !== null && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf;
    if (best?.split == null) break;
    open.splice(open.indexOf(best), 1);
    const { feature, level } = best.split;
    const number = features[feature] as number;
    const [left, right] = part(best.rows, binned.levels[number] as Uint8Array, level);
    // What the larger side holds is what the smaller one does not.
    const [less, more] = left.length < right.length ? [left, right] : [right, left];
    const small = counted(less);
    const rest = best.counts;
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - (small.counts[i] as number);
    const large = leafOf(more, () => rest);
    for (const leaf of [small, large]) leaf.split = bestSplit(leaf, binned, features, options);
    open.push(small, large);
    best.node.feature = number;
    best.node.level = level;
    best.node.left = (less === left ? small : large).node;
    best.node.right = (less === left ? large : small).node;
  }
  return root.node;
}

/** The rows up to a level, and those above it, in order. */
function part(rows: Uint32Array, levels: Uint8Array, level: number): [Uint32Array, Uint32Array] {
  const [left, right] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  let [lefts, rights] = [0, 0];
  for (const row of rows)
    if ((levels[row] as number) <= level) left[lefts++] = row;
    else right[rights++] = row;
  return [left.slice(0, lefts), right.slice(0, rights)];
}

function bestSplit(leaf: Leaf, binned: Binned, features: readonly number[], options: BoostOptions): Split | null {
  const { l2, leastWeight } = options;
  const own = (leaf.gradient * leaf.gradient) / (leaf.hessian + l2);
  let best: Split | null = null;
  features.forEach((number, k) => {
    const bounds = (binned.bounds[number] as readonly number[]).length;
    let gradient = 0;
    let hessian = 0;
    for (let level = 0; level < bounds; level++) {
      const at = k * WIDTH + 2 * level;
      gradient += leaf.counts[at] as number;
      hessian += leaf.counts[at + 1] as number;
      const restGradient = leaf.gradient - gradient;
      const restHessian = leaf.hessian - hessian;
      if (hessian < leastWeight) continue;
      if (restHessian < leastWeight) break;
      const gain = (gradient * gradient) / (hessian + l2) + (restGradient * restGradient) / (restHessian + l2) - own;
      if (gain > (best?.gain ?? 1e-6)) best = { gain, feature: k, level };
    }
  });
  return best;
}

/** Trees as lists of nodes, parents before children, left children right behind their parents. */
function pack(trees: readonly Node[], binned: Binned, base: number): Forest {
  const used = new Map<string, number>();
  const [sizes, feature, threshold, right, value]: number[][] = [[], [], [], [], []] as number[][];
  for (const tree of trees) {
    const start = (feature as number[]).length;
    const visit = (node: Node): void => {
      const at = (feature as number[]).length;
      value?.push(Number(node.value.toPrecision(3)));
      right?.push(0);
      if (node.left === null || node.right === null) {
        feature?.push(-1);
        threshold?.push(0);
        return;
      }
      const name = binned.names[node.feature] as string;
      if (!used.has(name)) used.set(name, used.size);
      feature?.push(used.get(name) as number);
      threshold?.push((binned.bounds[node.feature] as readonly number[])[node.level] as number);
      visit(node.left);
      (right as number[])[at] = (feature as number[]).length - start;
      visit(node.right);
    };
    visit(tree);
    sizes?.push((feature as number[]).length - start);
  }
  return {
    features: [...used.keys()],
    base: Number(base.toPrecision(4)),
    sizes: sizes as number[],
    feature: feature as number[],
    threshold: threshold as number[],
    right: right as number[],
    value: value as number[],
  };
}

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
