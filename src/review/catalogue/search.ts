import { firstAtLeast } from './segment.js';
import type { Catalogue } from './catalogue.js';
import { foldForSearch } from './facts.js';
import { readTexts } from './segment-file.js';

/** Bytes that are looked through at once. */
const STRETCH = 4 * 1024 * 1024;

export interface SearchBounds {
  /** The first row that is looked at. */
  readonly from: number;
  readonly limit: number;
  /** Asked between stretches: what was found is given. */
  readonly isLate: () => boolean;
}

export interface Found {
  readonly rows: readonly number[];
  /** The row to go on from; null: all have been looked at. */
  readonly next: number | null;
}

/** What is searched for, folded: words, and phrases in quotation marks; the longest first, as it stands in the fewest texts. */
export const searchWords = (words: string): string[] =>
  [...words.matchAll(/["“„]([^"“”„]*)["“”]?|[^\s"“”„]+/g)]
    .map(([word, phrase]) => foldForSearch(phrase ?? word))
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);

/**
 * Rows that hold all of some words and phrases, in the order of the catalogue. Looks through the texts from the first to the
 * last, which takes .6 s for 200,000 texts of 3 KB and what was struck of them (npm run bench -- review): there is no index of words that would have to be kept, in
 * scripts with spaces and without.
 */
export async function search(
  catalogue: Catalogue,
  words: string,
  isWanted: (row: number) => boolean,
  pathOf: (segment: number) => string,
  { from, limit, isLate }: SearchBounds,
): Promise<Found> {
  const [first, ...others] = searchWords(words).map((word) => Buffer.from(word));
  const rows: number[] = [];
  if (first === undefined) return { rows, next: null };
  const total = catalogue.rows.at.length;
  let row = from;
  for (let number = 0; number < catalogue.segments.length; number++) {
    const behind = catalogue.starts[number + 1] ?? total;
    if (row >= behind) continue;
    const { textSize = 0, textDigest = '' } = catalogue.segments[number] ?? {};
    await readTexts(pathOf(number), textDigest, async (read) => {
      while (row < behind && rows.length < limit && !isLate()) {
        const stretch = stretchFrom(catalogue, row, behind, textSize);
        const bytes = await read(stretch.start, stretch.end);
        row = lookThrough(catalogue, bytes, [first, ...others], { ...stretch, row }, isWanted, rows, limit);
      }
    });
    if (row < behind && (rows.length >= limit || isLate())) return { rows, next: row };
    // Of a segment that is being written anew nothing is found.
    row = behind;
  }
  return { rows, next: null };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The row behind the last one of the stretch. */
  readonly behind: number;
}

/** As many rows as fit, one at least. */
function stretchFrom({ rows }: Catalogue, row: number, behind: number, textSize: number): Stretch {
  const start = rows.text[row] ?? 0;
  const texts = rows.text.subarray(row, behind);
  const fit = Math.max(1, firstAtLeast(texts, start + STRETCH));
  return { start, end: texts[fit] ?? textSize, behind: row + fit };
}

/** Adds the rows that hold all words, and says from which row on nothing was looked at. */
function lookThrough(
  { rows }: Catalogue,
  bytes: Buffer,
  [word, ...others]: readonly [Buffer, ...Buffer[]],
  { start, behind, row: first }: Stretch & { readonly row: number },
  isWanted: (row: number) => boolean,
  found: number[],
  limit: number,
): number {
  const textOf = (at: number): Buffer =>
    bytes.subarray((rows.text[at] ?? 0) - start, at + 1 < behind ? (rows.text[at + 1] ?? 0) - start : bytes.length);
  let row = first;
  let at = 0;
  for (;;) {
    const hit = bytes.indexOf(word, at);
    if (hit < 0) return behind;
    // The row whose text begins at the hit or last before it.
    row += firstAtLeast(rows.text.subarray(row, behind), start + hit + 1) - 1;
    if (isWanted(row) && others.every((other) => textOf(row).includes(other))) {
      if (found.length >= limit) return row;
      found.push(row);
    }
    row += 1;
    if (row >= behind) return behind;
    at = (rows.text[row] ?? 0) - start;
  }
}
