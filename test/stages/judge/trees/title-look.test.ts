import { describe, expect, it } from 'vitest';
import type { Layout } from '../../../../src/stages/judge/trees/layout.js';
import { likeliest, titleCandidates } from '../../../../src/stages/judge/trees/title-look.js';

const layoutOf = (sizes: number[], words = sizes): Layout =>
  ({ sizes, tokens: words.map((count) => new Int32Array(count)) }) as unknown as Layout;

describe('lines that may be the headline', () => {
  it('are short ones above the text, and the first of the text', () => {
    const sizes = [2, 60, 8, 3, 80, 9, 8, 7, 6, 5, 4];
    expect(titleCandidates(layoutOf(sizes), 4)).toEqual([0, 2, 3, 5, 6, 7, 8, 9]);
  });

  it('have words', () => {
    expect(titleCandidates(layoutOf([1, 1], [0, 1]), 1)).toEqual([1]);
  });

  it('are all short ones, where nothing is kept', () => {
    expect(titleCandidates(layoutOf([3, 90, 3]), -1)).toEqual([0, 2]);
  });
});

describe('the likeliest line', () => {
  it('has the chance that is asked of it', () => {
    expect(likeliest([0.1, 0.3, 0.25], () => 0.2)).toBe(1);
    expect(likeliest([0.1, 0.3, 0.25], (line) => (line === 1 ? 0.4 : 0.2))).toBe(2);
    expect(likeliest([0.1, 0.3], () => 0.5)).toBe(-1);
  });

  it('is the first of equals', () => {
    expect(likeliest([0, 0.3, 0.3], () => 0.1)).toBe(1);
  });
});
