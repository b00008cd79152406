import { describe, expect, it } from 'vitest';
import type { Phrase, PhraseKind } from '../../src/core/phrase.js';
import type { Mark, Page, Reason } from '../../src/core/types.js';
import { hitsByBlock, markPhrases, phrase } from '../../src/rules/phrase.js';
import { separateGlued } from '../../src/rules/glued/separate.js';
import { PhraseMatcher } from '../../src/rules/phrases/index.js';
import { parseText } from '../../src/stages/parse-text.js';
import { struck, textOf } from './marks.js';

const entry = (kind: PhraseKind, reason: Reason, ...any: string[]): Phrase => ({
  kind,
  reason,
  any,
  drops: [],
  keeps: [],
});
const matcher = new PhraseMatcher([
  {
    language: 'en',
    stopwords: [],
    fields: { byline: [], published: [], updated: [], credit: [], agencies: [] },
    phrases: [
      entry('label', 'advertisement', 'advertisement'),
      entry('button', 'social', 'share'),
      entry('lead-in', 'related', 'read also :'),
      entry('ending', 'legal', 'all rights reserved'),
      entry('notice', 'subscription', 'sign up for our newsletter'),
      entry('list-head', 'related', 'most read', 'popular'),
      entry('list-head', 'appended', 'frequently asked questions'),
      entry('label', 'comments', 'comments no comment'),
    ],
  },
]);

const marksOn = (page: Page): Mark[] => [...markPhrases(page, matcher, 'phrase')];
const marksOf = (...lines: string[]): Mark[] => marksOn(textOf(...lines));
const cutOf = (line: string): string[] => marksOf(line).map(({ span }) => line.slice(span.start, span.end));

/** Forty-five words. */
const LONG = 'The ferry went over the water and back again. '.repeat(5).trim();

describe('a line that a phrase makes what it is', () => {
  it.each([
    ['label', 'ADVERTISEMENT', true],
    ['lead-in', 'Read also: Ten ways to boil an egg', true],
    ['ending', 'Courier Ltd. All rights reserved', true],
    ['notice', 'Do sign up for our newsletter if you like tar.', true],
    ['list-head', 'Most read', true],
    ['button', 'Share', false],
  ])('%s', (kind, line, sure) => {
    const [mark, ...others] = marksOf(line, 'The tar was boiled on Monday before the boats came in.');
    expect(others).toEqual([]);
    expect(mark?.feature?.split(':')[0]).toBe(kind);
    expect(mark?.span).toEqual({ start: 0, end: line.length });
    expect(mark?.sure ?? false).toBe(sure);
  });

  it('ends a short paragraph, which stays', () => {
    const line = 'The tar was boiled on Monday before the boats came in. All rights reserved';
    expect(cutOf(line)).toEqual([' All rights reserved']);
    const owner = 'Courier Media of the Lower Harbour Ltd © 2031. All rights reserved';
    expect(cutOf(owner)).toEqual([owner]);
  });

  it('is signed by the list that knows it, with the words that were hit', () => {
    expect(marksOf('→ Read also: Ten ways')).toMatchObject([
      { rule: 'phrase:en', feature: 'lead-in:related', reason: 'related', evidence: 'Read also:' },
    ]);
  });

  it('is sure of buttons in a row, with a figure behind them, or behind the last sentence', () => {
    const sentence = 'The tar was boiled on Monday before the boats came in.';
    const isSure = (...lines: string[]): boolean => marksOf(...lines)[0]?.sure ?? false;
    expect(isSure('Share', sentence)).toBe(false);
    expect(isSure('Share', 'Share', sentence)).toBe(true);
    expect(isSure('Share 14', sentence)).toBe(true);
    expect(isSure('4. Share', sentence)).toBe(false);
    // What stands behind a colon is a fact of a list: "Locations: 67".
    expect(isSure('Share: 14', sentence)).toBe(false);
    // Where buttons are words for entering, too, a day is the day of that.
    expect(isSure('Share 2031-05-04 06:00', sentence)).toBe(false);
    expect(isSure(sentence, 'Share')).toBe(true);
  });

  it('is never sure of generated text: articles have such headings, too', () => {
    expect(marksOf('Frequently asked questions')[0]?.sure).toBe(false);
  });

  it.each([
    'As an AI language model, I cannot say who lit the fire.',
    "I'm sorry, but I can't verify the claims made about the tar.",
    'Lassen Sie mich wissen, wenn Sie eine kürzere Fassung wünschen.',
  ])('but of what only a model says of itself and its task: %s', (line) => {
    expect(struck(phrase, textOf(LONG, line))).toEqual([line]);
    expect(struck(phrase, textOf(LONG, `“${line}”`))).toEqual([]);
  });

  it('is found where words were put together', () => {
    expect(cutOf('CommentsNo comment')).toEqual(['CommentsNo comment']);
  });

  it('is said once, however many patterns say it', () => {
    expect(marksOf('Popular')).toHaveLength(1);
  });
});

describe('a row of labels that was glued to a sentence', () => {
  const sentence = 'The tar was boiled on Monday before the boats came in from the sound.';
  const sureOf = (line: string): string[] => struck(phrase, separateGlued(parseText(line), null));

  it.each([
    [
      'before it',
      `Listen to this article 4 min Save Share Print${sentence}`,
      'Listen to this article 4 min Save Share Print',
    ],
    ['behind it', `${sentence} Share on FacebookShare on TwitterWhatsApp`, 'Share on FacebookShare on TwitterWhatsApp'],
  ])('is sure: %s', (_, line, row) => {
    expect(new Set(sureOf(line))).toEqual(new Set([row]));
  });

  it('is not where it is part of the sentence', () => {
    expect(sureOf('Share Save Print was what the sign on the quay said, and nobody knew why.')).toEqual([]);
  });
});

describe('a paragraph', () => {
  it('loses what is glued to its end, with its sign and blanks', () => {
    expect(cutOf(`${LONG} © All rights reserved`)).toEqual([' © All rights reserved']);
  });

  it('keeps what its last sentence says', () => {
    expect(cutOf(`${LONG} The sign on the ferry said all rights reserved`)).toEqual([]);
  });

  it('keeps what it begins with', () => {
    expect(cutOf(`Read also: ${LONG}`)).toEqual([]);
  });

  it('keeps what somebody says', () => {
    expect(cutOf('“Advertisement”')).toEqual([]);
    expect(cutOf('She said: “Sign up for our newsletter, it is free”')).toEqual([]);
  });
});

describe('the shipped lists', () => {
  it.each([
    ['Leave a comment', 'en'],
    ['Lesen Sie auch: Zehn Arten, ein Ei zu kochen', 'de'],
    ['Lire aussi : Dix façons de cuire un œuf', 'fr'],
    ['Читайте также: Десять способов сварить яйцо', 'ru'],
    ['無断転載を禁じます', 'ja'],
    ['무단전재 및 재배포 금지', 'ko'],
  ])('know "%s"', (line) => {
    expect(struck(phrase, textOf(line))).toEqual([line]);
  });
});

describe('hitsByBlock', () => {
  it('matches a page once', () => {
    const page = textOf('Share', 'Most read');
    expect(hitsByBlock(page, matcher)).toBe(hitsByBlock(page, matcher));
    expect(hitsByBlock(page, matcher).map((hits) => hits.length)).toEqual([1, 1]);
  });
});

describe('a bare word that is no button after all', () => {
  const prose = 'The tar was boiled on Monday before the boats came in.';
  const sureOf = (line: string): boolean | undefined =>
    marksOf(prose, line).find(({ evidence }) => evidence !== prose)?.sure;

  it('has a full stop, or a formula around it', () => {
    expect(sureOf('Share')).toBe(true);
    expect(sureOf('Share.')).not.toBe(true);
    expect(sureOf('Share 12')).toBe(true);
  });
});

describe('a lead-in in a script without spaces', () => {
  it('is no paragraph before it has as many words as one', () => {
    const page = textOf('อ่านเพิ่มเติม : แพข้ามฟากหยุดเดินสามวันเพราะน้ำขึ้นสูงกว่าทุกปี');
    expect([
      ...phrase.mark(page, { source: 'local', url: null, language: 'th', fetchedAt: null, profiles: [] }),
    ]).toMatchObject([{ feature: 'lead-in:related', sure: true, span: page.blocks[0]?.span }]);
  });
});
