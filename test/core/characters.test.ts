import { describe, expect, it } from 'vitest';
import {
  isSingle,
  KINDS,
  kindAt,
  LETTER,
  LOWER,
  MARK,
  NUMBER,
  SPACE,
  SURROGATE,
  UNSPACED,
  UPPER,
} from '../../src/core/characters.js';
import { scriptOf } from '../../src/core/script.js';
import { countWords, lowerWords, words } from '../../src/core/text.js';

describe('kinds of characters', () => {
  it('are those of Unicode', () => {
    for (const [kind, property] of [
      [LETTER, /\p{L}/u],
      [MARK, /\p{M}/u],
      [NUMBER, /\p{N}/u],
      [UPPER, /\p{Lu}/u],
      [LOWER, /\p{Ll}/u],
      [SPACE, /\s/u],
    ] as const) {
      const wrong: number[] = [];
      for (let code = 0; code < 0xd800; code++)
        if ((((KINDS[code] as number) & kind) !== 0) !== property.test(String.fromCharCode(code))) wrong.push(code);
      expect(wrong).toEqual([]);
    }
  });

  it('are known beyond the basic plane, and not of half a character', () => {
    expect(kindAt('𠀀', 0) & (LETTER | UNSPACED | SURROGATE)).toBe(LETTER | UNSPACED | SURROGATE);
    expect(kindAt('𐐀', 0) & UPPER).toBe(UPPER);
    expect(kindAt('𠀀', 1)).toBe(0);
    expect(kindAt('\ud840', 0)).toBe(0);
    expect(isSingle('𠀀')).toBe(true);
    expect(isSingle('𠀀字')).toBe(false);
  });
});

describe('words', () => {
  it('keep apostrophes between letters and joiners among them', () => {
    expect(words("Don't, he said: 'no’")).toEqual(["Don't", 'he', 'said', 'no']);
    expect(words('می\u200cشود')).toEqual(['می\u200cشود']);
  });

  it('are characters where no spaces stand between them, in and beyond the basic plane', () => {
    expect(words('3月𠀀字 Tokyo駅')).toEqual(['3', '月', '𠀀', '字', 'Tokyo', '駅']);
    expect(countWords('3月𠀀字 Tokyo駅')).toBe(6);
  });

  it('fold case by their own ends', () => {
    expect(lowerWords('ΟΔΟΣ İ Straße')).toEqual(['οδος', 'i̇', 'straße']);
  });
});

it('tells scripts by most of their letters, kana from a tenth on', () => {
  expect(scriptOf('Привет, world of ours')).toBe('Latin');
  expect(scriptOf('東京都は今日も晴れ')).toBe('Kana');
  expect(scriptOf('12:30')).toBe('None');
});
