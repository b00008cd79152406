import { KINDS, LETTER, LOWER, MARK, SURROGATE, UPPER } from '../../core/characters.js';
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

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
/** Letters behind a label's first, at the least. */
const LEAST_BEHIND = 3;

const kindOf = (text: string, at: number): number => KINDS[text.charCodeAt(at)] ?? 0;

/** A quick no for most lines: a label is a capital that is glued to what stands before it, or a word in capitals. */
function mayHoldLabel(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text, i);
    if ((kind & SURROGATE) !== 0) return true;
    if ((kind & UPPER) === 0) continue;
    const before = text.charCodeAt(i - 1);
    if (before === COMMA || before === SEMICOLON || (kindOf(text, i - 1) & (LOWER | MARK)) !== 0) return true;
    const next = text.charCodeAt(i + 1);
    if (next >= 0x61 && next <= 0x7a) continue;
    let behind = 0;
    while (behind < LEAST_BEHIND && (kindOf(text, i + behind + 1) & (LETTER | MARK | SURROGATE)) !== 0) behind++;
    if (behind === LEAST_BEHIND) return true;
  }
  return false;
}

/** Words on either side of what was put into a sentence. */
const LEAST_WORDS = 2;
const ENDS = /[.!?…。！？।؟۔።။:"'”’»]\s*$/;

/** The labels in the midst of a line's sentences. */
export function insertedLabels(text: string, matcher: PhraseMatcher): { span: Span; hit: PhraseHit }[] {
  const found: { span: Span; hit: PhraseHit }[] = [];
  if (!mayHoldLabel(text)) return found;
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
