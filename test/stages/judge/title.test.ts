import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/rules/index.js';
import { observe } from '../../../src/stages/judge/observe.js';
import { slugOf } from '../../../src/stages/judge/slug.js';
import { guessTitle } from '../../../src/stages/judge/title.js';
import { parseText } from '../../../src/stages/parse-text.js';

const BODY = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled.',
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first.',
];

/** The line above the article that is guessed to be its title. */
function guess(url: string | null, ...lines: string[]): string | undefined {
  const page = parseText([...lines, ...BODY].join('\n\n'), undefined, undefined, url);
  const { facts, marks } = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
  const first = page.blocks.length - BODY.length;
  return page.blocks[guessTitle(page, facts, marks, first, (i) => i >= first, slugOf(url))]?.text;
}

const at = (url: string, ...lines: string[]): string | undefined => guess(url, ...lines);
const above = (...lines: string[]): string | undefined => guess(null, ...lines);

describe('a guess at the title of a text', () => {
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

  it('may be a question', () => {
    expect(above('Who pays when the price of tar doubles?')).toBe('Who pays when the price of tar doubles?');
  });

  it('is no button, no date and no menu', () => {
    expect(above('Share this article', '3 May 2031', 'News | Sport | Culture | Weather')).toBeUndefined();
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
  });

  it('is none where nothing stands above', () => {
    expect(above()).toBeUndefined();
  });
});
