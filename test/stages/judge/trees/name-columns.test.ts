import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../src/rules/index.js';
import { observe } from '../../../../src/stages/judge/observe.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { layoutOf } from '../../../../src/stages/judge/trees/layout.js';
import { putNamed } from '../../../../src/stages/judge/trees/name-columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

const LINES = [
  'Harbour board quarrels over the price of tar',
  'By Ida Brannigan',
  'The board met on Tuesday, and Maud Orrin spoke first.',
  'Ida Brannigan has written about barges for ten years.',
  'Maud Orrin',
  'Maud Orrin is a member of the board and has been so since the flood.',
  'At Old Quay Herald we write to you every day; our letter is free.',
];

function columnsAt(url: string | null): Columns {
  const page = parseText(LINES.join('\n\n'), undefined, undefined, url);
  const { facts, marks } = observe(page, RULES, { source: 'local', url, fetchedAt: null, profiles: [] });
  const columns = new Columns(LINES.length);
  putNamed(columns, page, facts, marks, layoutOf(page, facts).tokens);
  return columns;
}

describe('whom a line names', () => {
  const columns = columnsAt('https://www.old-quay-herald.example/tar');

  it('is who signed the text', () => {
    expect(columns.get('opensSigned')[3]).toBe(1);
    expect(columns.get('opensSigned')[2]).toBe(0);
  });

  it('is the name on the line above', () => {
    expect([...columns.get('opensAsAbove')]).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });

  it('is the site, in as many words as it likes', () => {
    expect([...columns.get('namesSite')]).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect([...columnsAt(null).get('namesSite')]).toEqual(LINES.map(() => 0));
  });

  it('is the reader', () => {
    expect([...columns.get('persons')].map((share) => share > 0)).toEqual(LINES.map((_, i) => i === 6));
  });
});
