import { codesOf, KINDS, kindAt, LETTER, MARK, NUMBER, UNSPACED, UPPER } from '../../core/characters.js';
import { words } from '../../core/text.js';
import { foldWord } from '../../stages/fields/fold.js';

/** A text as comparison sees it: what is the same in copies whatever a site does to case, accents, punctuation and spaces. */
export interface Units {
  /**
   * Folded words. Where words are not set apart by spaces: characters, in Thai, Lao, Khmer and Burmese with the signs that belong to
   * them.
   */
  readonly units: readonly string[];
  /** Length in words; two characters count as a word where these are not set apart. */
  readonly size: number;
  /**
   * Numbers and names, folded: what two texts of one template differ in. Names only where the script has capitals; numbers of one or two
   * digits, which stand in every text, with the unit before them.
   */
  readonly facts: ReadonlySet<string>;
}

/** Sentences begin behind these, and behind line breaks: a capital there makes no name. */
const SENTENCE_ENDS = codesOf('.!?…:;"“”„«»\n');

/** A text's units in their order. Linear in the text. */
export function unitsOf(text: string): Units {
  const found = words(text);
  const units: string[] = [];
  let characters = 0;
  const facts = new Set<string>();
  let at = 0;
  for (const word of found) {
    const start = text.indexOf(word, at);
    const isStart = at === 0 || isEndBetween(text, at, start);
    at = start + word.length;
    const kind = kindAt(word, 0);
    const last = units.length - 1;
    // A sign above or below belongs to the letter before it.
    if ((kind & UNSPACED) !== 0 && (kind & MARK) !== 0 && last >= 0) {
      units[last] = (units[last] as string) + word;
      continue;
    }
    const folded = foldWord(word);
    if ((kind & UNSPACED) !== 0) characters += 1;
    units.push(folded);
    if (hasNumber(word)) facts.add(folded.length > 2 ? folded : `${units[last] ?? ''} ${folded}`);
    else if (!isStart && (kind & UPPER) !== 0) facts.add(folded);
  }
  return { units, size: Math.ceil(units.length - characters / 2), facts };
}

function isEndBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (SENTENCE_ENDS.has(text.charCodeAt(i))) return true;
  return false;
}

function hasNumber(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const kind = KINDS[word.charCodeAt(i)] as number;
    if ((kind & NUMBER) !== 0 && (kind & LETTER) === 0) return true;
  }
  return false;
}
