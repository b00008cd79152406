import { holdsSingle } from '../core/characters.js';
import { blockKey, blockWords, isFolded } from '../core/page-words.js';
import { lowerWords, shingles, words } from '../core/text.js';
import type { Block, Mark, Page, Rule } from '../core/types.js';

/**
 * Text that stands in the document a second time: a body pasted twice, whole or in part, in any order and with small differences; a
 * caption or headline repeated. The later copy goes. Refrains, litanies and formulas stay: what is short and stands alone is no paste.
 */

const SHINGLE = 3;
const UNSPACED_SHINGLE = 6;
/** Share of the later block's shingles that an earlier block must hold. Two small edits in a sentence of thirty words leave about .75. */
const ALIKE = 0.68;
/** Words (half as many characters, in unspaced scripts) from which one repeated block is a paste by itself. */
const LONG = 14;
const MIDDLE = 7;
/** Words that hold ALIKE of the runs that MIDDLE words have. */
const LEAST_TOKENS = 6;
const NO_GRAMS: ReadonlySet<string> = new Set();
/** A shingle in more blocks than this says nothing, and would make the search quadratic. */
const COMMON = 12;
/** Characters at either end of a text by which it is told whether its script has spaces. */
const EDGE = 50;
const VERSE_LINE = 12;
/** Blocks between two that stand beside each other, but for a label or a picture's line. */
const BESIDE = 3;
/** Scattered copies from which a text is a list whose entries repeat. */
const LISTED = 3;

interface Item {
  readonly key: string;
  readonly size: number;
  readonly grams: ReadonlySet<string>;
  readonly visible: boolean;
}

const itemOf = (page: Page, block: Block, i: number): Item => {
  const key = blockKey(page, i);
  const tokens = isFolded(page, i) ? blockWords(page, i) : words(key);
  const unspaced = holdsSingle(key.slice(0, EDGE)) || holdsSingle(key.slice(-EDGE));
  return {
    key,
    size: unspaced ? tokens.length / 2 : tokens.length,
    // A block of fewer words holds too few to be what a longer one repeats.
    grams: tokens.length < LEAST_TOKENS ? NO_GRAMS : new Set(shingles(tokens, unspaced ? UNSPACED_SHINGLE : SHINGLE)),
    visible: block.markup?.visible !== false,
  };
};

/** For each block the earlier block it repeats, or -1. Linear but for very common shingles, which are left out. */
function findOriginals(items: readonly Item[]): number[] {
  const byKey = new Map<string, number>();
  const byGram = new Map<string, number[]>();
  return items.map((item, i) => {
    let original = item.key === '' ? -1 : (byKey.get(item.key) ?? -1);
    if (original < 0 && item.size >= MIDDLE) {
      const shared = new Map<number, number>();
      for (const gram of item.grams) for (const j of byGram.get(gram) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
      let best = 0;
      for (const [j, count] of shared) {
        const other = items[j] as Item;
        if (count < ALIKE * item.grams.size || other.size > item.size * 2.2) continue;
        if (count > best) {
          best = count;
          original = j;
        }
      }
    }
    // A hidden copy must not make the visible one the second.
    if (item.visible && original >= 0 && items[original]?.visible === false) original = -1;
    if (item.key !== '' && item.visible) {
      if (!byKey.has(item.key)) byKey.set(item.key, i);
      for (const gram of item.grams) {
        const list = byGram.get(gram);
        if (list === undefined) byGram.set(gram, [i]);
        else if (list.length < COMMON) list.push(i);
      }
    }
    return original;
  });
}

const FIGURE = /\p{N}/u;
const NAMES = /(?<=[\p{L}\p{N},;:(“"'’-]\s?)\p{Lu}[\p{L}\p{M}]+/gu;

/**
 * Whether a line that resembles an earlier one names or counts something that the earlier one does not: entries of a list in which each is
 * worded like the next, and no copies.
 */
function saysMore({ text }: Block, item: Item, earlier: Item): boolean {
  if (item.key === earlier.key) return false;
  const known = new Set(earlier.key.split(' '));
  const isNew = (word: string): boolean => !known.has(word);
  return (
    item.key.split(' ').some((word) => FIGURE.test(word) && isNew(word)) ||
    (text.match(NAMES) ?? []).some((name) => lowerWords(name).some(isNew))
  );
}

/** Short unpunctuated lines around a line: verse, a litany, a list. */
function inVerse(items: readonly Item[], i: number): boolean {
  const size = items[i]?.size ?? 0;
  if (size > VERSE_LINE) return false;
  const short = (k: number): boolean => (items[k]?.size ?? 99) <= VERSE_LINE;
  return short(i - 1) && short(i + 1);
}

/**
 * Copies that stand alone and far from what they repeat, where they are no paste for sure: entries of plans, tables and calendars say the same
 * again and again, and differ in a word where they don't. What was pasted is a run of paragraphs, or one, word for word. On the development
 * data (Nov 2026), words of such copies that gold has and has not: 5,800 and 1,600 in other tools' output, 2,400 and 2,400 in whole pages.
 */
function findListed(
  items: readonly Item[],
  original: readonly number[],
  sure: readonly (boolean | undefined)[],
): ReadonlySet<number> {
  const isBeside = (i: number, beside: number): boolean =>
    sure[beside] === true && Math.abs((original[beside] as number) - (original[i] as number)) <= BESIDE;
  const alone = [...items.keys()].filter((i) => sure[i] === true && !isBeside(i, i - 1) && !isBeside(i, i + 1));
  const scattered = alone.filter((i) => i - (original[i] as number) > BESIDE);
  if (scattered.length < LISTED)
    return new Set(scattered.filter((i) => items[i]?.key !== items[original[i] as number]?.key));
  const repeated = new Set(scattered.map((i) => original[i]));
  return new Set(alone.filter((i) => repeated.has(original[i])));
}

export const repetition: Rule = {
  name: 'repetition',
  reason: 'duplicate',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const items = blocks.map((block, i) => itemOf(page, block, i));
    const original = findOriginals(items);
    const firstLong = items.findIndex((item) => item.size >= LONG);
    const sure = items.map((item, i) => {
      const from = original[i] as number;
      if (from < 0 || saysMore(blocks[i] as Block, item, items[from] as Item)) return false;
      if (item.size >= LONG) return !inVerse(items, i);
      // A headline or a standfirst that stands again above the text.
      if (i <= firstLong && item.size >= 3 && item.key.length >= 12 && blocks[i]?.kind !== 'list-item')
        return !inVerse(items, i) || i - from <= 12;
      return false;
    });
    // A run: what is short goes with the long copies beside it when it stood beside their originals, too.
    for (const step of [1, -1]) {
      for (let k = 0; k < items.length; k++) {
        const i = step === 1 ? k : items.length - 1 - k;
        const from = original[i] as number;
        if (from < 0 || sure[i] === true || (items[i]?.size ?? 0) < 1) continue;
        const beside = i - step;
        const besideFrom = original[beside] ?? -1;
        const gap = (from - besideFrom) * step;
        if (sure[beside] === true && besideFrom >= 0 && gap >= 1 && gap <= BESIDE) sure[i] = true;
      }
    }
    const listed = findListed(items, original, sure);
    for (let i = 0; i < items.length; i++) {
      const from = original[i] as number;
      const block = blocks[i] as Block;
      if (from < 0) continue;
      const evidence = `repeats: ${(blocks[from] as Block).text.slice(0, 80)}`;
      if (sure[i] === true)
        yield {
          span: block.span,
          rule: 'repetition',
          feature: 'repeated',
          claim: 'drop',
          reason: 'duplicate',
          evidence,
          ...(listed.has(i) ? {} : { sure: true }),
        };
      else if ((items[i]?.size ?? 0) >= MIDDLE)
        yield {
          span: block.span,
          rule: 'repetition',
          feature: 'repeated-short',
          claim: 'drop',
          reason: 'duplicate',
          evidence,
        };
    }
  },
};
