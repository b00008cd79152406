import type { Block, Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import { FAR, type Columns } from './columns.js';

/** Words of a line that may be another article's title, and of a sentence that may be its summary. */
const TITLE = [3, 18] as const;
const MOST_SUMMARY = 40;
const LEAST_PAIRS = 2;
const ASKS = /[?!？！؟]$/;

/** Blocks from `start` to before `end`, which look like a list of other articles. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly titles: number;
  readonly pairs: number;
}

/**
 * Runs of lines that could be titles, each alone or with one short summary: a list of other articles without a heading. An article's paragraphs
 * stand together, its subheadings have more below them than a sentence, and it goes on about the same things: so a run is told by its length,
 * its pairs, and by how few of its words the other paragraphs use. Linear in the page.
 */
export function putFeeds(
  columns: Columns,
  { blocks }: Page,
  facts: readonly Facts[],
  prose: readonly boolean[],
  words: readonly Int32Array[],
): void {
  const [titles, pairs, since, until, shared] = ['feedTitles', 'feedPairs', 'feedSince', 'feedUntil', 'feedShared'].map(
    (name) => columns.add(name),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const uses = new Map<number, number>();
  const count = (block: number, by: 1 | -1): void => {
    if (prose[block] === true)
      for (const word of words[block] as Int32Array) uses.set(word, (uses.get(word) ?? 0) + by);
  };
  facts.forEach((_, i) => {
    count(i, 1);
  });
  const isTitle = facts.map((fact, i) => isLikeTitle(fact, (blocks[i] as Block).text));
  for (const run of runsOf(facts, isTitle)) {
    const { start, end } = run;
    for (let i = start; i < end; i++) count(i, -1);
    let [all, elsewhere] = [0, 0];
    for (let i = start; i < end; i++)
      for (const word of words[i] as Int32Array) {
        all += 1;
        if ((uses.get(word) ?? 0) > 0) elsewhere += 1;
      }
    for (let i = start; i < end; i++) {
      count(i, 1);
      titles[i] = Math.log2(1 + run.titles);
      pairs[i] = Math.log2(1 + run.pairs);
      since[i] = Math.min(FAR, i - start + 1);
      until[i] = Math.min(FAR, end - i);
      shared[i] = all === 0 ? 0 : elsewhere / all;
    }
  }
}

/** Runs with two summaries at least: titles alone could be verses or a list, before a paragraph. A summary stands right below a title; whatever else is no title ends the run. */
function* runsOf(facts: readonly Facts[], isTitle: readonly boolean[]): Generator<Run> {
  let [start, titles, pairs] = [0, 0, 0];
  let isBelowTitle = false;
  for (let i = 0; i <= facts.length; i++) {
    const fact = facts[i];
    const title = isTitle[i] === true;
    const summary = fact !== undefined && !title && isBelowTitle && isSummary(fact);
    if (!title && !summary) {
      if (pairs >= LEAST_PAIRS) yield { start, end: i, titles, pairs };
      [start, titles, pairs] = [i + 1, 0, 0];
    }
    if (title) titles += 1;
    if (summary) pairs += 1;
    isBelowTitle = title;
  }
}

const isLikeTitle = ({ size, terminal }: Facts, text: string): boolean =>
  size >= TITLE[0] && size <= TITLE[1] && (!terminal || ASKS.test(text));

const isSummary = ({ size, terminal }: Facts): boolean => terminal && size <= MOST_SUMMARY;
