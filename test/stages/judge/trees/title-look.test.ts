import { describe, expect, it } from 'vitest';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import type { Forest } from '../../../../src/stages/judge/trees/forest.js';
import type { Layout } from '../../../../src/stages/judge/trees/layout.js';
import { readTitles, titleCandidates } from '../../../../src/stages/judge/trees/title-look.js';

const layoutOf = (sizes: number[]): Layout => ({ sizes }) as unknown as Layout;

describe('lines that may be the headline', () => {
  it('are short ones above the text, and the first of the text', () => {
    const sizes = [2, 60, 8, 3, 80, 9, 8, 7, 6, 5, 4];
    expect(titleCandidates(layoutOf(sizes), sizes, 4)).toEqual([0, 2, 3, 5, 6, 7, 8, 9]);
  });

  it('have words', () => {
    expect(titleCandidates(layoutOf([1, 1]), [0, 1], 1)).toEqual([1]);
  });

  it('are all short ones, where nothing is kept', () => {
    expect(titleCandidates(layoutOf([3, 90, 3]), [3, 90, 3], -1)).toEqual([0, 2]);
  });
});

describe('the chance to be the headline', () => {
  // Even odds, less what other documents say against a line.
  const forest: Forest = { features: [], base: 0, sizes: [1], feature: [-1], threshold: [0], right: [0], value: [0] };

  it('is that of the lines that were asked about, 0 of the others', () => {
    expect([...readTitles(forest, new Columns(3), [1], () => 0)]).toEqual([0, 0.5, 0]);
  });

  it('is less where other documents have the same line', () => {
    expect(readTitles(forest, new Columns(1), [0], () => 3)[0]).toBeCloseTo(0.047, 3);
  });
});
