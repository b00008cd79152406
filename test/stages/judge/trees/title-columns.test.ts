import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { putSlug } from '../../../../src/stages/judge/trees/slug-columns.js';
import { putTitles } from '../../../../src/stages/judge/trees/title-columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

function columnsOf(...lines: string[]): Columns {
  const page = parseText(
    lines.join('\n\n'),
    undefined,
    undefined,
    'https://herald.example/ferry-bell-found-in-the-tar',
  );
  const columns = new Columns(page.blocks.length);
  const facts = readFacts(page, () => false);
  putSlug(columns, page, facts);
  putTitles(columns, page, facts);
  return columns;
}

describe('what tells a headline', () => {
  const columns = columnsOf(
    'Ferry bell found in the tar',
    'Ferry bell found – Herald',
    'News | Ferry | Tar › Bells',
    '+12.5 4711 (3) 17:30',
  );

  it('is that it is of one piece', () => {
    expect([...columns.get('parts')]).toEqual([0, 1, 3, 0]);
  });

  it('is that it is of letters', () => {
    expect(columns.get('letters')[0]).toBeGreaterThan(0.75);
    expect(columns.get('letters')[3]).toBe(0);
  });

  it('is that no other line says more of the address', () => {
    expect(columns.get('slugBehind')[0]).toBe(0);
    expect(columns.get('slugBehind')[1]).toBeGreaterThan(0);
    expect(columns.get('slugBehind')[3]).toBeGreaterThan(columns.get('slugBehind')[1] as number);
  });
});
