import { asciiDigits } from '../../core/text.js';
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
}

const UNIT = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const TOKEN = new RegExp(`(\\d+)|([${UNIT}]|(?:(?![${UNIT}])(?:[\\p{L}\\p{M}'’ʼ׳]|\\u200c|\\u200d))+)|(\\S)`, 'gu');
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

/** Splits a line for reading dates. Linear; numbers of any length are one token, so that parts of long ones are never read. */
export function dateTokens(line: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of asciiDigits(line).matchAll(TOKEN)) {
    const [text, digits, word] = match;
    const start = match.index;
    const kind = digits !== undefined ? 'number' : word !== undefined ? 'word' : 'mark';
    const folded = kind === 'word' ? foldWord(text) : kind === 'mark' ? (MARKS[text] ?? text) : text;
    tokens.push({
      kind,
      text: folded,
      start,
      end: start + text.length,
      spaced: start > last || start === 0,
      capitals: text === text.toUpperCase(),
      initial: /^\p{Lu}/u.test(text),
    });
    last = start + text.length;
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
