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
/**
 * A character and what combines with it: marks, and vowels and finals of decomposed Hangul, though debris stands between. Joiners
 * stand by themselves.
 */
const CLUSTER =
  /[\u200c\u200d]|[^\u200c\u200d](?:[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]{0,3}[\p{M}\u1160-\u11ff])*/gu;

/** A stretch of the text to normalize and where it comes from: copied as it is, or put in the place of start..end. */
interface Part {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly copied: boolean;
}

/**
 * Applies edits to pieces of `raw` and normalizes the result (see normalize), keeping the way back. The text costs little; the
 * way back is worked out when it is first asked for. Linear in the length of the pieces.
 */
export function mapText(raw: string, pieces: readonly Piece[], edits: readonly Edit[] = []): MappedText {
  const only = pieces[0];
  if (pieces.length === 1 && only !== undefined && edits.length === 0) {
    const slice = raw.slice(only.start, only.end);
    if (PLAIN.test(slice)) {
      return { text: slice, rawStart: (at) => only.start + at, rawEnd: (at) => only.start + at };
    }
  }
  const parts: Part[] = [];
  let joined = '';
  const put = (text: string, start: number, end: number, copied: boolean): void => {
    if (text === '') return;
    parts.push({ at: joined.length, start, end, copied });
    joined += text;
  };
  let next = 0;
  for (const piece of pieces) {
    if (joined !== '') put(piece.glue, piece.start, piece.start, false);
    let at = piece.start;
    while (next < edits.length && (edits[next] as Edit).start < piece.start) next++;
    for (; next < edits.length && (edits[next] as Edit).end <= piece.end; next++) {
      const edit = edits[next] as Edit;
      if (edit.start < at) continue;
      put(raw.slice(at, edit.start), at, edit.start, true);
      put(edit.text, edit.start, edit.end, false);
      at = edit.end;
    }
    put(raw.slice(at, piece.end), at, piece.end, true);
  }
  const text = normalize(joined);
  let places: { readonly from: Uint32Array; readonly upTo: Uint32Array } | null = null;
  const find = (): { readonly from: Uint32Array; readonly upTo: Uint32Array } =>
    (places ??= align(joined, text, parts));
  const start = only?.start ?? 0;
  const end = pieces.at(-1)?.end ?? 0;
  return {
    text,
    rawStart: (at) => (text === '' ? start : (find().from[at] ?? find().upTo.at(-1) ?? end)),
    rawEnd: (at) =>
      text === '' ? start : at <= 0 ? (find().from[0] ?? start) : (find().upTo[at - 1] ?? find().upTo.at(-1) ?? end),
  };
}

/** Follows `joined` through its normalization to `text`: where each character of it begins and ends in the raw text. */
function align(joined: string, text: string, parts: readonly Part[]): { from: Uint32Array; upTo: Uint32Array } {
  const from = new Uint32Array(text.length);
  const upTo = new Uint32Array(text.length);
  let part = 0;
  const rawStart = (at: number): number => {
    while (part + 1 < parts.length && (parts[part + 1] as Part).at <= at) part++;
    const { at: begin, start, copied } = parts[part] as Part;
    return copied ? start + at - begin : start;
  };
  const rawEnd = (at: number): number => {
    const start = rawStart(at - 1);
    const { copied, end } = parts[part] as Part;
    return copied ? start + 1 : end;
  };
  let done = 0;
  let blank = -1;
  const put = (length: number, start: number, end: number): void => {
    for (const last = Math.min(done + length, text.length); done < last; done++) {
      from[done] = start;
      upTo[done] = end;
    }
  };
  for (const { 0: cluster, index } of joined.matchAll(CLUSTER)) {
    const start = rawStart(index);
    const joiner = cluster === '\u200c' || cluster === '\u200d';
    const plain = joiner || (cluster.length === 1 && cluster > ' ' && cluster < '\u007f');
    const clean = plain ? cluster : normalize(cluster);
    // White space, debris, or a joiner beside white space.
    if (clean === '' || (joiner && text[done] !== cluster)) {
      if (blank < 0) blank = start;
      continue;
    }
    if (text[done] === ' ') put(1, blank < 0 ? start : blank, start);
    blank = -1;
    put(clean.length, start, rawEnd(index + cluster.length));
  }
  return { from, upTo };
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
