import { remembered } from '../../core/remembered.js';
import { hasDigit } from '../../core/text.js';
import type { MovedRole } from '../../core/types.js';
import { readLine, type LineReading } from '../fields.js';
import { readRow, type Matching } from './row.js';
import { isSentence } from './sentence.js';

/**
 * What extractors leave glued to the beginning of the first paragraphs: the picture's credit, the article's dates, the row of buttons above
 * it ("Photo: AFPTwo boats had …", "Listen 4 min The tar was …").
 */

/** Characters in which the pieces stand. */
const MOST_FRONT = 160;
/** Places in them at which a piece may end. */
const MOST_CUTS = 12;

/**
 * Where a piece may end: where a word ends and the next begins in a capital without a blank ("RehwaldIm", "14:05Two", "AFPOn"), and at a
 * blank before a capital, a letter of a script without capitals, or a figure.
 */
const CUTS =
  /(?<=[\p{Ll}\p{N})\]])(?=\p{Lu}[\p{Ll}\s'’])|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})|(?<=\S)\s+(?=[\p{Lu}\p{Lo}\p{N}«“„"])/gu;

/** Fields beside the date that come before a text; what else looks like one may be its first words. */
const FIELDS: ReadonlySet<MovedRole> = new Set(['credit', 'byline']);
/** "1. National", "- Instagram": items of a list. "In this article, I": a sentence. */
const ITEM = /^(?:[-–—•·*]|\p{N}{1,2}[.)]\s)|[,，、]$/u;

/** "来源：河口晚报": between such a piece and the next stands a blank, where the script has none. */
const LABELLED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}[：:]/u;

/** A year and a minute. */
const STAMP = /\b\p{N}{4}\b.*\b\p{N}{1,2}[:：]\p{N}{2}\b/u;

/** A notice goes on behind a capital, where there are capitals. */
const CASED = /\p{Lu}/u;

interface Front {
  readonly end: number;
  readonly isTight: boolean;
  readonly piece: string;
}

/** Where the pieces at the front of a text end, one after the other; none if what is left behind them is no sentence. */
export function frontEnds(
  text: string,
  matcher: Matching,
  language: string,
  options: { dayFirst: boolean | null },
): number[] {
  const cuts: { at: number; next: number }[] = [];
  for (const match of text.slice(0, MOST_FRONT).matchAll(CUTS)) {
    cuts.push({ at: match.index, next: match.index + match[0].length });
    if (cuts.length === MOST_CUTS) break;
  }
  // Nothing that could be enough: most paragraphs begin like that.
  const front = text.slice(0, MOST_FRONT);
  if (!/\p{N}/u.test(front) && !LABELLED.test(front) && cuts.every(({ at, next }) => at < next)) return [];
  // The pieces that are tried begin with the same words, each a word shorter than the last.
  const phrases: Matching = { match: remembered((piece) => matcher.match(piece)) };
  const fronts: Front[] = [];
  let from = 0;
  for (;;) {
    const front = cuts
      .filter(({ at }) => at > from)
      .reverse()
      .map(({ at, next }): Front => ({ end: next, isTight: at === next, piece: text.slice(from, at).trim() }))
      .find(({ piece, isTight }) => isFurniture(piece, isTight, phrases, language, options));
    if (front === undefined) break;
    fronts.push(front);
    from = front.end;
  }
  return fronts.length > 0 && isSentence(text.slice(from)) && isEnough(fronts) ? fronts.map(({ end }) => end) : [];
}

/**
 * Many a sentence begins with words that stand on a button, too ("Video shows …", "Learn more about …"), and many a name is two words in one
 * ("HarbourPromo"). Before a blank, something must be counted, or stand in a row.
 */
function isEnough(fronts: readonly Front[]): boolean {
  const last = fronts.at(-1) as Front;
  if (last.isTight) return fronts.length > 1 || /\s|\p{N}/u.test(last.piece);
  return fronts.length > 2 || fronts.some(({ piece }) => /\p{N}/u.test(piece) || LABELLED.test(piece));
}

/** Whether a piece by itself is a field of the record or a known label, and no part of a sentence. */
function isFurniture(
  piece: string,
  isTight: boolean,
  matcher: Matching,
  language: string,
  options: { dayFirst: boolean | null },
): boolean {
  if (piece === '' || ITEM.test(piece)) return false;
  if (!isTight && LABELLED.test(piece)) return true;
  // Before a blank, nothing but a date is a field.
  if (isTight || hasDigit(piece))
    for (const reading of readLine(piece, language, options)) if (isField(reading, piece, isTight)) return true;
  if (readRow(piece, matcher) !== null) return true;
  return matcher
    .match(piece)
    .some(
      ({ phrase: { kind, reason }, span }) =>
        reason !== 'appended' &&
        kind !== 'lead-in' &&
        (kind !== 'notice' || !CASED.test(piece)) &&
        span.end - span.start > piece.length / 2,
    );
}

/** Sentences begin with dates and places, but neither with "Published: " nor with the minute. */
function isField({ role, level }: LineReading, piece: string, isTight: boolean): boolean {
  if (role === 'date')
    return (
      level === 'labelled' ||
      (isTight ? /\p{N}$/u.test(piece) && level !== 'weak' : level === 'sure' && STAMP.test(piece))
    );
  return isTight && FIELDS.has(role) && (level === 'labelled' || level === 'sure');
}
