import type { Span } from '../../core/types.js';
import type { PhraseHit, PhraseMatcher } from '../phrases/match.js';

/** Labels of advertisements that stand in the midst of a sentence, where the page had the advertisement: "… and only whenAdvertisement the boats …". */

/** Letters in a row, and what follows them if it is another word. Takes all of a row at once: a row may be as long as the page. */
const WORD = /[\p{L}\p{M}]+(?=(\s\p{L})?)/gu;
/** The part of a word that begins with a capital. */
const CAPITALIZED = /\p{Lu}[\p{L}\p{M}]{3,}$/u;
/** What stands before it if it is glued to a word without one ("HarbourPromo" is a name), or to its comma. */
const GLUED_TO = /(?:(?:^|\s)\p{Ll}[\p{Ll}\p{M}]{1,20}|[,;])$/u;
const LONGEST_WORD = 22;
/** No label of one word is longer, with the word that it is glued to. */
const LABEL_LONGEST = 80;
const SMALL_BEFORE = /[\p{Ll},;]\s$/u;
const SMALL_AFTER = /^\s\p{Ll}/u;

/**
 * Whether a capitalized word is written as no word is in the midst of a sentence: glued to the one before it, or in capitals among small
 * letters.
 */
function isOdd(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_WORD), start);
  if (!/\s$/.test(before)) return GLUED_TO.test(before);
  const word = text.slice(start, end);
  return word === word.toUpperCase() && SMALL_BEFORE.test(before) && SMALL_AFTER.test(text.slice(end, end + 2));
}

/** Words on either side of what was put into a sentence. */
const LEAST_WORDS = 2;
const ENDS = /[.!?…。！？।؟۔።။:"'”’»]\s*$/;

/** The labels in the midst of a line's sentences. */
export function insertedLabels(text: string, matcher: PhraseMatcher): { span: Span; hit: PhraseHit }[] {
  const found: { span: Span; hit: PhraseHit }[] = [];
  for (const match of text.matchAll(WORD)) {
    const label = match[1] === undefined || match[0].length > LABEL_LONGEST ? null : CAPITALIZED.exec(match[0]);
    if (label === null) continue;
    const span = { start: match.index + label.index, end: match.index + match[0].length };
    if (!isOdd(text, span.start, span.end)) continue;
    const hit = matcher
      .match(label[0])
      .find(({ phrase }) => phrase.kind === 'label' && phrase.reason === 'advertisement');
    if (hit !== undefined) found.push({ span, hit });
  }
  return found;
}

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
