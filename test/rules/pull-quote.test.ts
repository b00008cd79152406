import { describe, expect, it } from 'vitest';
import { pullQuote } from '../../src/rules/pull-quote.js';
import { markedIn, OTHER, PARAGRAPH } from './html.js';

const QUOTE = 'spoke until midnight about the price of tar';
const ARTICLE = `<p>${PARAGRAPH}</p><p>${OTHER}</p>`;

describe('a quotation set apart that a paragraph says', () => {
  it('goes, by its element or by its name, whatever its marks', () => {
    expect(markedIn(pullQuote, `${ARTICLE}<blockquote>“${QUOTE}.”</blockquote>`)).toEqual([`“${QUOTE}.”`]);
    expect(markedIn(pullQuote, `<aside><p>${QUOTE}</p></aside>${ARTICLE}`)).toEqual([QUOTE]);
    expect(markedIn(pullQuote, `<div class="quote-big">${QUOTE}</div>${ARTICLE}`)).toEqual([QUOTE]);
  });
});

describe('what stays', () => {
  it('a quotation in words of its own', () => {
    expect(markedIn(pullQuote, `${ARTICLE}<blockquote>Tar is the bread of boats, he said.</blockquote>`)).toEqual([]);
  });

  it('a refrain that is not set apart, and a word or two', () => {
    expect(markedIn(pullQuote, `${ARTICLE}<p>${QUOTE}</p>`)).toEqual([]);
    expect(markedIn(pullQuote, `${ARTICLE}<blockquote>the ferryman</blockquote>`)).toEqual([]);
  });

  it('what only another quotation says, and words that stand in the midst of others', () => {
    expect(markedIn(pullQuote, `<blockquote><p>${PARAGRAPH}</p><p>${QUOTE}</p></blockquote><p>${OTHER}</p>`)).toEqual(
      [],
    );
    expect(markedIn(pullQuote, `${ARTICLE}<blockquote>old had asked the ferryman</blockquote>`)).toEqual([]);
  });
});
