import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, shingleHashes, sign, SIGNATURE_BYTES } from '../../../src/corpus/copies/signature.js';
import { instantOf } from '../../../src/corpus/copies/signed.js';
import { unitsOf } from '../../../src/corpus/copies/units.js';

describe('a signature', () => {
  it('takes 256 bytes, whatever the text', () => {
    for (const text of ['', 'a', '\ud800', 'word '.repeat(10_000), '東京'.repeat(500)])
      expect(sign(text)).toHaveLength(SIGNATURE_BYTES);
  });

  it('is the same each time, and sees neither case, accents nor punctuation', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 30 }), (words) => {
        expect(sign(words.join(' '))).toEqual(sign(`${words.join(', ')}.`));
      }),
    );
    expect(unitsOf('CAFÉ').units).toEqual(unitsOf('café').units);
    expect(unitsOf('café').units).toEqual(unitsOf('cafe\u0301').units);
  });

  it('keeps the order of values when it makes them shorter', () => {
    const value = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(compact(Math.min(a, b))).toBeLessThanOrEqual(compact(Math.max(a, b)));
        expect(compact(a)).toBeLessThanOrEqual(0xffff);
      }),
    );
  });
});

describe('the units of a text', () => {
  it('are words, or characters with their signs where words are not set apart', () => {
    expect(unitsOf('The Ferry’s late').units).toEqual(['the', "ferry's", 'late']);
    expect(unitsOf('東京は雨').units).toEqual(['東', '京', 'は', '雨']);
    expect(unitsOf('ที่นี่').units).toEqual(['ที่', 'นี่']);
  });

  it('measure a text in words', () => {
    expect(unitsOf('one two three').size).toBe(3);
    expect(unitsOf('東京は雨').size).toBe(2);
  });

  it('make a shingle of three, and one of fewer', () => {
    expect(shingleHashes(['a', 'b', 'c', 'd'])).toHaveLength(2);
    expect(shingleHashes(['a', 'b'])).toHaveLength(1);
    expect(shingleHashes(['a', 'b', 'c'])).not.toEqual(shingleHashes(['a', 'c', 'b']));
  });
});

it('facts are names, and numbers: small ones with the word before them', () => {
  const { facts } = unitsOf('Yesterday Ida Brannigan sold 1240 boats for 12 crowns. Nobody saw it.');
  expect([...facts].sort()).toEqual(['1240', 'brannigan', 'for 12', 'ida']);
});

it.each([
  ['2031-05-03', '2031-05-03T00:00:00Z'],
  ['2031-05-03T17:45', '2031-05-03T17:45:00Z'],
  ['2031-05-03T17:45:10+0200', '2031-05-03T15:45:10Z'],
])('the instant of %s is %s', (value, utc) => {
  expect(instantOf(value)).toBe(Date.parse(utc));
});

it('no date, or none that can be read, comes last', () => {
  expect([instantOf(null), instantOf('yesterday'), instantOf('2031-99-99')]).toEqual([Infinity, Infinity, Infinity]);
});
