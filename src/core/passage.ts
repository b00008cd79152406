import type { Passage } from './decision.js';

/** Finding a passage in texts that may be laid out otherwise: blocks joined or split, spaces more or fewer. */

const SPACE = /\s/;

/** A document's texts, in order, as one string without white space that knows where each of its characters stands. */
export class PassageText {
  private readonly squeezed: string;
  /** Where each text begins in the squeezed string. */
  private readonly starts: number[] = [];

  constructor(private readonly texts: readonly string[]) {
    let all = '';
    for (const text of texts) {
      this.starts.push(all.length);
      all += squeeze(text);
    }
    this.squeezed = all;
  }

  /** The parts of the texts that the passage covers, in order; none if it does not stand there so often. */
  find({ text, occurrence }: Passage): { readonly text: number; readonly start: number; readonly end: number }[] {
    const wanted = squeeze(text);
    if (wanted === '') return [];
    let at = -1;
    for (let seen = 0; seen <= occurrence; seen++) {
      at = this.squeezed.indexOf(wanted, at + 1);
      if (at < 0) return [];
    }
    return this.partsBetween(at, at + wanted.length);
  }

  /** The passage that begins at a character of one text and ends at one of the same or a later one. */
  passageAt(from: { text: number; offset: number }, to: { text: number; offset: number }): Passage | null {
    const lines = this.texts.slice(from.text, to.text + 1);
    const last = lines.length - 1;
    if (last < 0) return null;
    lines[last] = (lines[last] ?? '').slice(0, to.offset);
    lines[0] = (lines[0] ?? '').slice(from.offset);
    const text = lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    const wanted = squeeze(text);
    if (wanted === '') return null;
    const begin = (this.starts[from.text] ?? 0) + squeeze((this.texts[from.text] ?? '').slice(0, from.offset)).length;
    let occurrence = 0;
    for (let at = this.squeezed.indexOf(wanted); at >= 0 && at < begin; at = this.squeezed.indexOf(wanted, at + 1))
      occurrence++;
    return { text, occurrence };
  }

  private partsBetween(start: number, end: number): { text: number; start: number; end: number }[] {
    const parts: { text: number; start: number; end: number }[] = [];
    for (let i = 0; i < this.texts.length; i++) {
      const begins = this.starts[i] ?? 0;
      const ends = this.starts[i + 1] ?? this.squeezed.length;
      if (ends <= start || begins === ends) continue;
      if (begins >= end) break;
      const text = this.texts[i] ?? '';
      const first = unsqueeze(text, Math.max(0, start - begins));
      const last = unsqueeze(text, Math.min(ends, end) - begins - 1) + 1;
      parts.push({ text: i, start: first, end: last });
    }
    return parts;
  }
}

/** Without white space: how texts are compared that differ in layout alone. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Offset in a text of its n-th character that is no white space. */
function unsqueeze(text: string, n: number): number {
  let seen = -1;
  for (let i = 0; i < text.length; i++) if (!SPACE.test(text[i] ?? '') && ++seen === n) return i;
  return text.length;
}
