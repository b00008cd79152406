import type { Columns } from './columns.js';
import type { Layout } from './layout.js';

/** Which line of a plain text is its headline: a forest that is asked about the lines above the text, once it is known what the text is. */

/** Words of a line that may be a headline. */
export const TITLE_LONGEST = 45;
/** Lines above the text that are asked about, and lines from its beginning on: the judge may have kept the headline. */
const ABOVE = 60;
const WITHIN = 5;
/** The judge's last word on each block. */
const JUDGED = 'judged';
/** Columns of which a headline's neighbours say something, beside the ones that the looks ask for. */
const NEIGHBOURLY = [
  'size',
  'ends',
  'capital',
  'digit',
  'dated',
  'role:byline',
  'role:date',
  'role:credit',
  'role:caption',
  'furniture',
  'struck',
  'shared',
  'reads',
  'stop',
  'repeated',
  'look',
  'gapBefore',
];
const STEPS = ['@-1', '@+1', '@-2', '@+2', '@-3', '@+3'];

/** Features that a forest for headlines may ask for, of columns that the second look has seen and putJudged() completed. */
export const titleFeatures = (columns: Columns): string[] => [...columns.names, ...neighbourly()];

/** Views of the neighbours that tell fields of a text, and those of further columns. */
export const neighbourly = (...further: readonly string[]): string[] =>
  [...NEIGHBOURLY, ...further].flatMap((name) => STEPS.map((step) => name + step));

/** Adds what the judge makes of each block. */
export function putJudged(columns: Columns, article: ArrayLike<number>): void {
  columns.add(JUDGED).set(article);
}

/** The blocks that may be the headline of a text whose first kept block is `first`; of one without any, all short ones. */
export function titleCandidates({ sizes, tokens }: Layout, first: number): number[] {
  const from = Math.max(0, first - ABOVE);
  const to = first < 0 ? sizes.length : Math.min(sizes.length, first + WITHIN + 1);
  const found: number[] = [];
  for (let i = from; i < to; i++) if (tokens[i]?.length !== 0 && (sizes[i] as number) <= TITLE_LONGEST) found.push(i);
  return found;
}

/** The block that is the likeliest of those that have `least` chance, the first of equals; -1 where none has. */
export function likeliest(chances: ArrayLike<number>, least: (block: number) => number): number {
  let best = -1;
  for (let i = 0; i < chances.length; i++) {
    const own = chances[i] as number;
    if (own >= least(i) && own > (chances[best] ?? 0)) best = i;
  }
  return best;
}
