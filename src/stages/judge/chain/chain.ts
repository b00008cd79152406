import type { Evidence } from './evidence.js';

/**
 * A linear-chain conditional random field over the blocks of a page. Each block is in one zone; the article is what is in zone
 * 'article'. Weights are fitted by `npm run fit` and stored as JSON; decoding is exact and deterministic.
 */
export const ZONES = ['before', 'article', 'inserted', 'after'] as const;
export type Zone = (typeof ZONES)[number];
export const BEFORE = 0;
export const ARTICLE = 1;
export const INSERTED = 2;
export const AFTER = 3;
const COUNT = ZONES.length;

/** Zones that may follow each zone: something inserted lies between two pieces of the article, and what is after stays after. */
export const FOLLOWS: readonly (readonly number[])[] = [
  [BEFORE, ARTICLE],
  [ARTICLE, INSERTED, AFTER],
  [INSERTED, ARTICLE],
  [AFTER],
];
const STARTS = [BEFORE, ARTICLE];
const ENDS = [BEFORE, ARTICLE, AFTER];

export interface Weights {
  /** What the weights were fitted on, in words and numbers. */
  readonly about: string;
  /** Posterior of 'article' from which a block is kept. */
  readonly threshold: number;
  /** transitions[from][to], log-linear. */
  readonly transitions: readonly (readonly number[])[];
  /** Per name of evidence: a weight for each zone, in the order of ZONES. */
  readonly evidence: Readonly<Record<string, readonly number[]>>;
}

/** Evidence that a sure mark took the block out: no path has it in the article. */
export const STRUCK = 'struck';
export const NEVER = -60;

/** scores[i * 4 + zone]: sum of the weights of block i's evidence. */
export function emissions(rows: readonly Evidence[], weights: Weights): Float64Array {
  const scores = new Float64Array(rows.length * COUNT);
  rows.forEach((row, i) => {
    if (row[0] === STRUCK) scores[i * COUNT + ARTICLE] = NEVER;
    for (const name of row) {
      if (!Object.hasOwn(weights.evidence, name)) continue;
      const own = weights.evidence[name] as readonly number[];
      for (let zone = 0; zone < COUNT; zone++)
        scores[i * COUNT + zone] = (scores[i * COUNT + zone] as number) + (own[zone] as number);
    }
  });
  return scores;
}

const logSum = (values: readonly number[]): number => {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  if (most === -Infinity) return -Infinity;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
};

export interface Posteriors {
  /** P(zone of block i), index i * 4 + zone. */
  readonly zones: Float64Array;
  /** Log of the sum over all paths. */
  readonly logZ: number;
  /** Expected number of each transition, index from * 4 + to. */
  readonly transitions: Float64Array;
}

/** Forward-backward: how probable each zone is for each block, given the whole page. */
export function posteriors(scores: Float64Array, transitions: readonly (readonly number[])[]): Posteriors {
  const length = scores.length / COUNT;
  const zones = new Float64Array(length * COUNT);
  const expected = new Float64Array(COUNT * COUNT);
  if (length === 0) return { zones, logZ: 0, transitions: expected };
  const forward = new Float64Array(length * COUNT).fill(-Infinity);
  const backward = new Float64Array(length * COUNT).fill(-Infinity);
  for (const zone of STARTS) forward[zone] = scores[zone] as number;
  for (let i = 1; i < length; i++)
    for (let to = 0; to < COUNT; to++) {
      const terms: number[] = [];
      for (let from = 0; from < COUNT; from++)
        if (FOLLOWS[from]?.includes(to))
          terms.push((forward[(i - 1) * COUNT + from] as number) + (transitions[from]?.[to] ?? 0));
      forward[i * COUNT + to] = logSum(terms) + (scores[i * COUNT + to] as number);
    }
  for (const zone of ENDS) backward[(length - 1) * COUNT + zone] = 0;
  for (let i = length - 2; i >= 0; i--)
    for (let from = 0; from < COUNT; from++)
      backward[i * COUNT + from] = logSum(
        (FOLLOWS[from] ?? []).map(
          (to) =>
            (transitions[from]?.[to] ?? 0) +
            (scores[(i + 1) * COUNT + to] as number) +
            (backward[(i + 1) * COUNT + to] as number),
        ),
      );
  const logZ = logSum(ENDS.map((zone) => forward[(length - 1) * COUNT + zone] as number));
  for (let i = 0; i < length; i++) {
    for (let zone = 0; zone < COUNT; zone++)
      zones[i * COUNT + zone] = Math.exp(
        (forward[i * COUNT + zone] as number) + (backward[i * COUNT + zone] as number) - logZ,
      );
    if (i === 0) continue;
    for (let from = 0; from < COUNT; from++)
      for (const to of FOLLOWS[from] ?? []) {
        const edge =
          (forward[(i - 1) * COUNT + from] as number) +
          (transitions[from]?.[to] ?? 0) +
          (scores[i * COUNT + to] as number) +
          (backward[i * COUNT + to] as number) -
          logZ;
        expected[from * COUNT + to] = (expected[from * COUNT + to] as number) + Math.exp(edge);
      }
  }
  return { zones, logZ, transitions: expected };
}
