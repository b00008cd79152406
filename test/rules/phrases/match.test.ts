import { describe, expect, it, vi } from 'vitest';
import { PhraseMatcher } from '../../../src/rules/phrases/match.js';
import type { Phrase, PhraseKind, PhraseList } from '../../../src/rules/phrases/types.js';

const tries = vi.hoisted(() => ({ count: 0 }));

vi.mock('../../../src/rules/phrases/pattern.js', async (original) => {
  const actual = await original<typeof import('../../../src/rules/phrases/pattern.js')>();
  const compileLater: typeof actual.compileLater = (source) => {
    const pattern = actual.compileLater(source);
    return {
      source,
      get starts() {
        return pattern.starts;
      },
      matchAt: (...args) => (tries.count++, pattern.matchAt(...args)),
      spans: (...args) => (tries.count++, pattern.spans(...args)),
    };
  };
  return { ...actual, compileLater };
});

const list = (...phrases: Pick<Phrase, 'kind' | 'any'>[]): PhraseList => ({
  language: 'en',
  stopwords: [],
  fields: { byline: [], published: [], updated: [], credit: [], agencies: [] },
  phrases: phrases.map((phrase) => ({ reason: 'ui', drops: [], keeps: [], ...phrase })),
});
const matcher = (kind: PhraseKind, ...any: string[]): PhraseMatcher => new PhraseMatcher([list({ kind, any })]);
/** The text of each hit in the line. */
const hits = (kind: PhraseKind, pattern: string, line: string): string[] =>
  matcher(kind, pattern)
    .match(line)
    .map(({ span }) => line.slice(span.start, span.end));

describe.each(['label', 'button', 'list-head'] as const)('a %s', (kind) => {
  it('is the whole line', () => {
    expect(hits(kind, 'most read', '*** MOST READ ***')).toEqual(['MOST READ']);
    expect(hits(kind, 'most read', 'Most read today')).toEqual([]);
    expect(hits(kind, 'most read', 'The most read')).toEqual([]);
  });

  it('may carry a counter before and behind', () => {
    for (const line of ['Comments (3)', '3 comments', 'Comments: 1,204', '[12] Comments', 'Comments 1.2K'])
      expect(hits(kind, 'comments', line)).toHaveLength(1);
    expect(hits(kind, 'comments', 'Three comments')).toEqual([]);
  });

  it('may ask for the counter', () => {
    expect(hits(kind, '# min read', '3 min read')).toEqual(['3 min read']);
    expect(hits(kind, '# min read', '1,204 min read')).toEqual(['1,204 min read']);
    expect(hits(kind, '# min read', 'min read')).toEqual([]);
    expect(hits(kind, 'error #', 'Error 404')).toEqual(['Error 404']);
    expect(hits(kind, '404', '404')).toEqual(['404']);
  });

  it('may have bars between its words, which count for nothing', () => {
    const row = 'About us | Contact | Careers | Privacy policy | Terms of use | Help | Press';
    expect(hits(kind, 'about us contact ... ... press', row)).toEqual([row]);
  });

  it('is short, whatever its pattern says', () => {
    expect(hits(kind, 'share ... ... ...', 'Share one two three four five')).toHaveLength(1);
    expect(hits(kind, 'share ... ... ...', `Share ${'word '.repeat(15)}`)).toEqual([]);
  });
});

describe('a lead-in', () => {
  it('begins the line, and the hit is only what the pattern covers', () => {
    expect(hits('lead-in', 'read also :', '► Read also: Ten ways to boil an egg')).toEqual(['Read also:']);
    expect(hits('lead-in', 'read also :', '12. Read also: Ten ways to boil an egg')).toEqual(['Read also:']);
    expect(hits('lead-in', 'read also :', 'They read also: the Psalms')).toEqual([]);
  });

  it('may begin a line of any length', () => {
    const long = `Read also: ${'word '.repeat(500)}`;
    expect(hits('lead-in', 'read also :', long)).toEqual(['Read also:']);
  });
});

describe('an ending', () => {
  it('ends the line, with or without a number behind it', () => {
    const line = '© The Courier, all rights reserved.';
    expect(hits('ending', 'all rights reserved', line)).toEqual(['all rights reserved']);
    expect(hits('ending', 'all rights reserved', 'Courier Ltd. All rights reserved 2024')).toHaveLength(1);
    expect(hits('ending', 'all rights reserved', 'All rights reserved to the finder are void.')).toEqual([]);
  });

  it('may end a line of any length', () => {
    expect(hits('ending', 'read more', `${'word '.repeat(500)} … Read more`)).toEqual(['Read more']);
  });
});

describe('a notice', () => {
  it('stands anywhere in a line', () => {
    const line = 'This post, which was selected by our editors, may hold links.';
    expect(hits('notice', 'selected by our editors', line)).toEqual(['selected by our editors']);
  });

  it('makes no notice of a paragraph of more than sixty words', () => {
    const padded = (words: number): string => `selected by our editors ${'word '.repeat(words - 4)}`;
    expect(hits('notice', 'selected by our editors', padded(60))).toHaveLength(1);
    expect(hits('notice', 'selected by our editors', padded(61))).toEqual([]);
  });
});

describe('what somebody says', () => {
  it.each([
    '“Leave a comment”',
    '"Leave a comment."',
    '«Leave a comment»',
    '„Leave a comment“',
    '‘Leave a comment.’',
    '「Leave a comment」',
  ])('is never a label: %s', (line) => {
    expect(hits('label', 'leave a comment', line)).toEqual([]);
  });

  it('is never a notice, while what stands beside the quotation can be', () => {
    const notice = 'sign up for our newsletter';
    expect(hits('notice', notice, 'The page said “Sign up for our newsletter” in red.')).toEqual([]);
    expect(hits('notice', notice, '“Mad”, she said. Sign up for our newsletter for more.')).toHaveLength(1);
  });

  it('is told from an arrow', () => {
    expect(hits('label', 'leave a comment', '» Leave a comment')).toEqual(['Leave a comment']);
    expect(hits('label', 'older posts', '« Older posts')).toEqual(['Older posts']);
    expect(hits('lead-in', 'read more', '» Read more about it «, he read')).toEqual([]);
    expect(hits('lead-in', 'read more', '« Read more of what your children read, she said')).toEqual([]);
  });

  it('is never an ending', () => {
    expect(hits('ending', 'all rights reserved', 'The spine says “All rights reserved”')).toEqual([]);
  });
});

describe('PhraseMatcher', () => {
  it('names the list, the entry and the pattern of a hit', () => {
    const other = { ...list({ kind: 'label', any: ['weiterlesen', 'mehr lesen'] }), language: 'de' };
    const [hit] = new PhraseMatcher([list({ kind: 'label', any: ['read more'] }), other]).match('» Mehr lesen');
    expect(hit).toMatchObject({ language: 'de', pattern: 'mehr lesen', phrase: { reason: 'ui', kind: 'label' } });
  });

  it('finds an entry once, however many ways lead into it', () => {
    expect(matcher('label', '(share*|shar*|share)').match('Share')).toHaveLength(1);
  });

  it('finds nothing in lines without words', () => {
    for (const line of ['', '—', '***', '👍', ':', '12', '“”'])
      expect(matcher('label', 'share').match(line)).toEqual([]);
  });

  describe('with hostile lines', () => {
    /** How often patterns are tried: each try has a bound of its own (see pattern.test.ts). */
    const work = (words: PhraseMatcher, line: string): number => {
      tries.count = 0;
      words.match(line);
      return tries.count;
    };

    const kinds = ['label', 'lead-in', 'ending', 'notice', 'list-head'] as const;
    const all = new PhraseMatcher(
      kinds.map((kind) => list({ kind, any: ['a ... a ... a b', '# ... # a', '(a|a a) [a] ... b', '... b'] })),
    );

    it.each(['a ', '1 a ', 'a b ', "a' ", '1:a '])('of "%s" does work in proportion to the line', (unit) => {
      const short = work(all, unit.repeat(1_000));
      const long = work(all, unit.repeat(10_000));
      expect(short).toBeGreaterThan(0);
      expect(long).toBeLessThanOrEqual(11 * Math.max(short, 100));
    });

    it('of numbers alone tries nothing that needs a word, too', () => {
      expect(work(new PhraseMatcher([list({ kind: 'label', any: ['# a'] })]), '1 '.repeat(1_000))).toBe(0);
    });

    it('of colons alone tries nothing', () => {
      expect(work(all, ': '.repeat(10_000))).toBe(0);
    });
  });
});
