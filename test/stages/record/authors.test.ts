import { describe, expect, it } from 'vitest';
import type { Origin, PageMeta } from '../../../src/core/types.js';
import { BYLINE } from '../../../src/stages/judge/opinions.js';
import { resolveAuthors } from '../../../src/stages/record/authors.js';
import { BODY, sourcesOf, type Line } from './sources.js';

const HEADLINE: Line = ['headline', 'Tar doubles in price'];
const PARAGRAPH: Line = ['paragraph', BODY];
const publishers = [{ value: 'Harbour Times', from: 'og:site_name' }];

const by = (from: string, ...value: string[]): Origin<readonly string[]> => ({ from, value });
const authors = (
  declared: Origin<readonly string[]>[],
  lines: readonly Line[],
  more: Partial<PageMeta> = {},
): string[] => resolveAuthors(sourcesOf([HEADLINE, ...lines, PARAGRAPH], { authors: declared, publishers, ...more }));

describe('the authors that the page states', () => {
  it('go before those of its lines', () => {
    expect(authors([by('json-ld', 'Ann Lee')], [['byline', 'By Bo Ek']])).toEqual(['Ann Lee']);
  });

  it('give way to a byline where they are only the site itself', () => {
    const site = by('json-ld', 'Harbour Times');
    expect(authors([site], [['byline', 'By Bo Ek']])).toEqual(['Bo Ek']);
    expect(authors([site], [['byline', 'By Harbour Times']])).toEqual(['Harbour Times']);
    expect(authors([site], [])).toEqual(['Harbour Times']);
  });

  it('are the site itself where the title or the address calls it so', () => {
    const named = by('meta:author', 'Quay Weekly');
    const line: Line = ['byline', 'By Bo Ek'];
    const title = { headlines: [{ value: 'Quay Weekly - Tar doubles', from: 'title' }] };
    expect(authors([named], [line], title)).toEqual(['Bo Ek']);
    expect(authors([named], [line], { url: 'https://www.quayweekly.example/tar' })).toEqual(['Bo Ek']);
    expect(authors([named], [line])).toEqual(['Quay Weekly']);
  });

  it('give way to a byline where they are a login', () => {
    expect(authors([by('json-ld', 'blee77'), by('meta:author', 'blee77')], [['byline', 'By Bo Ek']])).toEqual([
      'Bo Ek',
    ]);
    expect(authors([by('json-ld', 'Plato')], [])).toEqual(['Plato']);
  });

  it('give way to a byline where one class name alone says them', () => {
    expect(authors([by('byline', 'Harbour Desk Team')], [['byline', 'By Bo Ek']])).toEqual(['Bo Ek']);
    expect(authors([by('byline', 'Ann Lee'), by('meta:author', 'Ann Lee')], [['byline', 'By Bo Ek']])).toEqual([
      'Ann Lee',
    ]);
  });

  it('lose what the byline has not, where one class name alone says them', () => {
    expect(authors([by('byline', 'Bo Ek', 'Woodwork')], [['byline', 'By Bo Ek']])).toEqual(['Bo Ek']);
    expect(authors([by('json-ld', 'Bo Ek', 'Ann Lee')], [['byline', 'By Bo Ek']])).toEqual(['Bo Ek', 'Ann Lee']);
  });
});

describe('the authors in lines', () => {
  it('are those around the headline, not in a list far above it', () => {
    const far: Line[] = [
      ['byline', 'By Cy Poe'],
      ...Array.from({ length: 6 }, (): Line => ['navigation', 'Sport']),
      HEADLINE,
      ['byline', 'By Bo Ek'],
      PARAGRAPH,
    ];
    expect(resolveAuthors(sourcesOf(far))).toEqual(['Bo Ek']);
  });

  it('may be a bare name right below the headline, unless its words are words of the text', () => {
    expect(authors([], [['byline', 'Bo Ekdahl']])).toEqual(['Bo Ekdahl']);
    expect(authors([], [['byline', 'Harbour Tale']])).toEqual([]);
    expect(authors([], [['byline', 'By Harbour Tale']])).toEqual(['Harbour Tale']);
  });

  it('may stand between a standfirst and the text, among the buttons of a page that came as text', () => {
    const buttons = ['Follow us', 'Read in 3 min', 'Listen', 'Gift this'].map((text): Line => ['navigation', text]);
    expect(authors([], [['paragraph', 'Tar was never as dear.'], ...buttons, ['byline', 'By Bo Ekdahl']])).toEqual([
      'Bo Ekdahl',
    ]);
  });

  describe('in a script without capitals', () => {
    const inText = (...lines: Line[]): string[] => {
      const sources = sourcesOf([HEADLINE, ...lines, PARAGRAPH]);
      return resolveAuthors({ ...sources, page: { ...sources.page, format: 'text' } });
    };

    it('are bare names that a credit confirms', () => {
      expect(inText(['byline', 'נועה לוין'], ['caption', 'הנמל בלילה. צילום: נועה לוין'])).toEqual(['נועה לוין']);
      expect(inText(['byline', 'נועה לוין'], ['caption', 'הנמל בלילה. צילום: דנה כץ'])).toEqual([]);
      expect(inText(['byline', 'נועה לוין'], ['caption', 'הנמל בלילה'])).toEqual([]);
    });

    it('are names with a place beside the date', () => {
      expect(inText(['date', '7 May 2031'], ['byline', 'ليلى الهواري - الدوحة'])).toEqual(['ليلى الهواري']);
      expect(inText(['byline', 'ليلى الهواري - الدوحة'])).toEqual([]);
      expect(inText(['date', '7 May 2031'], ['byline', 'ليلى الهواري'])).toEqual([]);
    });
  });

  it('may be a bare name with a date below, under a standfirst or over the headline of a text', () => {
    const inText = (...lines: Line[]): string[] => {
      const sources = sourcesOf(lines);
      return resolveAuthors({ ...sources, page: { ...sources.page, format: 'text' } });
    };
    const signed: Line[] = [
      ['byline', 'هدى البرغوثي'],
      ['date', '7 May 2031'],
    ];
    expect(inText(HEADLINE, ['paragraph', 'Tar was never as dear.'], ...signed, PARAGRAPH)).toEqual(['هدى البرغوثي']);
    expect(inText(...signed, HEADLINE, PARAGRAPH)).toEqual(['هدى البرغوثي']);
    expect(inText(HEADLINE, ['navigation', 'Sport'], ...signed, PARAGRAPH)).toEqual([]);
  });

  it('are no other bare names where the judge tells one', () => {
    const told: Line = ['byline', 'Bo Ekdahl', BYLINE];
    const button: Line = ['byline', 'Order Prints'];
    expect(authors([], [button, told])).toEqual(['Bo Ekdahl']);
    expect(resolveAuthors(sourcesOf([HEADLINE, button, PARAGRAPH, told]))).toEqual(['Bo Ekdahl']);
    expect(authors([], [['byline', 'By Ann Lee'], told])).toEqual(['Ann Lee']);
  });

  it('may stand in the line of the date', () => {
    expect(authors([], [['date', 'By Bo Ekdahl Posted: 3 March 2031']])).toEqual(['Bo Ekdahl']);
    expect(authors([], [['date', 'Posted: 3 March 2031']])).toEqual([]);
  });
});
