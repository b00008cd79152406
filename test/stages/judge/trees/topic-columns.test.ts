import { describe, expect, it } from 'vitest';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { putTopics } from '../../../../src/stages/judge/trees/topic-columns.js';

/** Paragraphs of numbered words; `null` is a line that is no paragraph. */
function columnsOf(paragraphs: readonly (readonly number[] | null)[]): Columns {
  const columns = new Columns(paragraphs.length);
  putTopics(
    columns,
    paragraphs.map((own) => own !== null),
    paragraphs.map((own) => Int32Array.from(own ?? [])),
  );
  return columns;
}

/** A paragraph with words of its own, and two that the paragraph before has, too. */
const going = (from: number, count: number): number[][] =>
  Array.from({ length: count }, (_, k) => Array.from({ length: 8 }, (__, word) => from + k * 6 + word));

describe('whether the running text goes on about the same things', () => {
  it('shows the place where another text begins, from above and from below', () => {
    const columns = columnsOf([...going(0, 5), null, ...going(1000, 4)]);
    const [above, aboveSince] = [columns.get('topicAbove'), columns.get('topicAboveSince')];
    expect(above[4]).toBeGreaterThan(0);
    expect([...above.subarray(6)]).toEqual([0, 0, 0, 0]);
    expect([...aboveSince.subarray(6)]).toEqual([0, 1, 2, 3]);
    const [below, belowSince] = [columns.get('topicBelow'), columns.get('topicBelowSince')];
    expect(below[6]).toBeGreaterThan(0);
    expect([...below.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
    expect([...belowSince.subarray(0, 5)]).toEqual([4, 3, 2, 1, 0]);
  });

  it('finds none in one text, nor where there is too little of it', () => {
    expect(Math.min(...columnsOf(going(0, 8)).get('topicAbove'))).toBeGreaterThan(0);
    expect(Math.min(...columnsOf([[1, 2, 3], [4, 5], [6], [7, 8, 9]]).get('topicAbove'))).toBe(1);
  });
});
