import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingBlocks, similarity } from '../../src/accuracy/matching-blocks.js';

const blocks = (a: string, b: string): [number, number, number][] =>
  matchingBlocks(Array.from(a), Array.from(b)).map((block) => [block.a, block.b, block.size]);

describe('matchingBlocks', () => {
  it.each<[string, string, string, [number, number, number][]]>([
    ['of equal lists are one', 'abc', 'abc', [[0, 0, 3]]],
    ['of lists without a common token are none', 'abc', 'xyz', []],
    ['of an empty list are none', '', 'abc', []],
    [
      'are on both sides of what was put in',
      'abcd',
      'abxcd',
      [
        [0, 0, 2],
        [2, 3, 2],
      ],
    ],
    [
      'take the longest first, even where more would match without it',
      'abxyzcd',
      'xyzabcd',
      [
        [2, 0, 3],
        [5, 5, 2],
      ],
    ],
    ['take the earliest of equals', 'ab', 'abab', [[0, 0, 2]]],
    ['do not cross', 'ab', 'ba', [[0, 1, 1]]],
  ])('%s', (_what, a, b, expected) => {
    expect(blocks(a, b)).toEqual(expected);
  });

  it('are the same tokens, in order, without overlap', () => {
    const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 25 });
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        let [endA, endB] = [0, 0];
        for (const block of matchingBlocks(a, b)) {
          expect(block.size).toBeGreaterThan(0);
          expect(block.a).toBeGreaterThanOrEqual(endA);
          expect(block.b).toBeGreaterThanOrEqual(endB);
          expect(a.slice(block.a, block.a + block.size)).toEqual(b.slice(block.b, block.b + block.size));
          endA = block.a + block.size;
          endB = block.b + block.size;
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('similarity', () => {
  it.each([
    ['abc', 'abc', 1],
    ['', '', 1],
    ['abc', 'xyz', 0],
    ['abcd', 'abxcd', 8 / 9],
    ['ab', 'ba', 0.5],
  ])('of %j and %j', (a, b, expected) => {
    expect(similarity(Array.from(a), Array.from(b))).toBeCloseTo(expected, 10);
  });
});
