import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/core/errors.js';
import { chooseColumns, COLUMNS } from '../../../src/io/table/columns.js';
import { formatTime, timeOf } from '../../../src/io/table/time.js';
import { parseWhere } from '../../../src/io/table/where.js';
import { entry } from './entries.js';

const FULL = entry(
  {
    source: 'example.com',
    inLanguage: 'en',
    headline: 'a=b',
    authors: ['Ida', 'Milo'],
    flags: ['translated'],
    wordCount: 300,
    datePublished: { value: '2031-05-03T23:30+02:00', precision: 'minute', from: 'url', raw: '' },
  },
  { copies: 2 },
);
const BARE = entry({ status: 'review', source: 'wire' });

describe('a condition', () => {
  it.each<[string, boolean, boolean]>([
    ['status=accepted', true, false],
    ['status!=accepted', false, true],
    ['source=example.com', true, false],
    [' source = example.com ', true, false],
    ['headline=a=b', true, false],
    ['headline=', false, true],
    ['headline!=', true, false],
    ['headline!=x', true, true],
    ['authors=Milo', true, false],
    ['authors!=Milo', false, true],
    ['authors=', false, true],
    ['flags!=paywalled', true, true],
    ['wordCount>=300', true, false],
    ['wordCount>300', false, false],
    ['wordCount<300', false, true],
    ['wordCount<=300', true, true],
    ['wordCount=300', true, false],
    ['wordCount!=300', false, true],
    ['copies>=1', true, false],
    ['copies=', false, true],
    ['datePublished=2031', true, false],
    ['datePublished=2031-05-03', true, false],
    ['datePublished=2031-05-03T21:30', true, false],
    ['datePublished=2031-05-03T23:30+02:00', true, false],
    ['datePublished=2031-05-03T23:30', false, false],
    ['datePublished!=2031-05', false, true],
    ['datePublished>=2031-05-03', true, false],
    ['datePublished>2031-05-03', false, false],
    ['datePublished<2031-05-04', true, false],
    ['datePublished<=2031-05-03', true, false],
    ['datePublished<2031-05-03', false, false],
    ['datePublished=', false, true],
  ])('%s', (condition, full, bare) => {
    const matches = parseWhere([condition]);
    expect([matches(FULL), matches(BARE)]).toEqual([full, bare]);
  });

  it('joins others: all must hold, but of the equal ones of a field, one', () => {
    const matching = (...conditions: string[]): boolean[] => [FULL, BARE].map(parseWhere(conditions));
    expect(matching()).toEqual([true, true]);
    expect(matching('source=example.com', 'source=wire')).toEqual([true, true]);
    expect(matching('source=example.com', 'source=wire', 'status=review')).toEqual([false, true]);
    expect(matching('source!=example.com', 'source!=wire')).toEqual([false, false]);
  });

  it.each<[string, RegExp]>([
    ['staus=accepted', /^--where: no field "staus"; there are id, status, source, .*inputs, schema$/],
    ['removals=x', /^--where: no field "removals"; there are/],
    ['status', /^--where: expected field=value/],
    ['', /^--where: expected field=value/],
    ['status=acepted', /^--where: status: expected one of accepted, review, rejected, got "acepted"$/],
    ['source>=a', /^--where: >= compares numbers and dates, and source is text; use = or !=$/],
    ['wordCount>=many', /^--where: wordCount: expected a whole number, got "many"$/],
    ['wordCount>', /^--where: wordCount>: expected a value to compare with$/],
    ['datePublished>=May', /^--where: datePublished: expected a date such as/],
    ['datePublished>=2031-02-30', /^--where: datePublished: expected a date such as/],
    ['datePublished>=2031-13', /^--where: datePublished: expected a date such as/],
  ])('cannot be "%s"', (condition, message) => {
    expect(() => parseWhere([condition])).toThrow(UsageError);
    expect(() => parseWhere([condition])).toThrow(message);
  });
});

describe('the columns', () => {
  it('have names of their own', () => {
    expect(new Set(COLUMNS.map(({ name }) => name)).size).toBe(COLUMNS.length);
  });

  it('are chosen in the order of asking', () => {
    expect(chooseColumns('url, id', true).map(({ name }) => name)).toEqual(['url', 'id']);
    expect(chooseColumns(undefined, true)).toEqual(COLUMNS);
    expect(chooseColumns(undefined, false).map(({ name }) => name)).not.toContain('removals');
  });

  it.each<[string, boolean, RegExp]>([
    ['id,body', true, /^--columns: no field "body"; there are id, /],
    ['id,', true, /^--columns: no field ""/],
    ['id,url,id', true, /^--columns: "id" stands there twice$/],
    ['id,removals', false, /^--columns asks for removals/],
  ])('cannot be %s', (list, removals, message) => {
    expect(() => chooseColumns(list, removals)).toThrow(message);
  });
});

describe('a time', () => {
  it.each([
    ['2031-05-03', '2031-05-03T00:00:00'],
    ['2031-05-03T10:15', '2031-05-03T10:15:00'],
    ['2031-05-03T10:15:20Z', '2031-05-03T10:15:20'],
    ['2031-05-03T01:15:20+09:00', '2031-05-02T16:15:20'],
    ['2031-05-03T01:15-0330', '2031-05-03T04:45:00'],
    ['0000-12-31', null],
    ['9999-12-31T23:59-01:00', null],
    ['May', null],
    [null, null],
  ])('of %s is %s', (value, expected) => {
    const time = timeOf(value);
    expect(time === null ? null : formatTime(time)).toBe(expected);
  });
});
