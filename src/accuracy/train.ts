import {
  AFTER,
  ARTICLE,
  BEFORE,
  FOLLOWS,
  INSERTED,
  NEVER,
  posteriors,
  STRUCK,
  type Weights,
  ZONES,
} from '../stages/judge/chain/chain.js';
import type { Evidence } from '../stages/judge/chain/evidence.js';

/** One labelled page: its evidence and, per block, whether it is the article's; null where it is a matter of taste. */
export interface Example {
  readonly id: string;
  readonly rows: readonly Evidence[];
  readonly keep: readonly (boolean | null)[];
  /** How much the example counts. */
  readonly weight: number;
}

export interface TrainOptions {
  readonly epochs: number;
  /** Strength of the pull to zero, per example and epoch. */
  readonly l2: number;
  readonly rate: number;
  /** A name of evidence seen in fewer examples gets no weight: it would be learned by heart. */
  readonly leastExamples: number;
  /** How much heavier it weighs to lose a block of the article than to keep one too many. */
  readonly keepCost: number;
}

export const TRAIN_DEFAULTS: TrainOptions = { epochs: 30, l2: 0.015, rate: 0.12, leastExamples: 3, keepCost: 2.5 };

const COUNT = ZONES.length;

/** Zones from keep flags: before the first kept block, kept, between kept ones, after the last. */
export function zonesOf(keep: readonly (boolean | null)[]): (number | null)[] {
  const first = keep.indexOf(true);
  const last = keep.lastIndexOf(true);
  return keep.map((flag, i) =>
    flag === null ? null : flag ? ARTICLE : first < 0 || i < first ? BEFORE : i > last ? AFTER : INSERTED,
  );
}

interface Compiled {
  readonly ids: readonly Int32Array[];
  readonly zones: readonly (number | null)[];
  readonly struck: readonly boolean[];
  readonly weight: number;
}

/**
 * Fits the chain by maximum likelihood with AdaGrad. Deterministic: examples are taken in their order, and nothing is drawn.
 * Blocks without a label are free: the expectation over them is that under the labels around them.
 */
export function train(examples: readonly Example[], options: TrainOptions, about: string, threshold: number): Weights {
  const seen = new Map<string, { count: number; last: string }>();
  for (const { id, rows } of examples)
    for (const row of rows)
      for (const name of row) {
        const entry = seen.get(name);
        if (entry === undefined) seen.set(name, { count: 1, last: id });
        else if (entry.last !== id) {
          entry.count++;
          entry.last = id;
        }
      }
  const names = [...seen]
    .filter(([, entry]) => entry.count >= options.leastExamples)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const compiled = examples.map((example): Compiled => ({
    ids: example.rows.map((row) => Int32Array.from([...new Set(row)].flatMap((name) => index.get(name) ?? []))),
    // Where a sure mark contradicts the label the chain has no say: the block is left free.
    zones: zonesOf(example.keep.map((flag, i) => (flag === true && isStruck(example.rows[i]) ? null : flag))),
    struck: example.rows.map(isStruck),
    weight: example.weight,
  }));
  const size = names.length * COUNT;
  const weights = new Float64Array(size);
  const square = new Float64Array(size).fill(1e-3);
  const moves = new Float64Array(COUNT * COUNT);
  const moveSquare = new Float64Array(COUNT * COUNT).fill(1e-3);
  const mean = new Float64Array(size);
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const example of compiled) step(example, weights, square, moves, moveSquare, options);
    if (epoch * 2 < options.epochs) continue;
    // The mean over the later epochs hangs less on the last examples seen than their end point does.
    averaged++;
    for (let k = 0; k < size; k++)
      mean[k] = (mean[k] as number) + ((weights[k] as number) - (mean[k] as number)) / averaged;
  }
  const evidence: Record<string, number[]> = {};
  names.forEach((name, i) => {
    const own = Array.from(mean.slice(i * COUNT, (i + 1) * COUNT));
    const middle = own.reduce((sum, value) => sum + value, 0) / COUNT;
    const rounded = own.map((value) => Math.round((value - middle) * 100) / 100);
    if (rounded.some((value) => Math.abs(value) >= 0.03)) evidence[name] = rounded;
  });
  const transitions = FOLLOWS.map((_, from) =>
    ZONES.map((_, to) => Math.round((moves[from * COUNT + to] as number) * 1000) / 1000),
  );
  return { about, threshold, transitions, evidence };
}

const isStruck = (row: Evidence | undefined): boolean => row?.[0] === STRUCK;

function step(
  example: Compiled,
  weights: Float64Array,
  square: Float64Array,
  moves: Float64Array,
  moveSquare: Float64Array,
  options: TrainOptions,
): void {
  const { ids, zones, struck } = example;
  const length = ids.length;
  if (length === 0) return;
  const scores = new Float64Array(length * COUNT);
  for (let i = 0; i < length; i++) {
    // Softmax-margin: the model must be surer where a mistake costs more.
    const zone = zones[i];
    for (let z = 0; z < COUNT; z++)
      if (zone !== null && zone !== undefined && z !== zone)
        scores[i * COUNT + z] = zone === ARTICLE ? options.keepCost - 1 : 0;
    if (struck[i] === true) scores[i * COUNT + ARTICLE] = NEVER;
    for (const id of ids[i] as Int32Array)
      for (let z = 0; z < COUNT; z++)
        scores[i * COUNT + z] = (scores[i * COUNT + z] as number) + (weights[id * COUNT + z] as number);
  }
  const transitions = FOLLOWS.map((_, from) => Array.from(moves.slice(from * COUNT, from * COUNT + COUNT)));
  const free = posteriors(scores, transitions);
  const clamped = scores.slice();
  for (let i = 0; i < length; i++) {
    const zone = zones[i];
    if (zone === null || zone === undefined) continue;
    for (let z = 0; z < COUNT; z++) if (z !== zone) clamped[i * COUNT + z] = -1e9;
  }
  const gold = posteriors(clamped, transitions);
  if (!Number.isFinite(gold.logZ) || gold.logZ < -1e8) return;
  // Long pages must not count for more than their share of decisions.
  const scale = (example.weight * 30) / (30 + length);
  for (let i = 0; i < length; i++)
    for (let z = 0; z < COUNT; z++) {
      const gradient = scale * ((free.zones[i * COUNT + z] as number) - (gold.zones[i * COUNT + z] as number));
      if (Math.abs(gradient) < 1e-6) continue;
      for (const id of ids[i] as Int32Array) {
        const at = id * COUNT + z;
        const g = gradient + options.l2 * (weights[at] as number);
        square[at] = (square[at] as number) + g * g;
        weights[at] = (weights[at] as number) - (options.rate * g) / Math.sqrt(square[at]);
      }
    }
  for (let k = 0; k < COUNT * COUNT; k++) {
    const g = scale * ((free.transitions[k] as number) - (gold.transitions[k] as number));
    moveSquare[k] = (moveSquare[k] as number) + g * g;
    moves[k] = (moves[k] as number) - (options.rate * g) / Math.sqrt(moveSquare[k] as number);
  }
}
