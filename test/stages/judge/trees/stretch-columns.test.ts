import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { Columns, FAR } from '../../../../src/stages/judge/trees/columns.js';
import { putStretch, putStretches } from '../../../../src/stages/judge/trees/stretch-columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

const PARAGRAPH =
  'The harbour board met again on Tuesday, and nobody had counted how often it had met about the price of tar.';
const TEASER = 'Maud Orrin has counted every barge that came in since the first of May.';

/** The columns of lines of which those named are running text. */
function columnsOf(lines: readonly string[], isProse: (line: string) => boolean): Columns {
  const columns = new Columns(lines.length);
  const facts = readFacts(parseText(lines.join('\n\n')), () => false);
  putStretches(columns, facts, lines.map(isProse));
  return columns;
}

describe('running text that lies together', () => {
  const lines = ['Home', PARAGRAPH, PARAGRAPH, 'What it costs', PARAGRAPH, 'Most read', 'Ferry', TEASER, 'Tar', TEASER];
  const columns = columnsOf(lines, (line) => line === PARAGRAPH || line === TEASER);

  it('is the article, be there a heading in it, and not the teasers below', () => {
    expect([...columns.get('inLoose')]).toEqual([0, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect([...columns.get('sinceLoose')].slice(0, 4)).toEqual([-1, 0, 1, 2]);
    expect([...columns.get('untilLoose')].slice(4, 7)).toEqual([0, -1, -2]);
  });

  it('is counted in words right before and behind a line', () => {
    const words = (name: string): number[] => [...columns.get(name)].map((value) => Math.round(2 ** value - 1));
    expect(words('runBefore').slice(0, 5)).toEqual([0, 0, 21, 42, 0]);
    expect(words('runAfter').slice(0, 5)).toEqual([42, 21, 0, 21, 0]);
  });
});

describe('the stretch that gains most', () => {
  it('is none where nothing gains', () => {
    const columns = new Columns(3);
    putStretch(columns, 'Any', Float64Array.of(-1, -2, -1));
    expect([...columns.get('inAny')]).toEqual([0, 0, 0]);
    expect([...columns.get('sinceAny')]).toEqual([-FAR, -FAR, -FAR]);
  });

  it('goes on over a loss that what follows makes up for', () => {
    const columns = new Columns(6);
    putStretch(columns, 'Any', Float64Array.of(3, -5, 4, -1, 2, -9));
    expect([...columns.get('inAny')]).toEqual([0, 0, 1, 1, 1, 0]);
  });
});
