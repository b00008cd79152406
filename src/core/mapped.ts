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
const CLUSTER = /[\s\S][\p{M}\u200c\u200d]*/gu;

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
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (text: string, start: number, end: number): void => {
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
  // Normalize cluster by cluster, folding white space across clusters.
  let text = '';
  const from: number[] = [];
  const upTo: number[] = [];
  let space = -1;
  for (let i = 0; i < chars.length; i++) {
    const cluster = chars[i] as string;
    // A joiner between letters means something (Persian, Hindi); beside white space it is debris.
    const next = chars[i + 1];
    const joined = next !== undefined && /^[^\s]/.test(next) && !/^\s/.test(cluster) && space < 0 && text !== '';
    const clean = normalize(cluster) + (joined ? (/[\u200c\u200d]+$/.exec(cluster)?.[0] ?? '') : '');
    const lead = /^\s/.test(cluster) || (clean === '' && /\s|[\u0000-\u0020\u007f-\u00a0\u3000]/.test(cluster));
    if (lead && space < 0) space = i;
    if (clean === '') continue;
    if (space >= 0 && text !== '') {
      text += ' ';
      from.push(starts[space] as number);
      upTo.push(ends[i] === undefined ? (starts[i] as number) : (starts[i] as number));
    }
    space = -1;
    for (let k = 0; k < clean.length; k++) {
      from.push(starts[i] as number);
      upTo.push(ends[i] as number);
    }
    text += clean;
    if (/\s$/.test(cluster)) space = i;
  }
  return {
    text,
    rawStart: (at) => from[at] ?? upTo.at(-1) ?? only?.start ?? 0,
    rawEnd: (at) => (at <= 0 ? (from[0] ?? only?.start ?? 0) : (upTo[at - 1] ?? upTo.at(-1) ?? 0)),
  };
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
