import { describe, expect, it } from 'vitest';
import { looksLikeName, splitNames } from '../../../src/stages/meta/names.js';

describe('splitNames', () => {
  it.each([
    ['By Ann Lee', ['Ann Lee']],
    ['Von Ann Lee und Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['Ann Lee, Bo Ek and Cy Poe', ['Ann Lee', 'Bo Ek', 'Cy Poe']],
    ['Ana Ruiz y Luis Gil', ['Ana Ruiz', 'Luis Gil']],
    ['山田太郎、鈴木花子', ['山田太郎', '鈴木花子']],
    ['Ann Lee, Senior Reporter', ['Ann Lee']],
    ['Ann Lee | Harbour Times', ['Ann Lee']],
    ['Ann Lee (Reuters)', ['Ann Lee']],
    ['ann@harbour.example (Ann Lee)', ['Ann Lee']],
    ['Ann Lee @annlee', ['Ann Lee']],
    ['ANN LEE; Ann Lee', ['ANN LEE']],
    ['홍길동 기자', ['홍길동']],
    ['文・山田太郎', ['山田太郎']],
    ['Ann Lee; Content Marketing Coordinator', ['Ann Lee']],
  ])('%s', (value, names) => {
    expect(splitNames(value, ['Harbour Times'])).toEqual(names);
  });

  it.each([
    'Ortega y Gasset',
    'J.R.R. Tolkien',
    'Adminson',
    'Center for Evaluation and Research',
    'srf/hosb',
    'Ben Editor',
  ])('leaves %s whole', (name) => {
    expect(splitNames(name)).toEqual([name]);
  });

  it.each([
    'admin',
    'NOC Admin',
    'Agencies',
    'page.head.extra.author',
    'https://social.example/ann.lee',
    'ann@harbour.example',
    '@annlee',
    '12345',
    '',
  ])('gives nothing for %j', (value) => {
    expect(splitNames(value)).toEqual([]);
  });

  it('keeps the publisher where there is no one else', () => {
    expect(splitNames('Harbour Times', ['harbour times'])).toEqual(['Harbour Times']);
  });
});

it('looksLikeName wants capitals, where the script has them', () => {
  expect(['Ann Lee', 'Ludwig van Beethoven', '山田太郎', 'AFP'].every(looksLikeName)).toBe(true);
  expect(['read more', 'All posts', 'The author', 'Ann writes books'].some(looksLikeName)).toBe(false);
});
