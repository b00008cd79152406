import { lineKey, words } from '../core/text.js';
import type { Page } from '../core/types.js';

/** Words in a row by which a place in the gold text is found. */
const GRAM = 4;
/** Share of a block's words that must stand in the gold text, in places that no other block has taken. */
const HELD = 0.6;
/** A run of words that stands in more places says nothing of where a block belongs. */
const COMMON = 20;
/** Blocks to both sides by which copies of one text are told apart: the article's own has the rest of the article around it. */
const AROUND = 4;
/** Words of a neighbour that count, and what hidden ones and captions count for. */
const ENOUGH = 40;
const HIDDEN = 0.25;
const CAPTION = 0.5;
/** Tags or quoted keys in a row: the source of the article, in a box to copy it from or as data for a script. */
const SOURCE = /<\/\w+>[^<]*<\w|":\s?["{[]/;

/**
 * What a gold text says of each block of a page: whether it is the article's. Each word of the gold is one block's: of two copies the one with
 * more of the article around it is taken, and a link whose words stand inside a paragraph is not taken for that paragraph.
 */
export function labelsFromText(page: Page, gold: string): boolean[] {
  const { blocks } = page;
  const target = new GoldText(gold);
  const tokens = blocks.map((block) => words(lineKey(block.text)));
  const held = tokens.map((own) => target.held(own) >= HELD * own.length && own.length > 0);
  const size = (i: number): number => (held[i] === true ? (tokens[i]?.length ?? 0) : 0);
  const counts = (i: number): number => {
    const markup = blocks[i]?.markup;
    return (markup?.visible === false ? HIDDEN : 1) * (markup?.evidence['nameCaption'] === 1 ? CAPTION : 1);
  };
  const around = blocks.map((_, i) => {
    let sum = 0;
    for (let k = Math.max(0, i - AROUND); k <= Math.min(blocks.length - 1, i + AROUND); k++)
      if (k !== i) sum += (counts(k) * Math.min(size(k), ENOUGH)) / Math.abs(k - i);
    return counts(i) * sum;
  });
  const isSource = blocks.map(({ text }, i) => held[i] === true && SOURCE.test(text));
  const order = blocks
    .map((_, i) => i)
    .filter((i) => held[i] === true)
    // Whole paragraphs before what may be a part of them, and of equals the one with more around it.
    .sort(
      (a, b) =>
        Number(isSource[a]) - Number(isSource[b]) || size(b) - size(a) || (around[b] ?? 0) - (around[a] ?? 0) || a - b,
    );
  const keep = blocks.map(() => false);
  for (const i of order) keep[i] = target.takeLine(tokens[i] ?? []);
  for (const i of order) if (keep[i] === false) keep[i] = target.take(tokens[i] ?? []);
  return keep;
}

/** The words of a gold text, and which of them are spoken for. */
class GoldText {
  private readonly words: string[];
  private readonly taken: Uint8Array;
  private readonly places = new Map<string, number[]>();
  /** Places of each line that no block has taken. */
  private readonly lines = new Map<string, number[]>();

  constructor(text: string) {
    this.words = [];
    for (const line of text.split(/\n+/)) {
      const own = words(lineKey(line));
      if (own.length === 0) continue;
      const key = own.join(' ');
      this.lines.set(key, [...(this.lines.get(key) ?? []), this.words.length]);
      this.words.push(...own);
    }
    this.taken = new Uint8Array(this.words.length);
    for (let size = 1; size <= GRAM; size++)
      for (let i = 0; i + size <= this.words.length; i++) {
        const key = this.words.slice(i, i + size).join(' ');
        const list = this.places.get(key);
        if (list === undefined) this.places.set(key, [i]);
        else if (list.length < COMMON) list.push(i);
      }
  }

  /** How many of a block's words stand in the gold in runs of four, or all together where there are fewer. */
  held(own: readonly string[]): number {
    return this.match(own, false).length;
  }

  /** Takes a line of the gold that is word for word this block; false if there is none left. */
  takeLine(own: readonly string[]): boolean {
    const start = this.lines.get(own.join(' '))?.shift();
    if (start === undefined) return false;
    this.taken.fill(1, start, start + own.length);
    return true;
  }

  /** Takes the places of a block's words; false if too few of them are free. A line of few words must be a line there, too. */
  take(own: readonly string[]): boolean {
    const found = this.match(own, true);
    if (own.length < GRAM || found.length < HELD * own.length) return false;
    for (const place of found) this.taken[place] = 1;
    return true;
  }

  private match(own: readonly string[], free: boolean): number[] {
    const size = Math.min(GRAM, own.length);
    const found = new Set<number>();
    let last = -1;
    for (let i = 0; i + size <= own.length; i++) {
      const all = this.places.get(own.slice(i, i + size).join(' ')) ?? [];
      const open = (at: number): boolean => {
        if (free) for (let k = 0; k < size; k++) if (this.taken[at + k] === 1) return false;
        return true;
      };
      // The place that goes on where the last run was found, else the first that is free.
      const place = all.includes(last + 1) && open(last + 1) ? last + 1 : all.find(open);
      if (place === undefined) continue;
      last = place;
      for (let k = 0; k < size; k++) found.add(place + k);
    }
    return [...found];
  }
}
