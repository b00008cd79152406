import { CONTROL, DEBRIS, JOINER, KINDS, kindAt, SPACE, SURROGATE, UNSPACED, WORD } from './characters.js';
import type { Span } from './types.js';

/** Text as rules and records see it: repaired, composed, on one line. All functions are linear in their input. */

const JOINER_RUN = /[\u200c\u200d]+/g;
const DEBRIS_RUN = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const CONTROL_CHARACTER = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const SPACE_RUN = /\s+/g;
/** Below it nothing combines: text is composed already. */
const FIRST_COMBINING = 0x300;
/** Dashes, quotation marks, dots and bullets: in most texts nothing else is beyond it, and nothing combines with them either. */
const FIRST_SIGN = 0x2010;
const LAST_SIGN = 0x2027;

/** NFC, without control and zero-width debris, white space folded to single spaces, trimmed. */
export function normalize(text: string): string {
  let kinds = 0;
  let most = 0;
  let isSpaced = false;
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) isSpaced ||= before === 0x20;
    else if (code < 0x21 || code > 0x7e) {
      kinds |= KINDS[code] as number;
      if (code > most && !(code >= FIRST_SIGN && code <= LAST_SIGN)) most = code;
    }
    before = code;
  }
  // Most texts need next to nothing of this: each step is only taken where one look has found something for it.
  let result = text;
  if ((kinds & CONTROL) !== 0) result = result.replace(CONTROL_CHARACTER, ' ');
  if ((kinds & DEBRIS) !== 0) result = result.replace(DEBRIS_RUN, '');
  if ((kinds & JOINER) !== 0) result = withoutLoneJoiners(result);
  if (isSpaced || before === 0x20 || (kinds & (SPACE | CONTROL | DEBRIS | JOINER)) !== 0)
    result = result.replace(SPACE_RUN, ' ').trim();
  return most < FIRST_COMBINING ? result : result.normalize('NFC');
}

const isEdge = (char: string): boolean => char === '' || /\s/.test(char);

/** Joiners mean something only between two letters or symbols; beside a space they are debris. */
function withoutLoneJoiners(text: string): string {
  return text.replace(JOINER_RUN, (run, at: number) =>
    isEdge(text.charAt(at - 1)) || isEdge(text.charAt(at + run.length)) ? '' : run,
  );
}

/** Words by Unicode rules; Han, kana, Thai, Lao, Khmer and Burmese by the character. Case is kept. */
export function words(text: string): string[] {
  const found: string[] = [];
  scanWords(text, found);
  return found;
}

/** words() in lower case. */
export function lowerWords(text: string): string[] {
  const lower = text.toLowerCase();
  // Sigma's lower case hangs on where words end, and a dotted I becomes two characters.
  return lower.length === text.length && !text.includes('Σ')
    ? words(lower)
    : words(text).map((word) => word.toLowerCase());
}

/** Number of words(), without making the list. */
export function countWords(text: string): number {
  return scanWords(text, null);
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/**
 * Finds runs of letters, digits and marks, with joiners among them and single apostrophes between them, and cuts them at characters of
 * unspaced scripts. Puts them into `found` if there is one; returns how many there are.
 */
function scanWords(text: string, found: string[] | null): number {
  const { length } = text;
  let count = 0;
  /** Where the word began that is being read, -1 between words. */
  let start = -1;
  let isAfterApostrophe = false;
  const close = (end: number): void => {
    if (start < 0 || start === end) return;
    count++;
    found?.push(text.slice(start, end));
  };
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    let kind = KINDS[code] as number;
    if ((kind & SURROGATE) !== 0) kind = kindAt(text, i);
    const width = (kind & SURROGATE) === 0 ? 1 : 2;
    if ((kind & WORD) !== 0) {
      if ((kind & UNSPACED) !== 0) {
        close(i);
        start = i + width;
        count++;
        found?.push(text.slice(i, start));
      } else if (start < 0) start = i;
      i += width - 1;
      continue;
    }
    if ((kind & JOINER) !== 0) {
      if (start >= 0 && isAfterApostrophe) {
        close(i);
        start = -1;
        isAfterApostrophe = false;
      }
      if (start < 0) start = i;
      continue;
    }
    if (start < 0) continue;
    if (isApostrophe(code) && i + 1 < length && (kindAt(text, i + 1) & WORD) !== 0) {
      isAfterApostrophe = true;
      continue;
    }
    close(i);
    start = -1;
    isAfterApostrophe = false;
  }
  close(length);
  return count;
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
  for (let i = 0; i + n <= tokens.length; i++) {
    let gram = tokens[i] as string;
    for (let k = i + 1; k < i + n; k++) gram += ` ${tokens[k] as string}`;
    grams.push(gram);
  }
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

const INKLESS = SPACE | CONTROL | DEBRIS | JOINER;

const isInk = (text: string, at: number): boolean => ((KINDS[text.charCodeAt(at)] as number) & INKLESS) === 0;

/** True where a text holds a digit, of ASCII or of those that asciiDigits() knows. */
export const hasDigit = (text: string): boolean => /[0-9٠-٩۰-۹०-९০-৯๐-๙０-９]/.test(text);

/** From the first to the last character of start..end that is neither white space nor zero-width debris; null where there is none. */
export function inkSpan(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && !isInk(text, from)) from++;
  while (to > from && !isInk(text, to - 1)) to--;
  return from < to ? { start: from, end: to } : null;
}
