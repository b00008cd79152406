import { expect, it } from 'vitest';
import { menuRow } from '../../src/rules/menu-row.js';
import { marked, textOf } from './marks.js';

const SENTENCE = 'The board met on Tuesday.';

it('strikes rows of a menu, also one above the other', () => {
  const rows = ['News | Sport | Culture', 'About us · Contact · Advertise'];
  expect(marked(menuRow, textOf(...rows, SENTENCE))).toEqual(rows);
  const even = ['Home | News | Sport', 'Boats | Tar | Rope', 'Help | Contact | Log in'];
  expect(marked(menuRow, textOf(SENTENCE, ...even))).toEqual(even);
});

it('leaves the rows of a table', () => {
  const table = ['Leek | Sown | Cold', 'Hannibal | March | to –4 °C', 'Blue Solaise | April | to –15 °C'];
  expect(marked(menuRow, textOf(SENTENCE, ...table, SENTENCE))).toEqual([]);
});
