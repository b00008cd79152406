import { describe, expect, it } from 'vitest';
import { openingWords } from '../../../src/rules/phrases/opening-words.js';

const told = (pattern: string): string[] | null => {
  const words = openingWords(pattern);
  return words === null ? null : [...words];
};

// That they are those which the compiled pattern begins with is tried on all shipped patterns in test/contracts/phrases.test.ts.
describe('the words that a pattern begins with', () => {
  it.each([
    ['read more', ['read']],
    ['Étude', ['etude']],
    ['(read|show (much|some)) more', ['read', 'show']],
    ['( read | show) more', ['read', 'show']],
    ['続きを読む', ['続']],
  ])('%s', (pattern, words) => {
    expect(told(pattern)).toEqual(words);
  });

  it.each([
    'read* more',
    '(read*|show) more',
    '[please] read',
    '((a|b) c|d)',
    '# comments',
    '... read',
    '~ reports',
    '(|read)',
  ])('are not told of: %s', (pattern) => {
    expect(told(pattern)).toBeNull();
  });

  it('are not told of a pattern that is not closed', () => {
    expect(told('(read|show')).toBeNull();
  });
});
