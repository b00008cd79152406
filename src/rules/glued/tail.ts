import { codesOf, isSpace } from '../../core/characters.js';
import { JOINTS, readRow } from './row.js';
import { isSentence, UNSPACED } from './sentence.js';
import type { PhraseHit, PhraseMatcher } from '../phrases/match.js';

/**
 * Boilerplate that an extractor glued to the end of a sentence: "… by Easter.READ MORE: Five shops shut". What stands behind the sentence
 * is read as a line of its own.
 */

/**
 * The end of a sentence with something behind it: the blanks, and what comes next. A single letter or a figure before a full stop is an
 * abbreviation or a number.
 */
const BOUNDARY =
  /(?:\p{L}[\p{L}\p{M}]|[\p{N}%)\]"'”’»›」』])[.!?…。！？।؟۔።။]["'”’»›」』)\]]*(\s*)(?=([\p{L}\p{N}"'“„«‘「『©>»→[(]))|(?<=\[(?:…|\.\.\.)\])\s+(?=\p{L})/gu;
const STOP = /[.!?…。！？।؟۔።။]/;
/** What a last sentence ends with. */
const ENDING = codesOf('.!?…。！？।؟۔።။"\'”’»›」』)]');
/** Sentence ends that are looked at, from the last one back, and characters behind them. */
const MOST_BOUNDARIES = 4;
const LEAST_TAIL = 8;
const MOST_TAIL = 300;
/** A lead-in that goes on as one does. */
const LEADS_ON = /^\s*[:：>»›|]/;
/** An arrow that stands for a colon: "Leggi anche > …". */
export const ARROW = /(?<=^[^.!?:]{2,40})\s*[>»›]\s/;
const MAY_LEAD_ON = /^[^.!?]{2,60}[:：>»›|]/;

/** A script that was read as text. */
const CODE = /(?<=[.!?…]["'”’»)]?\s?)\(function\s?\([\w, ]{0,80}\)\s?\{/u;

/** Marks of quotations; “ opens English ones and closes German ones. */
const QUOTES = /["“”„«»「」『』]/g;
const OPENING = '“„«「『';

/** Where the glued piece begins, with the hit that tells what it is. */
export interface Tail {
  readonly start: number;
  /** null for a script's code, which no phrase has to tell of. */
  readonly hit: PhraseHit | null;
}

/** The piece glued to the end of a line, if there is one. `isAll`: the document says nothing else. */
export function findTail(text: string, matcher: PhraseMatcher, isAll: boolean): Tail | null {
  const code = text.includes('(function') ? text.search(CODE) : -1;
  if (code > 0) return { start: code, hit: null };
  for (const { start, isTight } of lastBoundaries(text)) {
    const tail = text.slice(start);
    if (tail.length < LEAST_TAIL) continue;
    const row = isTight || (isAll && !ENDED.test(tail)) || tail.search(JOINTS) > 0 ? readRow(tail, matcher) : null;
    if (row !== null) return { start, hit: row };
    if (!isTight && !isAll && !MAY_LEAD_ON.test(tail)) continue;
    const hit = matcher
      .match(tail.replace(ARROW, ': '))
      .find((found) => tells(found, tail, isTight) || (isAll && saysSo(found, tail)));
    if (hit === undefined) continue;
    const head = text.slice(0, start);
    // Notices of several sentences are notices from the first; and what is quoted is said, not meant.
    if (!isTight && (isOpen(head) || matcher.match(head).some(({ phrase }) => phrase.kind !== 'button'))) return null;
    return { start, hit };
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
  const from = Math.max(0, text.length - MOST_TAIL);
  // A quick no for most lines: no sentence ends before the last, and what closes that is too short for a tail.
  const end = endOfWords(text);
  if (text.length - end < LEAST_TAIL && !STOP.test(text.slice(from, end))) return boundaries;
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

/** Where the marks and blanks begin that a text ends with. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0) {
    const code = text.charCodeAt(end - 1);
    if (!ENDING.has(code) && !isSpace(code)) break;
    end--;
  }
  return end;
}

/** "No comment." is a sentence. */
const ENDED = /[.!?…。！？।؟۔።။]$/;

/** Whether a quotation begins in a text and does not end there. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const sign of text.match(QUOTES) ?? []) {
    if (sign === '"') depth = depth === 0 ? 1 : 0;
    else depth += OPENING.includes(sign) && !(sign === '“' && depth > 0) ? 1 : -1;
  }
  return depth > 0;
}

/** Whether a hit in the first sentence of a piece is wording that hardly occurs in an article, so that a blank before the piece is no doubt. */
function saysSo({ phrase: { kind, reason }, span }: PhraseHit, tail: string): boolean {
  if (reason === 'appended' || kind === 'button' || kind === 'list-head') return false;
  if (kind === 'label' && ENDED.test(tail)) return false;
  return kind === 'ending' || span.start === 0 || !/[.!?…。！？।؟۔።။]/.test(tail.slice(0, span.start));
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
