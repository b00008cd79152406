import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, type ParagraphDiff } from '../../../src/review/compare/text-diff.js';
import { countWords } from '../../../src/review/compare/tokens.js';

/** The diff on paper: [-removed-] and {+kept+}, a line a paragraph. */
const drawn = (paragraphs: readonly ParagraphDiff[]): string[] =>
  paragraphs.map((segments) =>
    segments
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
      .join(''),
  );

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const side = (paragraphs: readonly ParagraphDiff[], kind: 'removed' | 'kept'): string =>
  paragraphs
    .flat()
    .filter((segment) => segment.kind === 'same' || segment.kind === kind)
    .map(({ text }) => text)
    .join('');

const ONE = 'The lock at Tollbridge will stay shut until June, the canal trust said on Saturday.';
const TWO = 'About forty boats are waiting on either side, and their owners have begun to feed the otter.';

describe('a text is compared', () => {
  it('by its paragraphs', () => {
    expect(drawn(diffTexts(`${ONE}\n\nRead also: Towpath to stay shut\n\n${TWO}`, `${ONE}\n\n${TWO}`))).toEqual([
      ONE,
      '[-Read also: Towpath to stay shut-]',
      TWO,
    ]);
  });

  it('by the words of a paragraph that changed', () => {
    expect(drawn(diffTexts(`${ONE} Share this article`, ONE))).toEqual([`${ONE} [-Share this article-]`]);
    expect(drawn(diffTexts(ONE, ONE.replace('June', 'the end of July')))).toEqual([
      ONE.replace('June', '[-June-]{+the end of July+}'),
    ]);
  });

  it('by the character where no spaces stand between words', () => {
    expect(drawn(diffTexts('渡し船の運航を再開した。', '渡し船の運航を中止した。'))).toEqual([
      '渡し船の運航を[-再開-]{+中止+}した。',
    ]);
    expect(countWords('渡し船 sails at 9')).toBe(6);
  });

  it('as a whole where two paragraphs have little in common', () => {
    expect(drawn(diffTexts(ONE, TWO))).toEqual([`[-${ONE}-]`, `{+${TWO}+}`]);
  });

  it('against nothing', () => {
    expect(drawn(diffTexts('', ONE))).toEqual([`{+${ONE}+}`]);
    expect(drawn(diffTexts(ONE, ''))).toEqual([`[-${ONE}-]`]);
    expect(diffTexts('', '')).toEqual([]);
  });
});

describe('a comparison of two texts', () => {
  const word = fc.constantFrom('otter', 'the', 'lock,', '“shut”', '船', 'กำ', 'عاد', '😀', '\ud83d', 'a\u0301');
  const paragraph = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  const text = fc.array(paragraph, { maxLength: 6 }).map((paragraphs) => paragraphs.join('\n\n'));

  it('adds up to both of them, and to the words of both', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const paragraphs = diffTexts(before, after);
        expect(squeeze(side(paragraphs, 'removed'))).toBe(squeeze(before));
        expect(squeeze(side(paragraphs, 'kept'))).toBe(squeeze(after));
        const words = { same: 0, removed: 0, kept: 0 };
        for (const { kind, words: own } of paragraphs.flat()) words[kind] += own;
        expect(words.same + words.removed).toBe(countWords(before));
        expect(words.same + words.kept).toBe(countWords(after));
      }),
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(
          diffTexts(same, same)
            .flat()
            .filter(({ kind }) => kind !== 'same'),
        ).toEqual([]);
      }),
    );
  });

  it('takes what has too little in common for replaced, and says so at once', () => {
    // 150,000 words against as many, none in its place: without a bound this takes minutes.
    const numbers = (from: number, join: string): string =>
      Array.from({ length: 150_000 }, (_, i) => String((from * i) % 150_011)).join(join);
    const words = diffTexts(`begin ${numbers(7, ' ')} end`, `begin ${numbers(11, ' ')} end`);
    expect(words[0]?.map(({ kind }) => kind)).toEqual(['same', 'removed', 'kept', 'same']);
    const paragraphs = diffTexts(numbers(7, '\n\n'), numbers(11, '\n\n'));
    expect(squeeze(side(paragraphs, 'removed'))).toBe(numbers(7, ''));
  });
});
