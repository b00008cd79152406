import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDigits, countWords, inkSpan, lineKey, normalize, shingles, words } from '../../src/core/text.js';

describe('normalize', () => {
  it('composes whatever needs it, though it looks first whether anything may', () => {
    const inert = Array.from({ length: 0x2028 }, (_, code) => code).filter((code) => code < 0x300 || code >= 0x2010);
    for (const code of inert.filter((code) => normalize(String.fromCharCode(code)) !== ''))
      for (const text of [
        `a${String.fromCharCode(code)}e`,
        `${String.fromCharCode(code)}e\u0301`,
        `e${String.fromCharCode(code)}\u0301`,
      ])
        expect(normalize(text)).toBe(normalize(text).normalize('NFC'));
  });

  it.each([
    ['folds white space of every kind', '  a\t\u00a0b\u3000\r\n c\u2009', 'a b c'],
    ['composes', 'Cafe\u0301', 'Café'],
    ['takes out what cannot be seen', 'har\u00adbour\u200b \u202amas\u202cter\ufeff', 'harbour master'],
    ['takes control characters for gaps', 'one\u0000two\u0085three', 'one two three'],
    ['keeps joiners between letters', 'می\u200cروند', 'می\u200cروند'],
    ['drops joiners beside white space', '\u200cمی \u200dروند\u200c', 'می روند'],
    ['keeps joined emoji', '👩\u200d🚒', '👩\u200d🚒'],
    ['leaves nothing of nothing', ' \u200b\u00a0\ufeff ', ''],
    ['keeps marks of punctuation as they are', '“Well…” – ’tis', '“Well…” – ’tis'],
  ])('%s', (_what, raw, text) => {
    expect(normalize(raw)).toBe(text);
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(normalize(normalize(raw))).toBe(normalize(raw));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('words', () => {
  it.each([
    ['English', "The ferry’s late, isn't it? 12-ton", ['The', 'ferry’s', 'late', "isn't", 'it', '12', 'ton']],
    ['Chinese, by the character', '渡轮停航3天', ['渡', '轮', '停', '航', '3', '天']],
    ['Japanese, by the character', '渡し船がＡ港へ', ['渡', 'し', '船', 'が', 'Ａ', '港', 'へ']],
    ['Korean, by the space', '군은 지난 6일', ['군은', '지난', '6일']],
    ['Persian, across its joiners', 'می\u200cروند خانه', ['می\u200cروند', 'خانه']],
    ['Hindi, with its vowel signs', 'गाँव की बावड़ी', ['गाँव', 'की', 'बावड़ी']],
    ['Latin beside Han', 'AI技术 works', ['AI', '技', '术', 'works']],
  ])('of %s', (_what, text, expected) => {
    expect(words(text)).toEqual(expected);
    expect(countWords(text)).toBe(expected.length);
  });

  it('of Thai are counted by the character', () => {
    expect(countWords('เรือข้ามฟาก')).toBe(Array.from('เรือข้ามฟาก').length);
  });

  it('are none where there are no letters', () => {
    expect(words('— … ***')).toEqual([]);
  });
});

describe('lineKey', () => {
  it('is the same for lines that differ in case, punctuation, width and spaces only', () => {
    expect(lineKey('Read  more »')).toBe(lineKey('READ MORE!'));
    expect(lineKey('Ｒｅａｄ ｍｏｒｅ')).toBe(lineKey('read more'));
  });

  it('tells numbers apart', () => {
    expect(lineKey('Round 1')).not.toBe(lineKey('Round 2'));
  });

  it('is empty where there are no words', () => {
    expect(lineKey('* * *')).toBe('');
  });
});

describe('shingles', () => {
  it('overlap', () => {
    expect(shingles(['a', 'b', 'c', 'd'], 3)).toEqual(['a b c', 'b c d']);
  });

  it('of a list that is too short are one', () => {
    expect(shingles(['a', 'b'], 3)).toEqual(['a b']);
    expect(shingles([], 3)).toEqual([]);
  });
});

describe('asciiDigits', () => {
  it('reads the digits of other scripts and keeps every offset', () => {
    const text = '١٢ ۳۴ ५६ ৭৮ ๙๐ １２ x';
    expect(asciiDigits(text)).toBe('12 34 56 78 90 12 x');
    expect(asciiDigits(text)).toHaveLength(text.length);
  });
});

describe('inkSpan', () => {
  it('runs from the first to the last character that shows', () => {
    expect(inkSpan('\ufeff \u200btar\u00a0pitch \u00ad', 0, 14)).toEqual({ start: 3, end: 12 });
  });

  it('stays within its bounds', () => {
    expect(inkSpan('tar pitch', 2, 5)).toEqual({ start: 2, end: 5 });
    expect(inkSpan('tar pitch', 3, 4)).toBeNull();
  });

  it('is null where nothing shows', () => {
    expect(inkSpan(' \u00a0\u200b\u3000\n', 0, 5)).toBeNull();
  });

  it('is where normalize finds something', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '\u00a0', '\u200b', '\u00ad', '\ufeff', '\u3000', '\n', 'é', '\u0000'),
        }),
        (text) => {
          expect(inkSpan(text, 0, text.length) === null).toBe(normalize(text) === '');
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  });
});
