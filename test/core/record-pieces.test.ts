import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../src/core/record.js';
import { cutOut, piecesOf, recordTexts } from '../../src/core/record-pieces.js';
import { record } from '../io/table/entries.js';

const strike = (text: string, start: number): ArticleRecord['removals'][number] => ({
  start,
  end: start + text.length,
  text,
  reason: 'ui',
  rule: 'phrase:en',
  evidence: null,
  confidence: 0.9,
});

/** A line struck, a headline, a paragraph with two cuts, another line struck, and one more paragraph. */
const crane = record({
  text: 'The council voted to keep the crane.\n\nIt stands.',
  blocks: [
    {
      role: 'paragraph',
      start: 0,
      end: 36,
      source: [
        { start: 30, end: 45 },
        { start: 60, end: 80 },
      ],
    },
    { role: 'paragraph', start: 38, end: 48, source: [{ start: 100, end: 110 }] },
  ],
  moves: [{ to: 'headline', start: 10, end: 20, text: 'Crane kept' }],
  removals: [strike('Home', 0), strike('Ad', 46), strike('Share', 50), strike('Comments', 85)],
});

describe('the pieces of a record', () => {
  it('are all that stands in its document, in order', () => {
    const texts = [
      'Home',
      'Crane kept',
      'The council voted to keep the crane.',
      'Ad',
      'Share',
      'Comments',
      'It stands.',
    ];
    expect(piecesOf(crane).map(({ text }) => text)).toEqual(texts);
    expect(recordTexts(crane)).toEqual(texts);
    expect(
      piecesOf(crane)
        .map(({ is }) => is)
        .join(' '),
    ).toBe('struck moved kept struck struck struck kept');
  });

  it('know what was cut out of a paragraph', () => {
    expect(cutOut(piecesOf(crane))).toEqual([false, false, false, true, true, false, false]);
  });
});
