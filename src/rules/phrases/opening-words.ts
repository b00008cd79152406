import { tokenize } from './tokenize.js';

/** A word of a pattern that is nothing but a word: no part of one, and nothing glued to it. */
const PLAIN = / *([^\s()[\]|#~*….]+)(?=[\s)|]|$)/uy;

/**
 * The words that matches of a well-formed pattern can begin with, told from its first part without compiling it; null where it may begin in other
 * ways, or where that is not told so easily. Most patterns begin with a word or with a choice of words.
 */
export function openingWords(pattern: string): ReadonlySet<string> | null {
  const words = new Set<string>();
  const isAdded = (at: number): boolean => {
    PLAIN.lastIndex = at;
    const word = tokenize(PLAIN.exec(pattern)?.[1] ?? '')[0]?.text;
    if (word !== undefined) words.add(word);
    return word !== undefined;
  };
  if (!pattern.startsWith('(')) return isAdded(0) ? words : null;
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    if (depth === 0) return words;
    const isBranch = depth === 1 && (at === 0 || char === '|');
    if (isBranch && !isAdded(at + 1)) return null;
  }
  return null;
}
