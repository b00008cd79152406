import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { secondArticle } from '../../src/rules/second-article.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { marked } from './marks.js';

const BODY =
  '<p>The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring. Nobody had asked the ferryman, who said that he would have told the board to paint the boat first, and to wait for the price to fall again.</p>';
const OTHER = BODY.replaceAll('Tuesday', 'Friday').replaceAll('tar', 'rope');
const struckIn = (html: string): string[] => marked(secondArticle, parseHtml(html, DEFAULT_OPTIONS));

describe('a second article', () => {
  it('goes whole, with its title', () => {
    const html = `<article><h1>Tar doubles</h1>${BODY}</article><article><h1>Rope follows</h1>${OTHER}</article>`;
    expect(struckIn(html)).toEqual(['Rope follows', expect.stringContaining('Friday')]);
  });
});

describe('what is no second article', () => {
  it('a part of the article without a title of its own', () => {
    expect(struckIn(`<article><h1>Tar doubles</h1>${BODY}</article><article>${OTHER}</article>`)).toEqual([]);
  });

  it('a section inside the article', () => {
    expect(
      struckIn(`<article><h1>Tar doubles</h1>${BODY}<article><h1>Rope follows</h1>${OTHER}</article></article>`),
    ).toEqual([]);
  });

  it('the article that the page is called after, below another', () => {
    const html = `<title>Rope follows</title><meta property="og:title" content="Rope follows">
      <article><h1>Tar doubles</h1>${BODY}</article><article><h1>Rope follows</h1>${OTHER}</article>`;
    expect(struckIn(html)).toEqual([]);
  });
});
