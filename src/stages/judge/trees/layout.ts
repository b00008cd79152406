import type { MarkupTree, Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';

/** Letters by which inflected forms are taken for one word, and letters a content word has in alphabets and in denser scripts. */
const STEM = 6;
const LONG = 4;
const DENSE_LONG = 2;

/** What of a page its blocks' relations are read from. Numbers only: fitting keeps hundreds of thousands of blocks in memory. */
export interface Layout {
  /** Plain text has none. */
  readonly hasTree: boolean;
  readonly tree: MarkupTree;
  /** Nodes of each block's element and holder, see MarkupFacts. */
  readonly elements: readonly number[];
  readonly holders: readonly number[];
  readonly tags: readonly string[];
  /** Number of each block's kind to a style sheet, see MarkupFacts.look. */
  readonly looks: readonly number[];
  /** Each word of each block, as a number. */
  readonly tokens: readonly Int32Array[];
  /** Words of each block, at least 1. */
  readonly sizes: readonly number[];
  /** The different content words of each block, as numbers. Two words that share one by chance do no harm here. */
  readonly words: readonly Int32Array[];
}

const NO_TREE: MarkupTree = { parent: [], last: [], depth: [] };

export function layoutOf(page: Page, facts: readonly Facts[]): Layout {
  return {
    hasTree: page.tree !== undefined,
    tree: page.tree ?? NO_TREE,
    elements: page.blocks.map((block) => block.markup?.element ?? -1),
    holders: page.blocks.map((block) => block.markup?.holder ?? -1),
    tags: page.blocks.map((block) => block.markup?.tag ?? ''),
    looks: numbersOf(page.blocks.map((block) => block.markup?.look ?? '')),
    tokens: facts.map((fact) => numbered(fact.tokens)),
    sizes: facts.map((fact) => Math.max(1, fact.size)),
    words: facts.map((fact) => contentWords(fact.tokens)),
  };
}

function numbered(tokens: readonly string[]): Int32Array {
  const numbers = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    numbers[i] = hash(token, token.length);
  }
  return numbers;
}

/** Equal texts as equal numbers, from 0. */
function numbersOf(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  });
}

/** Stems of the longer words, pairs of characters in unspaced scripts, numbers of two digits and more. */
function contentWords(tokens: readonly string[]): Int32Array {
  const found = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    const code = token.charCodeAt(0);
    if (token.length === 1) {
      const next = tokens[i + 1];
      if (code >= 0x0e00 && next?.length === 1 && next.charCodeAt(0) >= 0x0e00)
        found.add(hash(token) ^ Math.imul(hash(next), 31));
    } else if (token.length >= (code < 0x530 ? LONG : DENSE_LONG) || (code >= 48 && code <= 57)) found.add(hash(token));
  }
  return Int32Array.from(found);
}

export function hash(word: string, most = STEM): number {
  const length = Math.min(word.length, most);
  let value = 7;
  for (let i = 0; i < length; i++) value = (Math.imul(value, 31) + word.charCodeAt(i)) | 0;
  return value;
}

/** A word of a block with the next one, if there is one. */
export const pairAt = (own: Int32Array, i: number): number => (Math.imul(own[i] ?? 0, 31) + (own[i + 1] ?? 0)) | 0;

/** For each block the share of its content words that stand in other blocks that `counts` names; -1 where it has none. */
export function sharedWords(words: readonly Int32Array[], counts: (block: number) => boolean): Float32Array {
  const known = new Map<number, number>();
  words.forEach((own, i) => {
    if (counts(i))
      for (let k = 0; k < own.length; k++) known.set(own[k] as number, (known.get(own[k] as number) ?? 0) + 1);
  });
  const shares = new Float32Array(words.length);
  words.forEach((own, i) => {
    const self = counts(i) ? 1 : 0;
    let hits = 0;
    for (let k = 0; k < own.length; k++) if ((known.get(own[k] as number) ?? 0) > self) hits++;
    shares[i] = own.length === 0 ? -1 : hits / own.length;
  });
  return shares;
}
