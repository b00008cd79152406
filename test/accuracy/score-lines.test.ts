import { describe, expect, it } from 'vitest';
import { lineTokens, scoreLines, summarizeLines, type LinesScore } from '../../src/accuracy/score-lines.js';
import { DOCUMENTS, labelled, recordWith } from './records.js';

const scores = new Map(DOCUMENTS.map(([document, record]) => [document.id, scoreLines(document, record)]));
const scoreOf = (id: string): LinesScore => scores.get(id) as LinesScore;

describe('lineTokens', () => {
  it('are words, folded; of Han, kana and Thai characters', () => {
    expect(lineTokens('Fish &amp;amp; CHIPS for ＴＥＮ, the ferry\u00adman’s')).toEqual([
      'fish',
      'chips',
      'for',
      'ten',
      'the',
      'ferryman',
      's',
    ]);
    expect(lineTokens('渡し船が４日')).toEqual(['渡', 'し', '船', 'が', '4', '日']);
  });
});

describe('scoreLines', () => {
  it('counts drop lines that were left in', () => {
    expect(scoreOf('left')).toMatchObject({
      keep: 16,
      lost: 0,
      cut: 0,
      drop: 2,
      left: 1,
      noise: 2,
      out: 18,
      invented: 0,
      filled: 0,
      metas: 1,
      metaInText: 0,
    });
    expect(scoreOf('left').leftLines).toEqual([{ text: 'Buy tar', reason: 'advertisement' }]);
  });

  it('compares fields folded', () => {
    expect(scoreOf('left').fields).toEqual({ headline: true, authors: true, date: true, language: true });
    expect(scoreOf('lost').fields).toEqual({ headline: null, authors: null, date: null, language: false });
  });

  it('counts paragraphs lost, and tokens cut from others', () => {
    expect(scoreOf('lost')).toMatchObject({ keep: 16, lost: 6, cut: 2, left: 0, out: 11, metaInText: 1, filled: 1 });
    expect(scoreOf('lost').lostLines).toEqual(['Nobody had asked the ferryman himself.']);
  });

  it('takes a line for lost when more than half of it is gone', () => {
    const document = labelled('half', [['keep', '', 'one two three four']]);
    expect(scoreLines(document, recordWith('half', { text: 'one two' }))).toMatchObject({ lost: 0, cut: 2 });
    expect(scoreLines(document, recordWith('half', { text: 'one' }))).toMatchObject({ lost: 4, cut: 0 });
  });

  it('forgives a later copy kept in place of the first', () => {
    expect(scoreOf('copy')).toMatchObject({ lost: 0, left: 0 });
  });

  it('counts words that stand nowhere', () => {
    expect(scoreOf('invented')).toMatchObject({ keep: 8, lost: 0, out: 10, invented: 2 });
  });

  it('takes no record, and a rejected one, for an empty one', () => {
    expect(scoreOf('missing')).toMatchObject({
      keep: 10,
      lost: 10,
      out: 0,
      fields: { headline: false, language: false },
    });
    const [document] = DOCUMENTS[0] ?? [];
    if (document === undefined) throw new Error('there are documents');
    expect(
      scoreLines(document, recordWith('left', { status: 'rejected', text: 'Home News', headline: 'Tar doubles' })),
    ).toMatchObject({ lost: 16, left: 0, fields: { headline: false } });
  });
});

describe('summarizeLines', () => {
  it('adds up tokens, not shares', () => {
    // keep 16+16+16+8+10, out 18+11+16+10
    expect(summarizeLines([...scores.values()])).toEqual({
      documents: 5,
      lost: 0.2424,
      cut: 0.0303,
      noise: 0.0364,
      dropLinesLeft: [1, 3],
      perfect: 0.4,
      invented: 0.0364,
      metaInText: [1, 2],
      filled: 1,
      headline: [1, 2],
      authors: [1, 1],
      date: [1, 1],
      language: [3, 5],
    });
  });

  it('of nothing is nothing', () => {
    expect(summarizeLines([])).toMatchObject({ documents: 0, lost: 0, perfect: 0 });
  });
});
