import { describe, expect, it } from 'vitest';
import { compile, PatternError } from '../../../src/rules/phrases/pattern.js';
import { fold, tokenize, type Token } from '../../../src/rules/phrases/tokenize.js';

/** The whole line, from its first to its last token. */
const spans = (pattern: string, line: string): boolean => {
  const tokens = tokenize(line);
  return compile(pattern).spans(tokens, 0, tokens.length);
};
/** How many tokens the longest match from the line's start takes, or -1. */
const taken = (pattern: string, line: string): number => compile(pattern).matchAt(tokenize(line), 0);

describe('tokenize', () => {
  it('gives words with their offsets and leaves punctuation and emoji out', () => {
    const line = '👉 Read also: “Don’t panic”';
    expect(tokenize(line).map((token) => token.text)).toEqual(['read', 'also', ':', "don't", 'panic']);
    for (const { start, end } of tokenize(line)) expect(line.slice(start, end).trim()).not.toBe('');
    expect(line.slice(tokenize(line)[0]?.start, tokenize(line)[1]?.end)).toBe('Read also');
  });

  it('takes Han, kana and Thai by the character, Hangul by the word', () => {
    expect(tokenize('続きを読む').map((token) => token.text)).toEqual(['続', 'き', 'を', '読', 'む']);
    expect(tokenize('อ่าน')).toHaveLength(4);
    expect(tokenize('기사 제보')).toHaveLength(2);
    expect(tokenize('关注我们：WeChat').map((token) => token.text)).toEqual(['关', '注', '我', '们', ':', 'wechat']);
  });

  it.each([
    ['ＳＨＡＲＥ', 'share'],
    ['İLGİLİ', 'ilgili'],
    ['ΣΧΌΛΙΑ', 'σχολια'],
    ['σχόλιος', 'σχολιοσ'],
    ['ещё', 'еще'],
    ['GROSS', 'gross'],
    ['Groß', 'gross'],
    ['citeşte', 'citeste'],
    ['citește', 'citeste'],
    ['PUBLICITÉ', 'publicite'],
    ['Подписывайся', 'подписывайся'],
    ['за\u0301мок', 'замок'],
    ['می‌خوانید', 'میخوانید'],
    ['مقـــالات', 'مقالات'],
    ['إقرأ', 'اقرا'],
    ['كتابي', 'کتابی'],
    ['കൂടുതൽ', 'കൂടുതല്'],
    ['കൂടുതല്\u200d', 'കൂടുതല്'],
    ['കമൻറ്', 'കമന്റ്'],
    ['’tis', 'tis'],
    ['기사', '기사'],
  ])('folds case, width, accents and old character sets: %s', (written, folded) => {
    expect(tokenize(written).map((token) => token.text)).toEqual([folded]);
    expect(fold(written)).toBe(folded);
  });
});

describe('patterns', () => {
  it('match words whatever their case and the punctuation between them', () => {
    expect(spans('read more', 'READ — MORE!')).toBe(true);
    expect(spans('e-mail', 'E mail')).toBe(true);
    expect(spans('read more', 'read much more')).toBe(false);
    expect(spans('read more', 'reads more')).toBe(false);
  });

  it('match a word by how it begins', () => {
    expect(spans('подпис* на', 'Подписывайтесь на')).toBe(true);
    expect(spans('subscri*', 'subscription')).toBe(true);
    expect(spans('subscri*', 'subscript')).toBe(true);
    expect(spans('subscri*', 'submarine')).toBe(false);
  });

  it('match one of several words', () => {
    expect(spans('(share|tweet|pin it) this', 'Pin it this')).toBe(true);
    expect(spans('(share|tweet|pin it) this', 'this')).toBe(false);
    expect(spans('(post|leave (a|your)) comment', 'Leave your comment')).toBe(true);
  });

  it('match with and without an optional part', () => {
    for (const line of ['subscribe', 'subscribe now', 'subscribe today'])
      expect(spans('subscribe [now|today]', line)).toBe(true);
    expect(spans('subscribe [now|today]', 'subscribe later')).toBe(false);
  });

  it('match over up to six words in between, or twelve characters of an unspaced script', () => {
    expect(spans('sign ... newsletter', 'Sign newsletter')).toBe(true);
    expect(spans('sign ... newsletter', 'Sign up for our free daily news newsletter')).toBe(true);
    expect(spans('sign … newsletter', 'Sign up for our free and daily news newsletter')).toBe(false);
    expect(spans('点击...阅读', '点击这里就可以马上继续免费地阅读')).toBe(true);
    expect(spans('点击...阅读', '点击这里就可以马上继续免费地开始阅读')).toBe(false);
  });

  it('match a number as sites write it', () => {
    for (const line of ['3 comments', '1,204 comments', '1.2K comments', '٣ comments', '12 345 comments'])
      expect(spans('# comments', line)).toBe(true);
    expect(spans('# comments', 'three comments')).toBe(false);
    expect(spans('# comments', 'comments')).toBe(false);
  });

  it('ask for a colon only where they hold one', () => {
    expect(taken('read also :', 'Read also: Floods in Mora')).toBe(3);
    expect(taken('read also :', 'Read also ： Floods in Mora')).toBe(3);
    expect(taken('read also :', 'Read also the letter')).toBe(-1);
    for (const mark of [' –', ' |', ' »', '】']) expect(taken('read also :', `Read also${mark} Floods`)).toBe(3);
    expect(taken('read also :', 'Read-also and read')).toBe(-1);
    expect(taken('share facebook', 'Share: Facebook')).toBe(3);
    expect(taken('share facebook :', 'Share: Facebook')).toBe(-1);
  });

  it('let a name be one to six words', () => {
    expect(spans('~ 기자', '김민수 기자')).toBe(true);
    expect(spans('by ~', 'By Ana Lúcia de Souza e Silva')).toBe(true);
    expect(spans('by ~', 'By')).toBe(false);
    expect(spans('by ~', 'By one two three four five six seven')).toBe(false);
  });

  it('are written without spaces in Han, kana and Thai', () => {
    expect(spans('続きを読む', '続きを 読む')).toBe(true);
    expect(spans('(相关|推荐)阅读', '推荐阅读')).toBe(true);
    expect(spans('続きを読む', '続きを見る')).toBe(false);
    expect(spans('อ่านต่อ', 'อ่านต่อ')).toBe(true);
  });

  it('prefer the longest match', () => {
    expect(taken('all rights reserved [by ...]', 'All rights reserved by the Moravian Press of 1912')).toBe(9);
  });

  it.each(['(a|b', 'a)', '[a', 'a|b', 'a]', '* a', '(*)', '', '!!', 'a (b|[c)'])(
    'say which pattern is badly formed: %s',
    (bad) => {
      expect(() => compile(bad)).toThrow(PatternError);
      expect(() => compile(bad)).toThrow(`"${bad}"`);
    },
  );

  it('tell how a match can go on, where that is known', () => {
    expect(compile('read [the] (full|whole story) now').starts.seconds).toEqual(new Set(['the', 'full', 'whole']));
    for (const open of ['read', 'read [more]', 'read mor*', 'read ... now', '# views'])
      expect(compile(open).starts.seconds).toBeNull();
  });

  it('tell how long a match is, and what stands in each', () => {
    expect(compile('[the] (full|whole long) story').starts).toMatchObject({ least: 2, most: 4 });
    expect(compile('~ said').starts).toMatchObject({ least: 2, needs: new Set(['said']) });
    expect(compile('... (on|in the) (a|b*)').starts.needs).toEqual(new Set(['on', 'in']));
    expect(compile('read*').starts.needs).toBeNull();
  });

  it('tell what a match can begin with', () => {
    expect(compile('[the] (read|listen*) on').starts).toMatchObject({
      words: new Set(['the', 'read']),
      prefixes: new Set(['listen']),
      number: false,
      any: false,
    });
    expect(compile('# views').starts).toMatchObject({ number: true, any: false });
    expect(compile('... views').starts.any).toBe(true);
    expect(compile('(sub*|subs*|subscribe)').starts).toMatchObject({ words: new Set(), prefixes: new Set(['sub']) });
  });
});

describe('cost', () => {
  /** The tokens of a line, counting how often one is looked at. */
  const counted = (line: string): { tokens: Token[]; reads: () => number } => {
    let reads = 0;
    const tokens = new Proxy(tokenize(line), {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key, receiver);
      },
    });
    return { tokens, reads: () => reads };
  };

  it.each(['a ... a ... a ... b', '(a|a a|a ...) (a|a a|a ...) [a] [a] b', '~ ~ ~ b', '# # # b', 'a* ... a* ... c'])(
    'of a start does not grow with the line: %s',
    (source) => {
      const pattern = compile(source);
      const work = [100, 10_000].map((length) => {
        const { tokens, reads } = counted((source.includes('#') ? '1 ' : 'a ').repeat(length));
        pattern.matchAt(tokens, 0);
        return reads();
      });
      expect(work[1]).toBe(work[0]);
      expect(work[0]).toBeLessThan(1_000);
    },
  );

  it('of hostile characters stays small, too', () => {
    const apostrophes = 'a' + "'".repeat(200_000) + 'b';
    expect(tokenize(apostrophes)).toHaveLength(1);
    expect(tokenize(':'.repeat(100_000))).toHaveLength(100_000);
  });
});
