import { describe, expect, it } from 'vitest';
import { EMPTY_META, type PageMeta } from '../../../src/core/types.js';
import { chooseHeadline } from '../../../src/stages/meta/headline.js';

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

  it('takes the h1 before a title for search engines, in a blog; what JSON-LD says, in a news article', () => {
    const titles = { 'json-ld': 'Best ferries this year', h1: 'How we crossed the sound on seven ferries' };
    expect(choose(titles, { types: ['BlogPosting'] })).toBe('How we crossed the sound on seven ferries');
    expect(choose(titles, { types: ['NewsArticle'] })).toBe('Best ferries this year');
  });

  it('leaves an h1 that is a section or a text below the headline', () => {
    const blog = { types: ['BlogPosting'] };
    expect(choose({ 'json-ld': 'The ferry is back at last', h1: 'Market notes' }, blog)).toBe(
      'The ferry is back at last',
    );
    const long = 'We sailed and sailed '.repeat(10).trim();
    expect(choose({ 'json-ld': 'The ferry is back at last', h1: long }, blog)).toBe('The ferry is back at last');
  });

  it('leaves the kicker before the headline that another source has without it', () => {
    const title = 'Ferry sails again on Monday';
    expect(choose({ 'og:title': title, h1: `Harbour row ${title}` })).toBe(title);
    expect(choose({ 'og:title': title, h1: `The ${title}` })).toBe(`The ${title}`);
    const story = 'After a long winter of repairs the ferry sails';
    expect(choose({ 'og:title': 'The ferry sails', h1: story })).toBe(story);
  });

  it('knows the name of a blog by what stands behind it in another title', () => {
    const titles = {
      'og:title': 'Seven ferries',
      h1: 'Notes from the quay',
      title: 'Notes from the quay: Seven ferries',
    };
    expect(choose(titles)).toBe('Seven ferries');
    expect(choose({ h1: 'Seven ferries', title: 'Seven ferries: notes from the quay' })).toBe('Seven ferries');
  });

  it('cuts the name of the site off an h1, too, and a section that the address names', () => {
    const publishers = [{ value: 'Harbour Times', from: 'og:site_name' }];
    const url = 'https://www.harbourtimes.example/opinion/2024/ferry';
    expect(choose({ h1: 'Ferry back on Monday - Harbour Times' }, { publishers })).toBe('Ferry back on Monday');
    expect(choose({ h1: 'Ferry back on Monday | Opinion' }, { url })).toBe('Ferry back on Monday');
    expect(choose({ h1: 'Ferry back on Monday | Readers' }, { url })).toBe('Ferry back on Monday | Readers');
    const page = { url: 'https://www.harbourtimes.example/opinion/ferry-back/' };
    expect(choose({ title: 'Quay – Ferry back' }, page)).toBe('Quay – Ferry back');
  });

  it('has none where the only title is the name of the site', () => {
    expect(choose({ title: 'Harbour Times' }, { url: 'https://harbourtimes.example/' })).toBeUndefined();
    expect(choose({ title: 'Harbour timetable' }, { url: 'https://harbourtimes.example/' })).toBe('Harbour timetable');
  });

  it('takes what an h1 and another title share behind different kickers, and no half of a headline', () => {
    const shared = 'The ferry is back on Monday';
    expect(choose({ 'og:title': `Harbour news: ${shared}`, h1: `On the quay - ${shared}` })).toBe(shared);
    const whole = 'The harbour has failed its fishermen: here is what it needs to do';
    expect(choose({ h1: whole, 'og:title': 'Harbour in trouble: here is what it needs to do' })).toBe(whole);
  });

  it('takes what a newsroom states in two places where it has no JSON-LD, before an h1 that says otherwise', () => {
    const titles = { 'og:title': 'Ferry sails by noon', 'twitter:title': 'Ferry sails by noon' };
    const h1 = 'The island ferry sails by noon at last';
    expect(choose({ ...titles, h1 }, { isNews: true })).toBe('Ferry sails by noon');
    expect(choose({ ...titles, h1 })).toBe(h1);
    expect(choose({ 'og:title': 'Ferry sails by noon', h1 }, { isNews: true })).toBe(h1);
  });

  it('completes a title that was cut off from one that goes on', () => {
    const whole = `${'A long headline about the island ferry, '.repeat(3)}and its crew`;
    expect(choose({ 'json-ld': whole.slice(0, 99).trimEnd(), 'og:title': whole })).toBe(whole);
    expect(choose({ 'json-ld': 'The ferry is …', 'og:title': 'The ferry is back' })).toBe('The ferry is back');
    expect(choose({ 'json-ld': 'The ferry', 'og:title': 'The ferry is back' })).toBe('The ferry');
  });

  it('takes the first of several h1 that are about what the other titles are', () => {
    const headlines = [
      { from: 'h1', value: 'The best trails and paths along the harbour' },
      { from: 'h1', value: 'Where to walk along the harbour next' },
      { from: 'title', value: 'Where to walk along the harbour' },
    ];
    expect(chooseHeadline({ ...EMPTY_META, headlines })?.value).toBe('The best trails and paths along the harbour');
  });
});
