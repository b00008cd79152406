import { blockWords } from '../core/page-words.js';
import type { Mark, Page, Rule } from '../core/types.js';

/**
 * A table of contents: short lines, one below the other, each of which heads a part of the text further down, in the same order. It is
 * evidence: most articles do not count it among their text, some do. A menu that stands at the foot of a page once more heads nothing:
 * its lines stand together there, too.
 */

/** Lines that are a list, and words of one. */
const LINES_LEAST = 3;
const LINE_MOST = 16;
/** Share of the lines that head a paragraph, and words of one: others head the next heading. */
const HEADING_SHARE = 0.5;
const PARAGRAPH_WORDS = 12;
const NUMBER = /^\p{N}+$/u;

/** A line without the number before it: lists are numbered where headings are not. */
function keyOf(page: Page, i: number): string {
  const words = blockWords(page, i);
  if (words.length === 0 || words.length > LINE_MOST) return '';
  let from = 0;
  while (from < words.length && NUMBER.test(words[from] as string)) from++;
  return words.slice(from).join(' ');
}

/** For each line the next one that says the same; -1 where none does. */
function repeatsOf(keys: readonly string[]): number[] {
  const next = keys.map(() => -1);
  const seen = new Map<string, number>();
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i] as string;
    if (key === '') continue;
    next[i] = seen.get(key) ?? -1;
    seen.set(key, i);
  }
  return next;
}

/** The block behind the list that begins at a block; the block itself where none does. */
function endOfList(start: number, next: readonly number[]): number {
  let end = start;
  // Each line heads what comes behind that which the line before it heads, and the first of them stands below the list.
  while ((next[end] ?? -1) > (end === start ? start : (next[end - 1] as number))) end++;
  while (end > start && (next[start] as number) < end) end--;
  return end;
}

export const contentsList: Rule = {
  name: 'contents-list',
  reason: 'navigation',
  *mark(page: Page): Iterable<Mark> {
    const keys = page.blocks.map((_, i) => keyOf(page, i));
    const next = repeatsOf(keys);
    const isParagraph = (i: number): boolean => i < keys.length && blockWords(page, i).length >= PARAGRAPH_WORDS;
    for (let start = 0; start < next.length; start++) {
      const end = endOfList(start, next);
      if (end - start < LINES_LEAST) continue;
      // Where the next line of a list stands right below the copy of this one, the list itself stands there once more.
      const headings = next.slice(start, end).filter((at, n) => at + 1 !== next[start + n + 1] && isParagraph(at + 1));
      if (headings.length < HEADING_SHARE * (end - start)) continue;
      for (const { span, text } of page.blocks.slice(start, end))
        yield { span, rule: 'contents-list', claim: 'drop', reason: 'navigation', evidence: text.slice(0, 60) };
      start = end - 1;
    }
  },
};
