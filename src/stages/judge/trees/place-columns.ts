import { blockKey } from '../../../core/page-words.js';
import type { Mark, Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import { slugOf } from '../slug.js';
import { guessTitle } from '../title.js';
import { FAR, putSince, putUntil, type Columns } from './columns.js';

/** Words up to which a line without a full stop is one of a menu or a list. */
const SHORT = 5;
/** Words of the paragraph that opens the text; a standfirst is often shorter. */
const OPENING = 18;
const AROUND = 3;

/**
 * Where each line of a plain text stands: among how much running text, in how long a run of short lines, how far from the first and the
 * last paragraph and from what looks like the title. Linear in the page.
 */
export function putPlace(
  columns: Columns,
  page: Page,
  facts: readonly Facts[],
  marks: readonly (readonly Mark[])[],
  prose: readonly boolean[],
): void {
  const count = facts.length;
  const column = (name: string): Float32Array => columns.add(name);
  const words = Float64Array.from(facts, (fact) => fact.size);
  const flags = Float32Array.from(prose, (is) => (is ? 1 : 0));
  const short = facts.map((fact) => fact.size <= SHORT && !fact.terminal);
  const [position, fromStart, fromEnd] = [column('position'), column('fromStart'), column('fromEnd')];
  const [proseBefore, proseAfter] = [column('proseBefore'), column('proseAfter')];
  const [sinceFirst, untilLast] = [column('sinceFirstProse'), column('untilLastProse')];
  const [gapBefore, gapAfter] = [column('gapBefore'), column('gapAfter')];
  const around = column('wordsAround');
  const total = words.reduce((sum, own, i) => sum + (flags[i] === 1 ? own : 0), 0);
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  const sums = new Float64Array(count + 1);
  words.forEach((own, i) => (sums[i + 1] = (sums[i] as number) + own));
  let seen = 0;
  for (let i = 0; i < count; i++) {
    const own = flags[i] === 1 ? (words[i] as number) : 0;
    position[i] = count < 2 ? 0 : i / (count - 1);
    fromStart[i] = Math.min(FAR, i);
    fromEnd[i] = Math.min(FAR, count - 1 - i);
    proseBefore[i] = total === 0 ? 0 : seen / total;
    proseAfter[i] = total === 0 ? 0 : (total - seen - own) / total;
    sinceFirst[i] = first < 0 ? -FAR : clip(i - first);
    untilLast[i] = last < 0 ? -FAR : clip(last - i);
    gapBefore[i] = i === 0 ? 3 : Math.min(3, lineOf(page, i) - lineOf(page, i - 1));
    gapAfter[i] = i === count - 1 ? 3 : Math.min(3, lineOf(page, i + 1) - lineOf(page, i));
    const [from, to] = [Math.max(0, i - AROUND), Math.min(count, i + AROUND + 1)];
    const rest = (sums[to] as number) - (sums[from] as number) - (words[i] as number);
    around[i] = Math.log2(1 + rest / Math.max(1, to - from - 1));
    seen += own;
  }
  putSince(column('proseSince'), flags);
  putUntil(column('proseUntil'), flags);
  putRuns(columns, short);
  putRepeats(column('repeated'), page);
  putTitle(columns, page, facts, marks, prose);
  columns.fill('pageBlocks', Math.log2(1 + count));
  columns.fill('pageProse', Math.log2(1 + total));
  columns.fill('pageMean', count === 0 ? 0 : Math.log2(1 + (sums[count] as number) / count));
  columns.fill('pageShort', share(short));
  columns.fill('pageTerminal', share(facts.map((fact) => fact.terminal)));
  columns.fill('pageProseShare', share(prose));
  columns.fill('pageGaps', share(Array.from(gapBefore, (gap) => gap > 1)));
}

const clip = (value: number): number => Math.max(-FAR, Math.min(FAR, value));
const share = (flags: readonly boolean[]): number => flags.filter(Boolean).length / Math.max(1, flags.length);
const lineOf = (page: Page, i: number): number => page.blocks[i]?.line ?? 0;

/** Short lines in a row up to and from each line: menus and tag clouds are long runs, a subheading stands alone. */
function putRuns(columns: Columns, short: readonly boolean[]): void {
  const before = columns.add('shortBefore');
  const after = columns.add('shortAfter');
  let run = 0;
  short.forEach((is, i) => {
    before[i] = run;
    run = is ? Math.min(FAR, run + 1) : 0;
  });
  run = 0;
  for (let i = short.length - 1; i >= 0; i--) {
    after[i] = run;
    run = short[i] === true ? Math.min(FAR, run + 1) : 0;
  }
}

/** How often the same line stands elsewhere. */
function putRepeats(column: Float32Array, page: Page): void {
  const keys = page.blocks.map((_, i) => blockKey(page, i));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  keys.forEach((key, i) => (column[i] = Math.min(10, (counts.get(key) as number) - 1)));
}

/** How far below what looks like the title a line stands, and whether between that and the first paragraph. */
function putTitle(
  columns: Columns,
  page: Page,
  facts: readonly Facts[],
  marks: readonly (readonly Mark[])[],
  prose: readonly boolean[],
): void {
  const below = columns.add('belowTitle');
  const under = columns.add('underTitle');
  const opening = facts.findIndex((fact, i) => prose[i] === true && fact.size >= OPENING);
  const title = guessTitle(page, facts, marks, opening, (i) => prose[i] === true, slugOf(page.meta.url));
  columns.fill('pageTitle', title < 0 ? 0 : 1);
  for (let i = 0; i < facts.length; i++) {
    below[i] = title < 0 ? FAR + 1 : clip(i - title);
    under[i] = title >= 0 && i > title && i < opening ? 1 : 0;
  }
}
