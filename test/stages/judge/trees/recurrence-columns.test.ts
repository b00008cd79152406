import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { putRecurrences } from '../../../../src/stages/judge/trees/recurrence-columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

function columnsOf(...lines: string[]): Columns {
  const columns = new Columns(lines.length);
  putRecurrences(
    columns,
    readFacts(parseText(lines.join('\n\n')), () => false),
  );
  return columns;
}

describe('short lines of one shape', () => {
  it('are those that differ in figures only', () => {
    const columns = columnsOf('12 likes', 'The ferryman was right.', '3 likes', '1 like', '4 likes');
    expect([...columns.get('recurs')]).toEqual([3, 1, 3, 1, 3]);
    expect([...columns.get('sinceRecurrence')].slice(1)).toEqual([1, 2, 1, 2]);
    expect([...columns.get('recursAround')]).toEqual([2, 3, 2, 3, 2]);
  });

  it('are those that end alike', () => {
    expect([...columnsOf('Maud Orrin says:', 'Old ferryman says:', 'Ida says:', 'Tar').get('recursAtEnd')]).toEqual([
      3, 3, 3, 0,
    ]);
  });

  it('are no sentences that happen to be alike', () => {
    const long = 'He said so on Monday and on Tuesday and on Wednesday.';
    expect([...columnsOf(long, long, long).get('recurs')]).toEqual([0, 0, 0]);
  });
});
