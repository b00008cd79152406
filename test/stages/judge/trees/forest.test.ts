import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { chance, chancesOf, Reading, score, type Forest } from '../../../../src/stages/judge/trees/forest.js';

/** Two trees: the first asks for length and then for links, the second for length alone. */
const FOREST: Forest = {
  features: ['length', 'links'],
  base: -0.5,
  sizes: [5, 3],
  feature: [0, -1, 1, -1, -1, 0, -1, -1],
  threshold: [10, 0, 0.5, 0, 0, 100, 0, 0],
  right: [2, 0, 4, 0, 0, 2, 0, 0],
  value: [0.2, -1, 1, 2, -2, 0, 0, 0.5],
};

function table(rows: readonly (readonly [number, number])[]): Columns {
  const columns = new Columns(rows.length);
  columns.add('length').set(rows.map(([length]) => length));
  columns.add('links').set(rows.map(([, links]) => links));
  return columns;
}

describe('score', () => {
  it('adds up the leaves that a row comes to', () => {
    const rows = table([
      [5, 0],
      [50, 0.1],
      [50, 0.9],
      [500, 0],
    ]);
    expect([...score(FOREST, rows)]).toEqual([-1.5, 1.5, -2.5, 2]);
  });

  it('takes a number that is equal to the threshold to the left', () => {
    expect(score(FOREST, table([[10, 0]]))[0]).toBe(-1.5);
  });

  it('becomes a probability', () => {
    expect(chance(0)).toBe(0.5);
    expect(chance(40)).toBeCloseTo(1);
    expect(chance(-800)).toBe(0);
  });
});

describe('the chances of some rows', () => {
  // Even odds.
  const even: Forest = { features: [], base: 0, sizes: [1], feature: [-1], threshold: [0], right: [0], value: [0] };

  it('are 0 for those that nobody asked about', () => {
    expect([...chancesOf(even, new Columns(3), [1])]).toEqual([0, 0.5, 0]);
  });

  it('are less where something else speaks against a row', () => {
    expect(chancesOf(even, new Columns(1), [0], () => 3)[0]).toBeCloseTo(0.047, 3);
  });
});

describe('Reading', () => {
  it('reads only the rows that are asked about', () => {
    const rows = table([
      [5, 0],
      [50, 0.9],
      [500, 0],
    ]);
    const asked = new Reading(FOREST, rows, [2, 1]);
    expect([...asked.score()]).toEqual([2, -2.5]);
    expect(asked.contributions(1)).toEqual(new Reading(FOREST, rows).contributions(1));
  });
});

describe('Reading.contributions', () => {
  it('say which feature spoke for and against a row', () => {
    const [length, links] = new Reading(FOREST, table([[50, 0.9]])).contributions(0);
    expect(length).toBeCloseTo(0.8);
    expect(links).toBeCloseTo(-3);
  });

  it('add up to the score, less the base and the values of the roots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (length, links) => {
        const rows = table([[length, links]]);
        const sum = new Reading(FOREST, rows).contributions(0).reduce((a, b) => a + b, 0);
        expect(sum + FOREST.base + 0.2 + 0).toBeCloseTo(score(FOREST, rows)[0] as number);
      }),
    );
  });
});
