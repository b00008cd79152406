import type { Forest } from '../../stages/judge/trees/forest.js';
import { WIDTH, type Binned } from './binned.js';

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
  for (let tree = 0; tree < options.trees; tree++) {
    for (const row of rows) {
      const p = 1 / (1 + Math.exp(-(scores[row] as number)));
      const weight = weights[row] as number;
      gradients[row] = weight * (p - (labels[row] as number));
      hessians[row] = weight * p * (1 - p);
    }
    const chosen = rows.filter(() => random() < options.rows);
    const features = binned.names.flatMap((name, feature) =>
      (binned.bounds[feature] as readonly number[]).length > 0 &&
      (random() < options.features || options.always?.includes(name) === true)
        ? [feature]
        : [],
    );
    const root = grow(binned, chosen, features, gradients, hessians, options);
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

function grow(
  binned: Binned,
  rows: Uint32Array,
  features: readonly number[],
  gradients: Float64Array,
  hessians: Float64Array,
  options: BoostOptions,
): Node {
  const count = (own: Uint32Array): Float64Array => countLevels(binned, own, features, gradients, hessians);
  const leafOf = (own: Uint32Array, counts: Float64Array): Leaf => {
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
    return { rows: own, counts, gradient, hessian, split: null, node };
  };
  const root = leafOf(rows, count(rows));
  root.split = bestSplit(root, binned, features, options);
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    let best: Leaf | undefined;
    for (const leaf of open) if (leaf.split !== null && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf;
    if (best?.split == null) break;
    open.splice(open.indexOf(best), 1);
    const { feature, level } = best.split;
    const number = features[feature] as number;
    const levels = binned.levels[number] as Uint8Array;
    const left = best.rows.filter((row) => (levels[row] as number) <= level);
    const right = best.rows.filter((row) => (levels[row] as number) > level);
    // What the larger side holds is what the smaller one does not.
    const [small, large] = left.length < right.length ? [left, right] : [right, left];
    const smallCounts = count(small);
    const largeCounts = best.counts;
    for (let i = 0; i < largeCounts.length; i++)
      largeCounts[i] = (largeCounts[i] as number) - (smallCounts[i] as number);
    const halves = [leafOf(small, smallCounts), leafOf(large, largeCounts)] as const;
    for (const leaf of halves) leaf.split = bestSplit(leaf, binned, features, options);
    open.push(...halves);
    best.node.feature = number;
    best.node.level = level;
    best.node.left = (small === left ? halves[0] : halves[1]).node;
    best.node.right = (small === left ? halves[1] : halves[0]).node;
  }
  return root.node;
}

/** The sums of gradients and second derivatives by feature and level. */
function countLevels(
  binned: Binned,
  rows: Uint32Array,
  features: readonly number[],
  gradients: Float64Array,
  hessians: Float64Array,
): Float64Array {
  const counts = new Float64Array(features.length * WIDTH);
  // Side by side in memory, since every feature goes through them again.
  const gradient = Float64Array.from(rows, (row) => gradients[row] as number);
  const hessian = Float64Array.from(rows, (row) => hessians[row] as number);
  for (let k = 0; k < features.length; k++) {
    const levels = binned.levels[features[k] as number] as Uint8Array;
    const start = k * WIDTH;
    for (let i = 0; i < rows.length; i++) {
      const at = start + 2 * (levels[rows[i] as number] as number);
      counts[at] = (counts[at] as number) + (gradient[i] as number);
      counts[at + 1] = (counts[at + 1] as number) + (hessian[i] as number);
    }
  }
  return counts;
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
