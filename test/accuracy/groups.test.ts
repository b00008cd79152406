import { describe, expect, it } from 'vitest';
import { foldOf, groupOf } from '../../src/accuracy/groups.js';

describe('groupOf', () => {
  it('is the registrable domain, or the house of publishers that share templates', () => {
    expect(groupOf({ id: 'a', url: 'https://news.tidewater.co.uk/x' })).toBe('tidewater.co.uk');
    expect(groupOf({ id: 'b', url: 'https://www.morgenpost.de/1' })).toBe(
      groupOf({ id: 'c', url: 'https://www.waz.de/2' }),
    );
  });

  it('is the page alone where its address is missing or invented', () => {
    expect(groupOf({ id: 'page-7' })).toBe('page-7');
    expect(groupOf({ id: 'page-8', url: 'https://harbour.example/8' })).toBe('page-8');
  });
});

describe('foldOf', () => {
  it('hangs on the name alone and uses every fold', () => {
    const folds = Array.from({ length: 200 }, (_, i) => foldOf(`site-${i}.org`, 5));
    expect(new Set(folds)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(foldOf('site-3.org', 5)).toBe(folds[3]);
  });
});
