import { KINDS, kindAt, LETTER, LOWER, MARK, SPACE, SURROGATE, UPPER } from '../../core/characters.js';
import type { Span } from '../../core/types.js';
import type { PhraseHit, PhraseMatcher } from '../phrases/match.js';

/** Labels of advertisements that stand in the midst of a sentence, where the page had the advertisement: "… and only whenAdvertisement the boats …". */

/** What stands before it if it is glued to a word without one ("HarbourPromo" is a name), or to its comma. */
const GLUED_TO = /(?:(?:^|\s)\p{Ll}[\p{Ll}\p{M}]{1,20}|[,;])$/u;
const LONGEST_WORD = 22;
/** No label of one word is longer, with the word that it is glued to. */
const LABEL_LONGEST = 80;
/** Characters from the capital on. */
const LABEL_LEAST = 4;
const SMALL_BEFORE = /[\p{Ll},;]\s$/u;
const SMALL_AFTER = /^\s\p{Ll}/u;

/**
 * Whether a capitalized word is written as no word is in the midst of a sentence: glued to the one before it, or in capitals among small
 * letters.
 */
function isOdd(text: string, start: number, end: number): boolean {
  if (start === 0) return false;
  const isApart = ((KINDS[text.charCodeAt(start - 1)] as number) & SPACE) !== 0;
  // Most words are: no need to look at them whole.
  if (isApart && (kindAt(text, start + 1) & LOWER) !== 0) return false;
  const before = text.slice(Math.max(0, start - LONGEST_WORD), start);
  if (!isApart) return GLUED_TO.test(before);
  const word = text.slice(start, end);
  return word === word.toUpperCase() && SMALL_BEFORE.test(before) && SMALL_AFTER.test(text.slice(end, end + 2));
}

/** Words on either side of what was put into a sentence. */
const LEAST_WORDS = 2;
const ENDS = /[.!?…。！？।؟۔።။:"'”’»]\s*$/;

/** The labels in the midst of a line's sentences. */
export function insertedLabels(text: string, matcher: PhraseMatcher): { span: Span; hit: PhraseHit }[] {
  const found: { span: Span; hit: PhraseHit }[] = [];
  for (const span of capitalizedEnds(text)) {
    if (!isOdd(text, span.start, span.end)) continue;
    const hit = matcher
      .match(text.slice(span.start, span.end))
      .find(({ phrase }) => phrase.kind === 'label' && phrase.reason === 'advertisement');
    if (hit !== undefined) found.push({ span, hit });
  }
  return found;
}

/** The ends of words from their first capital on, where four letters or more are left and another word follows behind a blank. */
function* capitalizedEnds(text: string): Generator<Span> {
  for (let i = 0; i < text.length; i++) {
    const start = i;
    let capital = -1;
    let letters = 0;
    for (let kind = kindAt(text, i); (kind & (LETTER | MARK)) !== 0; kind = kindAt(text, i)) {
      if (capital < 0 && (kind & UPPER) !== 0) capital = i;
      if (capital >= 0) letters++;
      i += (kind & SURROGATE) === 0 ? 1 : 2;
    }
    if (letters >= LABEL_LEAST && i - start <= LABEL_LONGEST && isWordBehind(text, i)) yield { start: capital, end: i };
  }
}

const isWordBehind = (text: string, at: number): boolean =>
  (kindAt(text, at) & SPACE) !== 0 && (kindAt(text, at + 1) & LETTER) !== 0;

/** Whether a hit stands in the midst of a sentence that goes on behind it in small letters. */
export function isInserted(text: string, { phrase: { kind, reason }, span }: PhraseHit): boolean {
  if (kind !== 'notice' || reason !== 'advertisement') return false;
  const before = text.slice(0, span.start).trim();
  const after = text.slice(span.end).trim();
  return (
    /^\p{Ll}/u.test(after) &&
    !ENDS.test(before) &&
    before.split(/\s+/).length >= LEAST_WORDS &&
    after.split(/\s+/).length >= LEAST_WORDS
  );
}
