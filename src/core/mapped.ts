import { decodeHTML } from 'entities';
import { normalize } from './text.js';

/** Replaces start..end of a raw string; edits are in order and do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A normalized text whose every offset is known in the raw text it came from. */
export interface MappedText {
  readonly text: string;
  /** Offset in the raw text where the character at `offset` of text begins; raw end of the text for offset = text.length. */
  rawStart(offset: number): number;
  /** Offset in the raw text just behind the character before `offset` of text. */
  rawEnd(offset: number): number;
}

/** The text of several raw pieces of one string, in order; a separator stands between pieces that hold one (or for a line break). */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Put before the piece, standing for nothing in the raw text: a space between lines, nothing inside a word. */
  readonly glue: string;
}

const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
/** What composes with the character before it, or belongs to it: marks, joiners, Hangul vowels and finals that stand apart. */
const EXTENDERS = '[\\u200d\\u200c\\p{M}\\u1160-\\u11ff\\ud7b0-\\ud7fb]';
const CLUSTER = new RegExp(`[\\s\\S]${EXTENDERS}*`, 'gu');
const EXTENDS = new RegExp(`^${EXTENDERS}`, 'u');
const JOINERS = /[\u200c\u200d]+$/;
/** Letters that normalize() leaves as they are. */
const SETTLED =
  /^[\x21-\x7e\u00c0-\u024f\u0400-\u0481\u048a-\u052f\u0620-\u064a\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]$/;
const MAY_BE_WHITE = /[\s\p{Cc}]/u;

/** True for what normalize() makes a space of. */
const isWhite = (char: string): boolean =>
  char === ' ' || (MAY_BE_WHITE.test(char) && normalize(`a${char}a`) === 'a a');

/**
 * Applies edits to pieces of `raw` and normalizes the result (see normalize), keeping the way back.
 * Linear in the length of the pieces.
 */
export function mapText(raw: string, pieces: readonly Piece[], edits: readonly Edit[] = []): MappedText {
  const only = pieces[0];
  if (pieces.length === 1 && only !== undefined && edits.length === 0) {
    const slice = raw.slice(only.start, only.end);
    if (PLAIN.test(slice)) {
      return { text: slice, rawStart: (at) => only.start + at, rawEnd: (at) => only.start + at };
    }
  }
  const { chars, starts, ends } = clusters(raw, pieces, edits);
  const clean = chars.map((cluster) => (SETTLED.test(cluster) ? cluster : normalize(cluster)));
  const goesOn = beforeText(chars, clean);
  // White space is folded across clusters.
  let text = '';
  const from: number[] = [];
  const upTo: number[] = [];
  let space = -1;
  for (let i = 0; i < chars.length; i++) {
    const cluster = chars[i] as string;
    const white = isWhite(cluster.charAt(0)) || (clean[i] === '' && Array.from(cluster).some(isWhite));
    if (white && space < 0) space = i;
    // A joiner between letters means something (Persian, Hindi); beside white space it is debris.
    const joins = !white && goesOn[i] === true && (clean[i] !== '' || (space < 0 && text !== ''));
    const joiner = joins ? (JOINERS.exec(cluster)?.[0] ?? '') : '';
    const out = (clean[i] as string) + joiner;
    if (out === '') continue;
    if (space >= 0 && text !== '') {
      text += ' ';
      from.push(starts[space] as number);
      upTo.push(starts[i] as number);
    }
    for (let k = 0; k < out.length; k++) {
      from.push(starts[i] as number);
      upTo.push(ends[i] as number);
    }
    text += out;
    space = isWhite(cluster.charAt(cluster.length - 1)) ? i : -1;
  }
  return {
    text,
    rawStart: (at) => from[at] ?? upTo.at(-1) ?? only?.start ?? 0,
    rawEnd: (at) => (at <= 0 ? (from[0] ?? only?.start ?? 0) : (upTo[at - 1] ?? upTo.at(-1) ?? 0)),
  };
}

/** Characters with what belongs to them, after the edits, and where each stands in `raw`. */
function clusters(
  raw: string,
  pieces: readonly Piece[],
  edits: readonly Edit[],
): { chars: string[]; starts: number[]; ends: number[] } {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (text: string, start: number, end: number): void => {
    const last = chars.length - 1;
    if (last >= 0 && EXTENDS.test(text)) {
      chars[last] = (chars[last] as string) + text;
      ends[last] = end;
      return;
    }
    chars.push(text);
    starts.push(start);
    ends.push(end);
  };
  const copy = (from: number, to: number): void => {
    for (const match of raw.slice(from, to).matchAll(CLUSTER))
      put(match[0], from + match.index, from + match.index + match[0].length);
  };
  let next = 0;
  for (const piece of pieces) {
    if (piece.glue !== '' && chars.length > 0) put(piece.glue, piece.start, piece.start);
    let at = piece.start;
    while (next < edits.length && (edits[next] as Edit).start < piece.start) next++;
    for (; next < edits.length && (edits[next] as Edit).end <= piece.end; next++) {
      const edit = edits[next] as Edit;
      if (edit.start < at) continue;
      copy(at, edit.start);
      put(edit.text, edit.start, edit.end);
      at = edit.end;
    }
    copy(at, piece.end);
  }
  return { chars, starts, ends };
}

/** For each cluster, whether text follows before white space or the end does; debris between them does not count. */
function beforeText(chars: readonly string[], clean: readonly string[]): boolean[] {
  const goesOn: boolean[] = [];
  let text = false;
  for (let i = chars.length - 1; i >= 0; i--) {
    goesOn[i] = text;
    const cluster = chars[i] as string;
    if (isWhite(cluster.charAt(0))) text = false;
    else if (clean[i] !== '') text = true;
  }
  return goesOn;
}

const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?/g;

/** Edits that decode the HTML character references of raw text. Only references that end in a semicolon are read: "AT&T" and "?a&copy=1" stay. */
export function entityEdits(raw: string, start: number, end: number): Edit[] {
  const edits: Edit[] = [];
  const slice = raw.slice(start, end);
  if (!slice.includes('&')) return edits;
  for (const match of slice.matchAll(ENTITY)) {
    if (!match[0].endsWith(';')) continue;
    const text = decodeHTML(match[0]);
    if (text !== match[0]) edits.push({ start: start + match.index, end: start + match.index + match[0].length, text });
  }
  return edits;
}
