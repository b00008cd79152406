import {
  codesOf,
  HAN_KANA,
  JOINER,
  kindAt,
  LETTER,
  LOWER,
  MARK,
  SPACE,
  SURROGATE,
  UPPER,
} from '../../core/characters.js';
import { asciiDigits } from '../../core/text.js';
import { dateKinds } from './date-words.js';
import { foldWord } from './fold.js';

/** A number, a word (one character in Han and kana) or a mark of a line, with its place. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Digits in ASCII; words folded (see fold.ts); marks as they are. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True if white space stands before it. */
  readonly spaced: boolean;
  /** True for a word all in capitals, or without case. */
  readonly capitals: boolean;
  /** True for a word that begins with a capital. */
  readonly initial: boolean;
  /** What the word is to dates, see dateKinds(); 0 for the others. */
  readonly kinds: number;
}

/** The abbreviation marks of Devanagari and Armenian, and the full-width forms, as the ASCII marks they stand for. */
const MARKS: Readonly<Record<string, string>> = {
  '॰': '.',
  '．': '.',
  '：': ':',
  '／': '/',
  '－': '-',
  '–': '-',
  '−': '-',
  '‑': '-',
  '，': ',',
  '（': '(',
  '）': ')',
};

const APOSTROPHES: ReadonlySet<number> = codesOf(`'’׳`);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isWordPart = (code: number, kind: number): boolean =>
  (kind & (LETTER | MARK | JOINER)) !== 0 || APOSTROPHES.has(code);

/** The line that was split last: whether it holds a date, what share of it and who else stands there is asked one after the other. */
let lastLine = '';
let lastTokens: readonly Token[] = [];

/** Splits a line for reading dates. Linear; numbers of any length are one token, so that parts of long ones are never read. */
export function dateTokens(line: string): readonly Token[] {
  if (line !== lastLine) {
    lastTokens = split(line, false);
    lastLine = line;
  }
  return lastTokens;
}

/** The first of a line's tokens that is no mark. */
export function firstWord(line: string): Token | undefined {
  return split(line, true).find((token) => token.kind !== 'mark');
}

/** The line's tokens, or those up to the first that is no mark. */
function split(line: string, isBegun: boolean): Token[] {
  const tokens: Token[] = [];
  const text = asciiDigits(line);
  let spaced = true;
  for (let start = 0; start < text.length;) {
    const code = text.charCodeAt(start);
    const kind = kindAt(text, start);
    if ((kind & SPACE) !== 0) {
      spaced = true;
      start++;
      continue;
    }
    let end = start + ((kind & SURROGATE) === 0 ? 1 : 2);
    if (isDigit(code)) {
      while (isDigit(text.charCodeAt(end))) end++;
      const digits = text.slice(start, end);
      tokens.push({ kind: 'number', text: digits, start, end, spaced, capitals: false, initial: false, kinds: 0 });
    } else if ((kind & HAN_KANA) !== 0 || isWordPart(code, kind)) {
      let kinds = kind;
      if ((kind & HAN_KANA) === 0)
        while (end < text.length) {
          const next = kindAt(text, end);
          if ((next & HAN_KANA) !== 0 || !isWordPart(text.charCodeAt(end), next)) break;
          kinds |= next;
          end += (next & SURROGATE) === 0 ? 1 : 2;
        }
      const word = foldWord(text.slice(start, end));
      const [capitals, initial] = [(kinds & LOWER) === 0, (kind & UPPER) !== 0];
      tokens.push({ kind: 'word', text: word, start, end, spaced, capitals, initial, kinds: dateKinds(word) });
    } else {
      const sign = text.slice(start, end);
      const mark = MARKS[sign] ?? sign;
      tokens.push({ kind: 'mark', text: mark, start, end, spaced, capitals: false, initial: false, kinds: 0 });
    }
    if (isBegun && tokens.at(-1)?.kind !== 'mark') break;
    spaced = false;
    start = end;
  }
  return tokens;
}

/** Value of a number token of `least` to `most` digits, else null. */
export function numberAt(tokens: readonly Token[], at: number, least: number, most: number): number | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length < least || token.text.length > most) return null;
  return Number(token.text);
}

/** True if the token is this mark or folded word. */
export const isAt = (tokens: readonly Token[], at: number, text: string): boolean => tokens[at]?.text === text;

/** True if the token stands right behind the one before it, without white space. */
export const isGlued = (tokens: readonly Token[], at: number): boolean => tokens[at]?.spaced === false;

/** True where the number is the later end of a span ("2–4 November"), part of a decimal or of a longer chain of numbers. */
export function isChained(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 1];
  const before = tokens[at - 2];
  if (mark?.kind !== 'mark' || before === undefined) return false;
  if (mark.text === '-') {
    const first = isAt(tokens, at - 2, '.') ? at - 3 : at - 2;
    const isClock = [':', 'h', 'u'].includes(tokens[first - 1]?.text ?? '');
    if (numberAt(tokens, first, 1, 2) !== null && !isClock) return true;
  }
  return '/.-_,:'.includes(mark.text) && isGlued(tokens, at) && isGlued(tokens, at - 1) && before.kind === 'number';
}
