import type { PhraseHit, PhraseMatcher } from './match.js';

/**
 * Boilerplate that an extractor glued to the end of a sentence: "… by Easter.READ MORE: Five shops shut". What stands behind the sentence
 * is read as a line of its own.
 */

/**
 * The end of a sentence with something behind it: the blanks, and what comes next. A single letter or a figure before a full stop is an
 * abbreviation or a number.
 */
const BOUNDARY =
  /(?:\p{L}[\p{L}\p{M}]|[\p{N}%)\]"'”’»›」』])[.!?…。！？।؟۔]["'”’»›」』)\]]*(\s*)(?=([\p{L}\p{N}"'“„«‘「『©>»→[(]))/gu;
/** A quick no for most lines. */
const STOPS = /[.!?…。！？।؟۔]./;
/** Sentence ends that are looked at, from the last one back, and characters behind them. */
const MOST_BOUNDARIES = 4;
const LEAST_TAIL = 8;
const MOST_TAIL = 300;
/** Words, or characters of an unspaced script, from which what stands before is a sentence of the article's. */
const HEAD_WORDS = 4;
const HEAD_CHARACTERS = 8;
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;
/** A lead-in that goes on as one does. */
const LEADS_ON = /^\s*[:：>»›|]/;
const MAY_LEAD_ON = /^[^.!?]{2,60}[:：>»›|]/;

/** Where the glued piece begins, with the hit that tells what it is. */
export interface Glued {
  readonly start: number;
  readonly hit: PhraseHit;
}

/** The piece glued to the end of a line, if there is one. */
export function findGlued(text: string, matcher: PhraseMatcher): Glued | null {
  for (const { start, isTight } of lastBoundaries(text)) {
    const tail = text.slice(start);
    if (tail.length < LEAST_TAIL) continue;
    if (!isTight && !MAY_LEAD_ON.test(tail)) continue;
    const hit = matcher.match(tail).find((found) => tells(found, tail, isTight));
    if (hit !== undefined) return { start, hit };
  }
  return null;
}

interface Boundary {
  readonly start: number;
  readonly isTight: boolean;
}

/** The last sentence ends that are looked at, in the line's order. */
function lastBoundaries(text: string): Boundary[] {
  const boundaries: Boundary[] = [];
  if (!STOPS.test(text)) return boundaries;
  const from = Math.max(0, text.length - MOST_TAIL);
  const matches = [...text.slice(from).matchAll(BOUNDARY)];
  for (let i = matches.length - 1; i >= 0 && boundaries.length < MOST_BOUNDARIES; i--) {
    const match = matches[i] as RegExpExecArray;
    const start = from + match.index + match[0].length;
    const [found, blanks = '', next = ''] = match;
    const isTight = blanks === '' && !UNSPACED.test(next);
    // "20.30", "example.com": no sentence ends there.
    if (isTight && (/\p{Ll}/u.test(next) || /^\p{N}/u.test(found))) continue;
    if (isSentence(text.slice(Math.max(0, start - MOST_TAIL), start))) boundaries.push({ start, isTight });
  }
  return boundaries.reverse();
}

function isSentence(head: string): boolean {
  return UNSPACED.test(head) ? head.length >= HEAD_CHARACTERS : head.trim().split(/\s+/).length >= HEAD_WORDS;
}

/**
 * Whether a hit says that all of the piece is boilerplate. A blank before it is how sentences go on: then only a lead-in to something else
 * does. Notices of several sentences are notices from the first.
 */
function tells({ phrase: { kind, reason }, span }: PhraseHit, tail: string, isTight: boolean): boolean {
  if (reason === 'appended') return false;
  if (isTight) return kind !== 'button' || /\s/.test(tail);
  if (kind !== 'lead-in' || reason !== 'related') return false;
  return tail.slice(span.start, span.end).endsWith(':') || LEADS_ON.test(tail.slice(span.end));
}
