import { mix } from './hash.js';

/** Numbers for lines, so that millions of them can be counted. */

const DIGITS = /\p{Nd}+/gu;
const LETTER = /\p{L}/u;

/** Its words in lower case, with a 0 for every number: the same for "Comments (3)" and "comments: 12". */
export const lineWords = (words: readonly string[]): string => words.join(' ').replace(DIGITS, '0');

/**
 * A 48-bit number for what lineWords() gives; null for a line without letters. Two of the 100,000 lines of a large source fall together by
 * chance in one source of 50,000.
 */
export function lineHash(text: string): number | null {
  return LETTER.test(text) ? hash48(text) : null;
}

/** Two 32-bit multiply-and-mix hashes side by side, of which 48 bits are taken; the last steps are those of MurmurHash3. */
export function hash48(text: string): number {
  let low = 0x9747b28c;
  let high = 0x5bd1e995;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0xcc9e2d51);
    high = Math.imul(high ^ code, 0x1b873593);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  return (mix(high ^ low) & 0xffff) * 0x100000000 + mix(low ^ Math.imul(high, 0x85ebca6b));
}
