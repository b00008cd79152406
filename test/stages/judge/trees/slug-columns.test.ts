import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { Columns, FAR } from '../../../../src/stages/judge/trees/columns.js';
import { putSlug } from '../../../../src/stages/judge/trees/slug-columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

const LINES = ['Menu', 'Harbour board quarrels over the price of tar', 'By Ida Brannigan', 'The board met on Tuesday.'];

function columnsAt(url: string | null): Columns {
  const page = parseText(LINES.join('\n'), undefined, undefined, url);
  const columns = new Columns(LINES.length);
  putSlug(
    columns,
    page,
    readFacts(page, () => false),
  );
  return columns;
}

describe('where a line stands to the one that says the address', () => {
  it('is how far below and above it', () => {
    const columns = columnsAt('https://herald.example/harbour-board-quarrels-over-tar');
    expect([...columns.get('sinceSlug')]).toEqual([FAR, FAR, 1, 2]);
    expect([...columns.get('untilSlug')]).toEqual([1, FAR, FAR, FAR]);
    expect([...columns.get('slugHeld')].map((share) => share > 0)).toEqual([false, true, false, true]);
    const missed = [...columns.get('slugMissed')];
    expect(missed[1]).toBe(0);
    expect(missed[0]).toBe(missed[2]);
    expect(missed[3]).toBeLessThan(missed[0] as number);
  });

  it('is nowhere without an address of words', () => {
    const columns = columnsAt(null);
    expect([...columns.get('sinceSlug')]).toEqual(LINES.map(() => FAR));
    expect([...columns.get('slugLike')]).toEqual(LINES.map(() => 0));
  });
});
