import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityEdits, mapText, type MappedText } from '../../src/core/mapped.js';
import { normalize } from '../../src/core/text.js';

const whole = (raw: string): MappedText =>
  mapText(raw, [{ start: 0, end: raw.length, glue: '' }], entityEdits(raw, 0, raw.length));

/** What stands in the raw text where a word stands in the mapped one. */
function rawOf(raw: string, word: string): string {
  const mapped = whole(raw);
  const at = mapped.text.indexOf(word);
  expect(at).toBeGreaterThanOrEqual(0);
  return raw.slice(mapped.rawStart(at), mapped.rawEnd(at + word.length));
}

describe('mapText', () => {
  it('leaves plain text as it is', () => {
    const mapped = whole('The price of tar');
    expect(mapped.text).toBe('The price of tar');
    expect([mapped.rawStart(4), mapped.rawEnd(9)]).toEqual([4, 9]);
  });

  it('knows where each word came from', () => {
    const raw = '\u00a0 Fish&nbsp;&amp;&nbsp;chips \u200b cafe\u0301\u00adteria  ';
    expect(whole(raw).text).toBe('Fish & chips caféteria');
    expect(rawOf(raw, 'Fish')).toBe('Fish');
    expect(rawOf(raw, '&')).toBe('&amp;');
    expect(rawOf(raw, 'chips')).toBe('chips');
    expect(rawOf(raw, 'é')).toBe('e\u0301');
    expect(rawOf(raw, 'caféteria')).toBe('cafe\u0301\u00adteria');
  });

  it('keeps the joiners that Persian and emoji need, and drops those beside spaces', () => {
    expect(whole('کتاب\u200cخانه‌ها \u200cرا').text).toBe('کتاب\u200cخانه\u200cها را');
    expect(whole('👩\u200d🚒\u200d !').text).toBe('👩\u200d🚒 !');
    expect(rawOf('— می\u200cروند', 'روند')).toBe('روند');
  });

  it('puts glue between pieces, and none where a word goes on', () => {
    const raw = 'T\nhe price\n of tar';
    const piece = (start: number, end: number, glue: string): { start: number; end: number; glue: string } => ({
      start,
      end,
      glue,
    });
    const mapped = mapText(raw, [piece(0, 1, ''), piece(2, 10, ''), piece(11, 18, ' ')]);
    expect(mapped.text).toBe('The price of tar');
    expect(raw.slice(mapped.rawStart(0), mapped.rawEnd(3))).toBe('T\nhe');
    expect(raw.slice(mapped.rawStart(10), mapped.rawEnd(16))).toBe('of tar');
  });

  it('gives an empty text for what cannot be seen', () => {
    expect(whole('&nbsp; \u200b&zwnj;').text).toBe('');
  });

  const unit = fc.constantFrom(
    ...[
      'a',
      'B',
      'é',
      'e\u0301',
      ' ',
      '  ',
      '\u00a0',
      '\t',
      '\u200b',
      '\u00ad',
      '\u200c',
      '\u200d',
      'ی',
      'क',
      'ि',
      '한',
      '港',
      '👩',
      '\ufeff',
      '\u0000',
    ],
    ...['&amp;', '&nbsp;', '&#8217;', '&zwnj;', '&shy;', '&', ';', '\ud800'],
  );
  const raws = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''));

  it('runs forward in both texts, and covers all of its pieces that shows', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const mapped = whole(raw);
        const { text } = mapped;
        let last = 0;
        let lastEnd = 0;
        for (let at = 0; at < text.length; at++) {
          expect(mapped.rawStart(at)).toBeGreaterThanOrEqual(last);
          expect(mapped.rawEnd(at + 1)).toBeGreaterThanOrEqual(lastEnd);
          expect(mapped.rawEnd(at + 1)).toBeGreaterThanOrEqual(mapped.rawStart(at));
          last = mapped.rawStart(at);
          lastEnd = mapped.rawEnd(at + 1);
        }
        if (text === '') return;
        const outside = raw.slice(0, mapped.rawStart(0)) + '\n' + raw.slice(mapped.rawEnd(text.length));
        expect(whole(outside).text).toBe('');
      }),
      { numRuns: 600, seed: 3 },
    );
  });

  it('leads from each word back to raw text that reads the same', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const mapped = whole(raw);
        const { text } = mapped;
        expect(text).toBe(normalize(text));
        for (const match of text.matchAll(/[^ ]+/g)) {
          const back = raw.slice(mapped.rawStart(match.index), mapped.rawEnd(match.index + match[0].length));
          expect(whole(back).text).toBe(match[0]);
        }
      }),
      { numRuns: 600, seed: 4 },
    );
  });
});

describe('entityEdits', () => {
  const decoded = (raw: string): string => whole(raw).text;

  it('reads named, decimal and hexadecimal references', () => {
    expect(decoded('&laquo;Tar&raquo; &#8212; pitch &#x2019;')).toBe('«Tar» — pitch ’');
  });

  it.each(['AT&T', '?a=1&copy=2', 'R&D; S&P', '&bogus;', '&;', '&#;'])('leaves %s', (raw) => {
    expect(decoded(raw)).toBe(raw);
  });

  it('reads once what was escaped twice', () => {
    expect(decoded('&amp;quot;')).toBe('&quot;');
  });

  it('stays within its bounds', () => {
    expect(entityEdits('&lt;&gt;', 4, 8)).toEqual([{ start: 4, end: 8, text: '>' }]);
  });
});
