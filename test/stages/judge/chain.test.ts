import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AFTER,
  ARTICLE,
  BEFORE,
  emissions,
  FOLLOWS,
  INSERTED,
  posteriors,
  STRUCK,
  type Weights,
  ZONES,
} from '../../../src/stages/judge/chain/chain.js';

const COUNT = ZONES.length;

/** Every path that is allowed: begins before or in the article, ends anywhere but in something inserted. */
function allPaths(length: number): number[][] {
  let paths = [[BEFORE], [ARTICLE]];
  for (let i = 1; i < length; i++)
    paths = paths.flatMap((path) => (FOLLOWS[path.at(-1) ?? 0] ?? []).map((next) => [...path, next]));
  return paths.filter((path) => path.at(-1) !== INSERTED);
}

function scoreOf(path: readonly number[], scores: Float64Array, transitions: readonly (readonly number[])[]): number {
  return path.reduce((sum, zone, i) => {
    const move = i === 0 ? 0 : (transitions[path[i - 1] ?? 0]?.[zone] ?? 0);
    return sum + move + (scores[i * COUNT + zone] ?? 0);
  }, 0);
}

const number = fc.double({ min: -4, max: 4, noNaN: true });
const transitionsOf = fc.array(fc.array(number, { minLength: COUNT, maxLength: COUNT }), {
  minLength: COUNT,
  maxLength: COUNT,
});
const chains = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.array(number, { minLength: length * COUNT, maxLength: length * COUNT }))
  .map((values) => Float64Array.from(values));

describe('posteriors', () => {
  it('are what adding up all paths gives', () => {
    fc.assert(
      fc.property(chains, transitionsOf, (scores, transitions) => {
        const length = scores.length / COUNT;
        const paths = allPaths(length).map((path) => ({ path, weight: Math.exp(scoreOf(path, scores, transitions)) }));
        const total = paths.reduce((sum, { weight }) => sum + weight, 0);
        const { zones, logZ, transitions: moves } = posteriors(scores, transitions);
        expect(logZ).toBeCloseTo(Math.log(total), 8);
        const share = (test: (path: readonly number[]) => number): number =>
          paths.reduce((sum, { path, weight }) => sum + (test(path) * weight) / total, 0);
        for (let i = 0; i < length; i++)
          for (let zone = 0; zone < COUNT; zone++)
            expect(zones[i * COUNT + zone]).toBeCloseTo(
              share((path) => Number(path[i] === zone)),
              8,
            );
        for (let from = 0; from < COUNT; from++)
          for (let to = 0; to < COUNT; to++)
            expect(moves[from * COUNT + to]).toBeCloseTo(
              share((path) => path.filter((zone, i) => i > 0 && path[i - 1] === from && zone === to).length),
              8,
            );
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('sum to 1 for each block, on long pages and with large scores', () => {
    const scores = Float64Array.from({ length: 3_000 * COUNT }, (_, k) => ((k * 7919) % 101) - 50);
    const { zones } = posteriors(
      scores,
      FOLLOWS.map(() => [0, 0, 0, 0]),
    );
    for (let i = 0; i < 3_000; i++) {
      let sum = 0;
      for (let zone = 0; zone < COUNT; zone++) sum += zones[i * COUNT + zone] ?? NaN;
      expect(sum).toBeCloseTo(1, 6);
    }
  });

  it('of an empty page are empty', () => {
    expect(posteriors(new Float64Array(0), []).zones).toHaveLength(0);
  });
});

/** The likeliest zone of each block. */
function likeliest(scores: Float64Array, { transitions }: Weights): number[] {
  const { zones } = posteriors(scores, transitions);
  return Array.from({ length: scores.length / COUNT }, (_, i) => {
    const row = [...zones.subarray(i * COUNT, (i + 1) * COUNT)];
    return row.indexOf(Math.max(...row));
  });
}

describe('emissions', () => {
  const weights: Weights = {
    about: '',
    threshold: 0.5,
    transitions: FOLLOWS.map(() => [0, 0, 0, 0]),
    evidence: { prose: [-1, 2, -1, 0], short: [0.5, -0.5, 0, 0] },
  };

  it('add up the weights of what was seen; names without a weight say nothing', () => {
    expect([...emissions([['prose', 'short', 'unheard-of'], []], weights)]).toEqual([-0.5, 1.5, -1, 0, 0, 0, 0, 0]);
  });

  it('do not take names from the language they are written in', () => {
    expect([...emissions([['constructor', '__proto__', 'toString']], weights)]).toEqual([0, 0, 0, 0]);
  });

  it('never let a struck block into the article, whatever else speaks for it', () => {
    const rows = [['prose'], [STRUCK, ...Array<string>(10).fill('prose')], ['prose']];
    const scores = emissions(rows, weights);
    expect(posteriors(scores, weights.transitions).zones[COUNT + ARTICLE]).toBeLessThan(1e-9);
  });

  it('let the article go on behind what is struck', () => {
    const scores = emissions([['prose'], [STRUCK, 'short'], ['prose']], weights);
    expect(likeliest(scores, weights)).toEqual([ARTICLE, INSERTED, ARTICLE]);
  });

  it('put what is struck at the end behind the article', () => {
    const scores = emissions([['prose'], [STRUCK, 'short']], weights);
    expect(likeliest(scores, weights)).toEqual([ARTICLE, AFTER]);
  });
});
