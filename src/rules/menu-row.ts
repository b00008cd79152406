import type { Mark, Page, Rule } from '../core/types.js';

/**
 * Short words between bars or dots, as menus are left in one line: "News | Sport | Culture". Three rows and more of as many cells, with figures
 * in them, are a table: of sixteen such rows in labelled texts all were the article's.
 */

const SIGN = /[|｜•·]/;
const FIGURE = /\p{N}/u;
const SENTENCE = /[.!?]/;
const MOST_CHARACTERS = 200;
const MOST_IN_CELL = 40;
const LEAST_CELLS = 3;
const LEAST_ROWS = 3;

/** Cells of a line that may be a row of a menu, or 0. */
function cellsOf(text: string): number {
  if (text.length > MOST_CHARACTERS || !SIGN.test(text) || SENTENCE.test(text)) return 0;
  const cells = text.split(SIGN).map((cell) => cell.trim());
  return cells.length >= LEAST_CELLS && cells.every((cell) => cell !== '' && cell.length <= MOST_IN_CELL)
    ? cells.length
    : 0;
}

export const menuRow: Rule = {
  name: 'menu-row',
  reason: 'navigation',
  examples: {
    drops: ['News | Sport | Culture | Weather', 'About Us · Contact · Advertise'],
    keeps: ['“Yes | no” was the whole of the ballot.', 'The score stood at 2.'],
  },
  *mark({ blocks }: Page): Iterable<Mark> {
    for (let i = 0; i < blocks.length; i++) {
      const cells = cellsOf(blocks[i]?.text ?? '');
      if (cells === 0) continue;
      let end = i + 1;
      while (cellsOf(blocks[end]?.text ?? '') === cells) end++;
      const rows = blocks.slice(i, end);
      i = end - 1;
      if (rows.length >= LEAST_ROWS && rows.some(({ text }) => FIGURE.test(text))) continue;
      for (const { span, text } of rows)
        yield { span, rule: 'menu-row', claim: 'drop', reason: 'navigation', evidence: text, sure: false };
    }
  },
};
