import type { Mark, Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import { putSince, putUntil, type Columns } from './columns.js';
import { hash, pairAt } from './layout.js';
import { likeliest, neighbourly } from './title-look.js';

/** Which lines of a plain text name its authors: a forest that is asked about the lines that may, once headline and text are known. */

/** Words of a line whose name is looked for elsewhere. */
const NAME = 6;
const MOST = 10;
/** Chance from which a line is taken for the headline when distances from it are counted. */
const TITLED = 0.1;
const TITLE = 'title';

/** What a text says of the names in its lines. */
export interface Naming {
  /** Numbers of the lines that have the form of a byline, be it a bare name. */
  readonly lines: readonly number[];
  /** By line: in how many blocks its first two words stand. */
  readonly times: Float32Array;
  /** By line: the share of its words that sentences have in small letters: those of buttons, not of names. */
  readonly small: Float32Array;
}

/** Features that a forest for bylines may ask for, of columns that putTitled() completed. */
export const bylineFeatures = (columns: Columns): string[] => [...columns.names, ...neighbourly(TITLE)];

/** Linear in the page. */
export function namingOf(
  page: Page,
  facts: readonly Facts[],
  marks: readonly (readonly Mark[])[],
  tokens: readonly Int32Array[],
): Naming {
  const lines = marks.flatMap((own, i) =>
    own.some((mark) => mark.claim === 'role' && mark.role === 'byline') ? [i] : [],
  );
  const [times, small] = [new Float32Array(lines.length), new Float32Array(lines.length)];
  if (lines.length === 0) return { lines, times, small };
  const counts = countNames(
    lines.map((i) => tokens[i] as Int32Array),
    tokens,
  );
  const words = smallWords(page, facts);
  lines.forEach((i, n) => {
    const own = tokens[i] as Int32Array;
    if (own.length === 0 || own.length > NAME) return;
    times[n] = Math.min(MOST, counts.get(pairAt(own, 0)) as number);
    small[n] = own.filter((word) => words.has(word)).length / own.length;
  });
  return { lines, times, small };
}

/** By their first two words, in how many blocks names stand. */
function countNames(names: readonly Int32Array[], tokens: readonly Int32Array[]): Map<number, number> {
  const counts = new Map(names.map((own) => [pairAt(own, 0), 0]));
  for (const own of tokens) {
    const seen = new Set<number>();
    for (let k = 0; k < own.length; k++) {
      const key = pairAt(own, k);
      const count = counts.get(key);
      if (count === undefined || seen.has(key)) continue;
      seen.add(key);
      counts.set(key, count + 1);
    }
  }
  return counts;
}

/** Words that sentences have in small letters. */
function smallWords({ blocks }: Page, facts: readonly Facts[]): ReadonlySet<number> {
  const found = new Set<number>();
  blocks.forEach(({ text }, i) => {
    if (facts[i]?.terminal !== true) return;
    for (const word of text.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu) ?? []) found.add(hash(word, word.length));
  });
  return found;
}

/** Adds what is known of the headline and of the names. */
export function putTitled(columns: Columns, titles: ArrayLike<number>, { lines, times, small }: Naming): void {
  const title = columns.add(TITLE);
  title.set(titles);
  const best = likeliest(titles, () => TITLED);
  const flags = new Float32Array(columns.rows);
  if (best >= 0) flags[best] = 1;
  putSince(columns.add('sinceTitle'), flags);
  putUntil(columns.add('untilTitle'), flags);
  const [named, written] = [columns.add('timesNamed'), columns.add('writtenSmall')];
  lines.forEach((i, n) => {
    named[i] = times[n] as number;
    written[i] = small[n] as number;
  });
}
