import type { Passage } from './decision.js';

/** Finding a passage in texts that may be laid out otherwise: blocks joined or split, spaces more or fewer. */

/** White space, and what takes no room: control characters, soft hyphens, joiners, marks of direction. */
const INKLESS = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const INKLESS_RUN = new RegExp(`${INKLESS.source}+`, 'g');

/** A stretch of one of the texts, in UTF-16 units. */
export interface PassagePart {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** A document's texts, in order, as one string without white space that knows where each of its characters stands. */
export class PassageText {
  private readonly squeezed: string;
  /** Where each text begins in the squeezed string. */
  private readonly starts: number[] = [];

  constructor(private readonly texts: readonly string[]) {
    const parts = texts.map(squeeze);
    let length = 0;
    for (const part of parts) {
      this.starts.push(length);
      length += part.length;
    }
    this.squeezed = parts.join('');
  }

  /** The parts of the texts that the passage covers, in order; none if it does not stand there so often. */
  find({ text, occurrence }: Passage): PassagePart[] {
    const wanted = squeeze(text);
    let seen = 0;
    for (const at of occurrences(this.squeezed, wanted))
      if (seen++ === occurrence) return this.partsBetween(at, at + wanted.length);
    return [];
  }

  /** The passage that begins at a character of one text and ends at one of the same or a later one. */
  passageAt(from: { text: number; offset: number }, to: { text: number; offset: number }): Passage | null {
    const lines = this.texts.slice(from.text, to.text + 1);
    const last = lines.length - 1;
    if (last < 0) return null;
    const start = characterStart(this.texts[from.text] ?? '', from.offset);
    lines[last] = (lines[last] ?? '').slice(0, characterEnd(this.texts[to.text] ?? '', to.offset));
    lines[0] = (lines[0] ?? '').slice(start);
    const text = lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    const begin = (this.starts[from.text] ?? 0) + squeeze((this.texts[from.text] ?? '').slice(0, start)).length;
    let occurrence = 0;
    for (const at of occurrences(this.squeezed, squeeze(text))) {
      if (at >= begin) return { text, occurrence };
      occurrence++;
    }
    return null;
  }

  private partsBetween(start: number, end: number): PassagePart[] {
    const parts: PassagePart[] = [];
    for (let i = this.textAt(start); i < this.texts.length; i++) {
      const begins = this.starts[i] ?? 0;
      const ends = this.starts[i + 1] ?? this.squeezed.length;
      if (begins >= end) break;
      if (begins === ends) continue;
      const text = this.texts[i] ?? '';
      const first = characterStart(text, unsqueeze(text, Math.max(0, start - begins)));
      const last = characterEnd(text, unsqueeze(text, Math.min(ends, end) - begins - 1) + 1);
      parts.push({ text: i, start: first, end: last });
    }
    return parts;
  }

  /** The text in which a character of the squeezed string stands. */
  private textAt(offset: number): number {
    let low = 0;
    let high = this.texts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Without white space and what takes no room: how texts are compared that differ in layout alone. */
export const squeeze = (text: string): string => text.replace(INKLESS_RUN, '');

/** Where a string stands in a text, overlapping with itself or not, by Knuth, Morris and Pratt: a passage of one letter costs no square. */
function* occurrences(text: string, wanted: string): Generator<number> {
  // Nearly all are found at once or never.
  const first = wanted === '' || wanted.length > text.length ? -1 : text.indexOf(wanted.slice(0, SURE_LENGTH));
  if (first < 0) return;
  const borders = bordersOf(wanted);
  let matched = 0;
  for (let i = first; i < text.length; i++) {
    while (matched > 0 && text[i] !== wanted[matched]) matched = borders[matched - 1] ?? 0;
    if (text[i] === wanted[matched]) matched++;
    if (matched < wanted.length) continue;
    yield i - matched + 1;
    matched = borders[matched - 1] ?? 0;
  }
}

/** Characters of a passage that are looked for by the engine's own search, which is fast and, for so few, linear. */
const SURE_LENGTH = 32;

/** Of each beginning of a string, the length of the longest shorter one that it ends with. */
function bordersOf(wanted: string): Int32Array {
  const borders = new Int32Array(wanted.length);
  let length = 0;
  for (let i = 1; i < wanted.length; i++) {
    while (length > 0 && wanted[i] !== wanted[length]) length = borders[length - 1] ?? 0;
    if (wanted[i] === wanted[length]) length++;
    borders[i] = length;
  }
  return borders;
}

/** Offset in a text of its n-th character that has ink. */
function unsqueeze(text: string, n: number): number {
  let seen = -1;
  for (let i = 0; i < text.length; i++) if (!INKLESS.test(text[i] ?? '') && ++seen === n) return i;
  return text.length;
}

/** No character is cut in halves. */
const isInside = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
const characterStart = (text: string, at: number): number => (isInside(text, at) ? at - 1 : at);
const characterEnd = (text: string, at: number): number => (isInside(text, at) ? at + 1 : at);
