import { expect, it } from 'vitest';
import { dateInUrl } from '../../../src/stages/fields/url-date.js';

it.each([
  ['https://harbour.example/2031/03/05/tar', '2031-03-05'],
  ['https://harbour.example/news/2031-3-5-tar', '2031-03-05'],
  ['https://harbour.example/20310305-tar/', '2031-03-05'],
  ['https://harbour.example/blog/2031/march/05/tar/', '2031-03-05'],
])('reads the day in %s', (url, day) => {
  expect(dateInUrl(url)).toMatchObject({ value: day, precision: 'day', from: 'url' });
});

it.each([
  null,
  'https://harbour.example/2031/03/tar',
  'https://harbour.example/article-1203103051/tar',
  'https://harbour.example/2031/13/45/tar',
  'https://harbour.example/tar?from=2031-03-05',
  'https://2031-03-05.example/tar',
])('reads none in %s', (url) => {
  expect(dateInUrl(url)).toBeNull();
});
