import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { putFeeds } from '../../../../src/stages/judge/trees/feed-columns.js';
import { layoutOf } from '../../../../src/stages/judge/trees/layout.js';
import { parseText } from '../../../../src/stages/parse-text.js';

const BODY =
  'The harbour board met again on Tuesday, and nobody had counted how often it had met about the price of tar.';

/** The columns of lines, the longer ones of which are running text. */
function columnsOf(lines: readonly string[]): Columns {
  const page = parseText(lines.join('\n\n'));
  const columns = new Columns(lines.length);
  const facts = readFacts(page, () => false);
  const prose = lines.map((line) => line.length > 40);
  putFeeds(columns, page, facts, prose, layoutOf(page, facts).words);
  return columns;
}

describe('a list of other articles without a heading', () => {
  const lines = [
    BODY,
    'What the tar costs',
    BODY,
    BODY,
    'Stolen goose comes home by bus',
    'The driver had noticed nothing.',
    'Who knows this dog?',
    'Mill Lane choir wins again',
    'Judges praised its silences, which were longer than ever.',
  ];
  const columns = columnsOf(lines);
  const numbers = (name: string): number[] => [...columns.get(name)].map((value) => Math.round(2 ** value - 1));

  it('is a run of titles, each alone or with a sentence, and no subheading is one', () => {
    expect(numbers('feedTitles')).toEqual([0, 0, 0, 0, 3, 3, 3, 3, 3]);
    expect(numbers('feedPairs')).toEqual([0, 0, 0, 0, 2, 2, 2, 2, 2]);
    expect([...columns.get('feedSince')]).toEqual([0, 0, 0, 0, 1, 2, 3, 4, 5]);
    expect([...columns.get('feedUntil')].slice(3)).toEqual([0, 5, 4, 3, 2, 1]);
  });

  it('shares few words with the paragraphs, and a list that belongs to them many', () => {
    expect(columns.get('feedShared')[4]).toBeLessThan(0.1);
    const own = columnsOf([
      BODY,
      'Tar by the barrel',
      'The price rose on Tuesday.',
      'What the harbour board counted',
      BODY,
    ]);
    expect(own.get('feedShared')[1]).toBeGreaterThan(0.6);
  });

  it('has sentences: verses before a paragraph have none', () => {
    const verses = columnsOf([BODY, 'Row the boat home', 'Row the boat home', 'Before the water comes', BODY]);
    expect(Math.max(...verses.get('feedTitles'))).toBe(0);
  });
});
