import { expect, it } from 'vitest';
import { contentsList } from '../../src/rules/contents-list.js';
import { parseText } from '../../src/stages/parse-text.js';

const PARAGRAPH = 'Nobody who has ever mended a net in the rain will want to do it without gloves again.';
const marked = (lines: readonly string[]): number[] => {
  const page = parseText(lines.join('\n'));
  const marks = [
    ...contentsList.mark(page, { source: 'local', url: null, fetchedAt: null, profiles: [], language: 'en' }),
  ];
  return marks.map(({ span }) => page.blocks.findIndex((block) => block.span.start === span.start));
};

it('marks lines that head parts of the text below, and leaves the headings', () => {
  const list = ['1. What you need', '2. How to begin', '3. Where to stop'];
  const text = list.flatMap((line) => [line.slice(3), PARAGRAPH]);
  expect(marked(['How to mend a net', ...list, PARAGRAPH, ...text])).toEqual([1, 2, 3]);
});

it('leaves a menu that stands below once more, a list pasted twice and parts in another order', () => {
  const list = ['Harbour', 'Weather', 'Letters'];
  expect(marked([...list, PARAGRAPH, PARAGRAPH, ...list, PARAGRAPH])).toEqual([]);
  expect(marked([...list, PARAGRAPH, ...[...list].reverse().flatMap((line) => [line, PARAGRAPH])])).toEqual([]);
});
