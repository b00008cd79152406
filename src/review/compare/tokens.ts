import { CONTROL, JOINER, kindAt, MARK, SPACE, SURROGATE, UNSPACED, WORD } from '../../core/characters.js';

/** A word, or a character between words. White space is in no token. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

const APOSTROPHES = "'’";
const isWordPart = (kind: number): boolean => (kind & (WORD | JOINER)) !== 0 && (kind & UNSPACED) === 0;

/**
 * The words of a text and what stands between them, in order; scripts without spaces by the character, each with its marks. By our own
 * tables: a dictionary of words, such as Intl.Segmenter has, differs between machines.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const sizeOf = (kind: number): number => ((kind & SURROGATE) !== 0 ? 2 : 1);
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    let end = at + sizeOf(kind);
    if ((kind & (SPACE | CONTROL)) === 0) {
      const isUnspaced = (kind & UNSPACED) !== 0;
      if (isUnspaced || isWordPart(kind))
        for (; end < text.length;) {
          const next = kindAt(text, end);
          const joins = isUnspaced ? (next & MARK) !== 0 : isWordPart(next);
          if (joins) end += sizeOf(next);
          else if (!isUnspaced && APOSTROPHES.includes(text.charAt(end)) && isWordPart(kindAt(text, end + 1))) end += 1;
          else break;
        }
      tokens.push({ start: at, end, isWord: (kind & WORD) !== 0 });
    }
    at = end;
  }
  return tokens;
}

/** Words of a text, as they are counted here: Han, kana and Thai by the character. */
export function countWords(text: string): number {
  return tokensOf(text).reduce((sum, { isWord }) => sum + (isWord ? 1 : 0), 0);
}
