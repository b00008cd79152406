import { describe, expect, it } from 'vitest';
import type { PageMeta } from '../../../src/core/types.js';
import { resolveDates } from '../../../src/stages/record/dates.js';
import { BODY, sourcesOf, type Line } from './sources.js';

const dates = (
  lines: readonly Line[],
  meta: Partial<PageMeta> = {},
  url: string | null = null,
): { published: string | null; from: string | null; modified: string | null } => {
  const all: Line[] = [['headline', 'Tar doubles in price'], ...lines, ['paragraph', BODY]];
  const { datePublished, dateModified } = resolveDates(sourcesOf(all, meta, url));
  return {
    published: datePublished?.value ?? null,
    from: datePublished?.from ?? null,
    modified: dateModified?.value ?? null,
  };
};
const stated = (published: string, modified?: string): Partial<PageMeta> => ({
  published: [{ value: published, from: 'json-ld' }],
  ...(modified === undefined ? {} : { modified: [{ value: modified, from: 'json-ld' }] }),
});

describe('the day of publication', () => {
  it('is what the page states, with its hour', () => {
    expect(dates([['date', '3 March 2031']], stated('2031-03-03T08:00:00+01:00'))).toEqual({
      published: '2031-03-03T08:00:00+01:00',
      from: 'json-ld',
      modified: null,
    });
  });

  it('is what the line below the headline says, where the metadata say another day', () => {
    expect(dates([['date', '3 March 2031']], stated('2031-01-20T08:00:00Z')).published).toBe('2031-03-03');
  });

  it.each<[string, Line[], Partial<PageMeta>]>([
    ['is a day less, as between time zones', [['date', '2 March 2031']], stated('2031-03-03T01:00:00Z')],
    ['is the day of a change', [['date', '9 March 2031']], stated('2031-03-03', '2031-03-09')],
    ['is called that of a change', [['date', 'Last updated: 9 March 2031']], stated('2031-03-03')],
    [
      'is one of several',
      [
        ['date', '9 March 2031'],
        ['date', '1 April 2031'],
      ],
      stated('2031-03-03'),
    ],
    ['may be month first', [['date', '03/03/2031']], stated('2031-03-03')],
  ])('stays what the page states where the line %s', (_, lines, meta) => {
    expect(dates(lines, meta).from).toBe('json-ld');
  });

  it('has the hour of the <time> of the same day, and not the day of another', () => {
    const published = [
      { value: '2031-04-01T10:00', from: 'time' },
      { value: '2031-03-03T08:30', from: 'time' },
    ];
    expect(dates([['date', '3 March 2031']], { published }).published).toBe('2031-03-03T08:30');
    expect(dates([], { published }).published).toBe('2031-04-01T10:00');
  });

  it('tells the update in one line with it', () => {
    expect(dates([['date', 'Published 3 March 2031, updated 5 March 2031']])).toMatchObject({
      published: '2031-03-03',
      modified: '2031-03-05',
    });
    expect(dates([['date', 'Page updated: 5 March 2031']], stated('2031-03-01'))).toMatchObject({
      published: '2031-03-01',
      modified: '2031-03-05',
    });
  });

  it('is in the address, where nothing else says it', () => {
    expect(dates([], {}, 'https://harbour.example/2031/03/03/tar')).toMatchObject({
      published: '2031-03-03',
      from: 'url',
    });
    expect(dates([['date', '4 March 2031']], {}, 'https://harbour.example/2031/03/03/tar').from).toBe('date-line');
  });
});
