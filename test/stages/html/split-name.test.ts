import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitName } from '../../../src/stages/html/split-name.js';

/** The rule by which it splits, as a pattern. */
const WORD = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lo}+/gu;

describe('splitName', () => {
  it.each([
    ['postMeta by-line', ['post', 'meta', 'by', 'line']],
    ['HTMLText_v2', ['html', 'text']],
    ['aB ABc X', ['bc']],
    ['größeÄndern', ['größe', 'ändern']],
    ['', []],
  ])('%s', (name, words) => {
    expect(splitName(name)).toEqual(words);
  });

  it('finds what the pattern finds', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', 'A', 'B', '-', '_', ' ', '1', 'ä', 'Ä', '本'))
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(name, (text) => {
        const words = (text.match(WORD) ?? []).filter((word) => word.length > 1).map((word) => word.toLowerCase());
        expect(splitName(text)).toEqual(words);
      }),
      { numRuns: 2_000 },
    );
  });
});
