import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import type { Page } from '../../../src/core/types.js';
import { MODELS } from '../../../src/pipeline.js';
import { RULES } from '../../../src/rules/index.js';
import { findHeadline } from '../../../src/stages/judge/headline.js';
import { observe } from '../../../src/stages/judge/observe.js';
import { parseHtml } from '../../../src/stages/parse-html.js';
import { parseText } from '../../../src/stages/parse-text.js';

const BODY = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled.',
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first.',
];

function headline(page: Page): string | undefined {
  const observation = observe(page, RULES, { source: 'local', url: page.meta.url, fetchedAt: null, profiles: [] });
  return page.blocks[findHeadline(observation, MODELS[page.format](observation))]?.text;
}

const TITLE = 'Harbour board quarrels over the price of tar';
const above = (...lines: string[]): string | undefined =>
  headline(parseText([...lines, ...BODY, ...BODY].join('\n\n')));

describe('the headline of a text', () => {
  it('stands above it, among what is not the article', () => {
    expect(above('Home', 'News', TITLE, 'By Ida Brannigan', '3 May 2031', 'Share')).toBe(TITLE);
    expect(above('Accept all', 'We use cookies to measure who reads us.', TITLE, '3 May 2031')).toBe(TITLE);
  });

  it('may have nothing around it', () => {
    expect(above(TITLE)).toBe(TITLE);
  });

  it('is the line above its byline, though it reads like the text', () => {
    const title = 'Harbour board says the price of tar has doubled. “The boat stays as it is.”';
    const page = parseText([title, 'By Ida Brannigan', ...BODY].join('\n\n'));
    const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
    const none = { titles: [0, 0, 0, 0], bylines: null, why: () => null };
    expect(findHeadline(observation, { ...none, article: [1, 0, 1, 1], kept: [true, false, true, true] })).toBe(0);
    expect(findHeadline(observation, { ...none, article: [0, 0, 1, 1], kept: [false, false, true, true] })).toBe(-1);
  });

  it('is none where no line reads like one', () => {
    expect(above()).toBeUndefined();
    expect(above('Share this article', '3 May 2031', 'News | Sport | Culture | Weather')).toBeUndefined();
  });

  it('is the likeliest line for the model, where that is likely enough', () => {
    const page = parseText([TITLE, ...BODY].join('\n\n'));
    const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
    const said = (titles: number[]): number =>
      findHeadline(observation, {
        article: [0, 1, 1],
        kept: [false, true, true],
        titles,
        bylines: null,
        why: () => null,
      });
    expect(said([0.3, 0.2, 0])).toBe(0);
    expect(said([0.2, 0.3, 0])).toBe(1);
    expect(said([0.05, 0.02, 0])).toBe(-1);
    // The second line is kept.
    expect(said([0.02, 0.15, 0])).toBe(-1);
    const struck = { ...observation, struck: [true, false, false] };
    const opinions = { article: [0, 1, 1], kept: [false, true, true], bylines: null, why: () => null };
    expect(findHeadline(struck, { ...opinions, titles: [0.15, 0.05, 0] })).toBe(-1);
    expect(findHeadline(struck, { ...opinions, titles: [0.5, 0.25, 0] })).toBe(0);
  });
});

describe('the headline of a page', () => {
  const html = (head: string, body: string): Page =>
    parseHtml(
      `<html><head>${head}</head><body>${body}${BODY.map((text) => `<p>${text}</p>`).join('')}</body></html>`,
      DEFAULT_OPTIONS,
    );

  it('is the heading that says what the metadata say', () => {
    expect(
      headline(
        html('<meta property="og:title" content="Tar doubles">', '<h2>News</h2><h2>Tar Doubles</h2><h1>Harbour</h1>'),
      ),
    ).toBe('Tar Doubles');
  });

  it('is the <h1> where they say nothing', () => {
    expect(headline(html('', '<h2>News</h2><h1>Tar doubles</h1>'))).toBe('Tar doubles');
  });

  it('is nowhere on a page without one', () => {
    expect(headline(html('', ''))).toBeUndefined();
  });
});
