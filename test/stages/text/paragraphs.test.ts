import { describe, expect, it } from 'vitest';
import { mergeEdits, splitLines } from '../../../src/stages/text/lines.js';
import { groupLines } from '../../../src/stages/text/paragraphs.js';

const groups = (source: string): number[][] => groupLines(splitLines(source, () => [])).map((group) => [...group]);

describe('splitLines', () => {
  it('counts blank lines and leaves them out', () => {
    const lines = splitLines('one\n\n \ntwo\r\nthree\r', () => []);
    expect(lines.map(({ number, mapped }) => [number, mapped.text])).toEqual([
      [0, 'one'],
      [3, 'two'],
      [4, 'three'],
    ]);
  });

  it('keeps a line of which nothing is left to read', () => {
    expect(splitLines('&nbsp;', () => []).map(({ start, end, mapped }) => [start, end, mapped.text])).toEqual([
      [0, 6, ''],
    ]);
  });
});

describe('mergeEdits', () => {
  const edit = (start: number, end: number, text: string): { start: number; end: number; text: string } => ({
    start,
    end,
    text,
  });

  it('puts two lists in order, and the first wins where they overlap', () => {
    expect(mergeEdits([edit(4, 8, 'x')], [edit(0, 2, 'a'), edit(7, 9, 'b'), edit(8, 10, 'c')])).toEqual([
      edit(0, 2, 'a'),
      edit(4, 8, 'x'),
      edit(8, 10, 'c'),
    ]);
  });
});

describe('groupLines', () => {
  it('has every line once, in order', () => {
    const source = 'T\nhe board\n\nSaid little, as it had been told to do on the day before,\nand went home.\n• tar\n';
    expect(groups(source).flat()).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves a byline that is written small below its headline', () => {
    const headline = 'How the harbour board stopped counting its barrels by hand';
    expect(groups(`${headline}\nby Ada Quist, on Feb 27, 2031 9:15:00 AM`)).toEqual([[0], [1]]);
    expect(groups(`${headline}\nby a rule that nobody had written down, and nobody missed.`)).toEqual([[0, 1]]);
  });

  it('takes long lines for paragraphs, not for a wrapped text', () => {
    const line =
      'the board spoke about the price of tar and rope and paint and of the weather that there was until it was over ';
    expect(groups(Array.from({ length: 8 }, (_, i) => `Then ${i} times ${line}`).join('\n'))).toHaveLength(8);
  });

  it('keeps the pace on long texts', () => {
    const source = 'word, '.repeat(40_000) + '\n' + 'short line without an end\n'.repeat(20_000);
    expect(groups(source).flat()).toHaveLength(20_001);
  });
});
