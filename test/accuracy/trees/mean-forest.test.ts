import { describe, expect, it } from 'vitest';
import { meanForest } from '../../../src/accuracy/trees/mean-forest.js';
import { Columns } from '../../../src/stages/judge/trees/columns.js';
import { score, type Forest } from '../../../src/stages/judge/trees/forest.js';

/** One tree that asks one question. */
const stump = (name: string, threshold: number, base: number, low: number, high: number): Forest => ({
  features: [name],
  base,
  sizes: [3],
  feature: [0, -1, -1],
  threshold: [threshold, 0, 0],
  right: [2, 0, 0],
  value: [0, low, high],
});

describe('the mean of forests', () => {
  it('says the mean of what each says, whatever features they ask for', () => {
    const columns = new Columns(4);
    columns.add('words').set([1, 5, 9, 20]);
    columns.add('links').set([0, 3, 0, 1]);
    const forests = [stump('words', 6, 0.5, -1, 1), stump('links', 1, -0.5, 2, -2), stump('words', 15, 0.3, 0, 0.6)];
    const each = forests.map((forest) => score(forest, columns));
    const mean = [...score(meanForest(forests), columns)];
    mean.forEach((value, i) => {
      const expected = each.reduce((sum, scores) => sum + (scores[i] as number), 0) / forests.length;
      expect(value).toBeCloseTo(expected, 2);
    });
    expect(meanForest(forests).features).toEqual(['words', 'links']);
  });
});
