import type { Span } from './types.js';

/** Text as rules and records see it: repaired, composed, on one line. All functions are linear in their input. */

/** Invisible debris: soft hyphens, zero-width spaces, direction marks, BOM. ZWNJ and ZWJ stay: Persian, Hindi and emoji need them. */
const DEBRIS = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Joiners mean something only between two letters or symbols; beside a space they are debris. */
const LONE_JOINER = /(?<=^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/g;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const SPACE = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** NFC, without control and zero-width debris, white space folded to single spaces, trimmed. */
export function normalize(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .replace(DEBRIS, '')
    .replace(LONE_JOINER, '')
    .replace(SPACE, ' ')
    .trim()
    .normalize('NFC');
}

/** Scripts written without spaces between words: a character counts as a word. */
export const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = /[\p{L}\p{N}\p{M}\u200c\u200d]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const UNSPACED_OR_RUN = new RegExp(`[${UNSPACED}]|[^${UNSPACED}]+`, 'gu');

/** Words by Unicode rules; Han, kana, Thai, Lao, Khmer and Burmese by the character. Case is kept. */
export function words(text: string): string[] {
  const runs = text.match(WORD) ?? [];
  if (!HAS_UNSPACED.test(text)) return runs;
  return runs.flatMap((run) => (HAS_UNSPACED.test(run) ? (run.match(UNSPACED_OR_RUN) ?? []) : run));
}

/** Number of words() without building the list for long texts twice. */
export function countWords(text: string): number {
  return words(text).length;
}

/**
 * The key under which two lines are the same line: compatibility-folded lower-case words without punctuation.
 * Numbers are kept, so that "Round 1" and "Round 2" differ.
 */
export function lineKey(text: string): string {
  return words(text.normalize('NFKC').toLowerCase()).join(' ');
}

/** Overlapping n-grams of a token list, joined by spaces; one shorter gram for lists below n. */
export function shingles(tokens: readonly string[], n: number): string[] {
  if (tokens.length === 0) return [];
  if (tokens.length < n) return [tokens.join(' ')];
  const grams: string[] = [];
  for (let i = 0; i + n <= tokens.length; i++) grams.push(tokens.slice(i, i + n).join(' '));
  return grams;
}

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** Arabic, Persian, Devanagari, Bengali, Thai and full-width digits as ASCII; length unchanged. */
export function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    for (const zero of DIGIT_ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
    return digit;
  });
}

const INK =
  /[^\s\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/;

/** From the first to the last character of start..end that is neither white space nor zero-width debris; null where there is none. */
export function inkSpan(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && !INK.test(text.charAt(from))) from++;
  while (to > from && !INK.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}
