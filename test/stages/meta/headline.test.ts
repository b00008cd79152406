import { describe, expect, it } from 'vitest';
import { EMPTY_META, type PageMeta } from '../../../src/core/types.js';
import { chooseHeadline, siteNames, withoutSite } from '../../../src/stages/meta/headline.js';

const meta = (headlines: Record<string, string>, more: Partial<PageMeta> = {}): PageMeta => ({
  ...EMPTY_META,
  headlines: Object.entries(headlines).map(([from, value]) => ({ from, value })),
  ...more,
});
const choose = (headlines: Record<string, string>, more?: Partial<PageMeta>): string | undefined =>
  chooseHeadline(meta(headlines, more))?.value;

describe('chooseHeadline', () => {
  it('takes the h1 that another source confirms, whatever else that one has at its end', () => {
    expect(choose({ 'json-ld': 'Ferry back', h1: 'The ferry is back', title: 'The ferry is back – Local news' })).toBe(
      'The ferry is back',
    );
  });

  it('takes what JSON-LD says where nothing confirms the h1', () => {
    expect(choose({ 'json-ld': 'The ferry is back', 'og:title': 'Boats ahoy', h1: 'News' })).toBe('The ferry is back');
  });

  it('prefers an h1 close to the others to a title made for search engines', () => {
    expect(choose({ 'og:title': 'Ferry back: timetable', h1: 'Ferry back on Monday: the timetable' })).toBe(
      'Ferry back on Monday: the timetable',
    );
  });

  it('passes over an h1 that is the name of the site', () => {
    const publishers = [{ value: 'Harbour Times', from: 'og:site_name' }];
    expect(
      choose({ h1: 'Harbour Times', 'og:title': 'Ferry back', title: 'Ferry back | Harbour Times' }, { publishers }),
    ).toBe('Ferry back');
  });

  it('takes the spelling that has the colon behind a kicker', () => {
    expect(choose({ 'og:title': 'Harbour: Ferry back on Monday', h1: 'Harbour Ferry back on Monday' })).toBe(
      'Harbour: Ferry back on Monday',
    );
  });

  it('gives null where there is none', () => {
    expect(chooseHeadline(EMPTY_META)).toBeNull();
  });
});

describe('withoutSite', () => {
  const names = siteNames(
    meta(
      {},
      {
        canonicalUrl: 'https://www.harbourtimes.example/a',
        publishers: [{ value: 'Harbour Times Online', from: 'og:site_name' }],
      },
    ),
  );

  it.each([
    ['Ferry back | Harbour Times', 'Ferry back'],
    ['Ferry back - harbourtimes.example', 'Ferry back'],
    ['Harbour Times Online: Ferry back', 'Harbour Times Online: Ferry back'],
    ['Harbour Times Online – Ferry back', 'Ferry back'],
  ])('%s', (title, cut) => {
    expect(withoutSite(title, names)).toBe(cut);
  });

  it.each(['Ferry back – and the bridge', 'War and peace | Opinion', 'A - B'])('leaves %s', (title) => {
    expect(withoutSite(title, names)).toBe(title);
  });
});
