import {
  codesOf,
  isSingle,
  JOINER,
  KINDS,
  kindAt,
  LETTER,
  MARK,
  SINGLE,
  SPACE,
  SURROGATE,
  WORD,
} from '../../core/characters.js';
import { byCharacter } from '../../core/folding.js';

/** A token of a line with its place in the line. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  ё: 'е',
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ൺ: 'ണ്',
  ൻ: 'ന്',
  ർ: 'ര്',
  ൽ: 'ല്',
  ൾ: 'ള്',
};
/** Latin, Greek and Arabic letters with marks, and marks alone. */
const MARKED = /[\u0300-\u036f]|[\u00c0-\u024f\u0370-\u03ff\u0620-\u0655\u1e00-\u1fff]/;
const PLAIN = /^[A-Za-z0-9'’]+$/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Han, kana and syllables of Hangul that fold to themselves: all but compatibility forms. */
const UNFOLDED = /^[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]+$/;

/**
 * A word as patterns compare it: lower case, compatibility forms and marks gone (capitals and hurried typists drop accents, old
 * character sets have other cedillas, other yehs and Malayalam's final consonants of two characters). Cyrillic keeps its й. Other word lists must go through it before they are compared with tokens.
 */
export const fold: (word: string) => string = byCharacter(foldWhole);

function foldWhole(word: string): string {
  if (PLAIN.test(word)) return trimmed(word.toLowerCase().replaceAll('’', "'"));
  if (UNFOLDED.test(word)) return word;
  let text = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0640\u200c\u200d]/g, '');
  if (CYRILLIC.test(text)) text = text.replace(/[\u0300\u0301]/g, '');
  else if (MARKED.test(text))
    text = text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]|[\u064b-\u0655]/g, '')
      .normalize('NFC');
  return trimmed(text.replace(/[’ʼёıßςيىكൺൻർൽൾ]/g, (char) => SAME[char] ?? char));
}

/** Without the apostrophes around it. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charAt(start) === "'") start++;
  while (end > start && text.charAt(end - 1) === "'") end--;
  return text.slice(start, end);
}

/** A dash, bar, arrow or closing bracket behind a label does what a colon does: "Read also – …", "【関連記事】…". Amharic has "፦" and "፡-". */
const COLONS: ReadonlySet<number> = codesOf(':：】］〕፦');
const DASHES: ReadonlySet<number> = codesOf('-–—|›»→');
const ETHIOPIC_WORDSPACE = 0x1361;
const APOSTROPHES: ReadonlySet<number> = new Set([0x27, 0x2019]);

/** Words of a line (characters, in unspaced scripts) and its colons, folded for comparison, with their offsets. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  const { length } = line;
  for (let i = 0; i < length;) {
    const code = line.charCodeAt(i);
    const kind = kindAt(line, i);
    if ((kind & SINGLE) === 0 && isWordPart(code, kind)) {
      const start = i;
      i = endOfWord(line, i);
      const text = fold(line.slice(start, i));
      if (text !== '') tokens.push({ text, start, end: i });
      continue;
    }
    const end = i + ((kind & SURROGATE) === 0 ? 1 : 2);
    if ((kind & SINGLE) !== 0) {
      const text = fold(line.slice(i, end));
      if (text !== '') tokens.push({ text, start: i, end });
    } else if (COLONS.has(code) || (DASHES.has(code) && isDash(line, i))) tokens.push({ text: ':', start: i, end });
    i = end;
  }
  return tokens;
}

const isWordPart = (code: number, kind: number): boolean => (kind & (WORD | JOINER)) !== 0 || APOSTROPHES.has(code);

function endOfWord(line: string, from: number): number {
  let i = from;
  while (i < line.length) {
    const code = line.charCodeAt(i);
    let kind = KINDS[code] as number;
    if ((kind & SURROGATE) !== 0) kind = kindAt(line, i);
    if ((kind & SINGLE) !== 0 || !isWordPart(code, kind)) break;
    i += (kind & SURROGATE) === 0 ? 1 : 2;
  }
  return i;
}

/** True where a word, and at most one blank or "፡" behind it, stands before the mark and white space behind it. */
function isDash(line: string, at: number): boolean {
  const next = KINDS[line.charCodeAt(at + 1)] ?? 0;
  if ((next & SPACE) === 0) return false;
  if (isLetterBefore(line, at)) return true;
  if (at < 1) return false;
  const code = line.charCodeAt(at - 1);
  return (code === ETHIOPIC_WORDSPACE || ((KINDS[code] as number) & SPACE) !== 0) && isLetterBefore(line, at - 1);
}

function isLetterBefore(line: string, at: number): boolean {
  if (at < 1) return false;
  let kind = KINDS[line.charCodeAt(at - 1)] as number;
  if ((kind & SURROGATE) !== 0 && at > 1) kind = kindAt(line, at - 2);
  return (kind & (LETTER | MARK)) !== 0;
}

/** Digits, also as sites shorten them: "12", "1.2K" (which is "1" and "2k"), "3m". */
export function isNumber(token: string): boolean {
  const first = token.charCodeAt(0);
  // A letter of ASCII, as most words begin with.
  if (first >= 0x3a && first < 0x80) return false;
  return /^\p{N}+[km]?$/u.test(token);
}

/** A character of Han, kana or Thai. */
export const isUnspaced = isSingle;
