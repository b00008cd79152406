import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import type { Page } from '../../../src/core/types.js';
import { RULES } from '../../../src/rules/index.js';
import { findHeadline } from '../../../src/stages/judge/headline.js';
import { observe } from '../../../src/stages/judge/observe.js';
import { parseHtml } from '../../../src/stages/parse-html.js';
import { parseText } from '../../../src/stages/parse-text.js';

const BODY = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled.',
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first.',
];

/** The headline of a page whose last two blocks are the article. */
function headline(page: Page): string | undefined {
  const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
  const kept = page.blocks.map((_, i) => i >= page.blocks.length - BODY.length);
  return page.blocks[findHeadline(observation, kept)]?.text;
}

const at = (url: string, ...lines: string[]): string | undefined =>
  headline(parseText([...lines, ...BODY].join('\n\n'), undefined, undefined, url));
const above = (...lines: string[]): string | undefined => headline(parseText([...lines, ...BODY].join('\n\n')));

describe('the headline of a text', () => {
  it('is the line above the article that shares its words', () => {
    expect(
      above('Home', 'News', 'Harbour board quarrels over the price of tar', 'By Ida Brannigan', '3 May 2031'),
    ).toBe('Harbour board quarrels over the price of tar');
  });

  it('is the end of a path, where that stands by itself', () => {
    const title = 'Harbour board quarrels over the price of tar';
    expect(above(`Home/Harbour/${title}`, title)).toBe(title);
    expect(above(`Our best story: ${title}`, 'Paint', 'By Ida Brannigan')).not.toBe('Paint');
  });

  it('is no entry of a ticker, unless the address says that it is', () => {
    const timed = '17:30 Harbour board quarrels over the price of tar';
    expect(above(timed)).toBeUndefined();
    expect(at('https://herald.example/17-30-harbour-board-quarrels-over-tar', timed)).toBe(timed);
  });

  it('is the line that says the address, where another shares as many words', () => {
    const lines = ['The harbour board spoke about the price of tar until midnight', 'Old paint and new'];
    expect(above(...lines)).toBe(lines[0]);
    expect(at('https://herald.example/news/old-paint-and-new', ...lines)).toBe(lines[1]);
  });

  it('is none where nothing stands below it', () => {
    const page = parseText(
      'Midnight on the board',
      undefined,
      undefined,
      'https://herald.example/midnight-on-the-board',
    );
    const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
    expect(findHeadline(observation, [true])).toBe(-1);
  });

  it('may be a question', () => {
    expect(above('Who pays when the price of tar doubles?')).toBe('Who pays when the price of tar doubles?');
  });

  it('is no button, no date and no menu', () => {
    expect(above('Share this article', '3 May 2031', 'News | Sport | Culture | Weather')).toBeUndefined();
  });

  it('is the line above its byline, though the judge took it for text', () => {
    const title = 'Harbour board says the price of tar has doubled. “The boat stays as it is.”';
    const page = parseText([title, 'By Ida Brannigan', ...BODY].join('\n\n'));
    const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
    expect(findHeadline(observation, [true, true, true, true])).toBe(0);
  });

  it('is the line above its standfirst, which shares more words with the text', () => {
    const standfirst = 'The harbour board spoke until midnight about the price of tar and did not ask the ferryman';
    const title = 'Harbour board quarrels until midnight over the price of tar';
    expect(above(title, standfirst, 'By Ida Brannigan')).toBe(title);
    expect(above('Harbour', standfirst, 'By Ida Brannigan')).toBe(standfirst);
  });

  it('may be short and share nothing, where a byline stands below', () => {
    expect(above('Ferry runs again', 'By Ida Brannigan')).toBe('Ferry runs again');
    expect(above('Ferry runs again')).toBeUndefined();
    expect(above('Ferry runs again', 'Ida Brannigan')).toBeUndefined();
    expect(above('Home', 'By Ida Brannigan')).toBeUndefined();
  });

  it('is no sentence that says something else than the address: its title is not in the text', () => {
    const standfirst = 'The harbour board spoke until midnight about tar and did not ask the ferryman.';
    expect(at('https://herald.example/old-paint-and-a-new-boat', standfirst)).toBeUndefined();
    expect(at('https://herald.example/harbour-board-spoke-about-tar-until-midnight', standfirst)).toBe(standfirst);
    const page = parseText(
      [standfirst, 'By Ida Brannigan', ...BODY].join('\n\n'),
      undefined,
      undefined,
      'https://herald.example/old-paint-and-a-new-boat',
    );
    const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
    expect(findHeadline(observation, [true, false, true, true])).toBe(-1);
  });

  it('is none where nothing stands above', () => {
    expect(above()).toBeUndefined();
  });

  it('is none where nothing is kept', () => {
    const page = parseText('Harbour board quarrels over tar');
    const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
    expect(findHeadline(observation, [false])).toBe(-1);
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
