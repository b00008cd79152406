import { scriptOf } from '../../core/script.js';
import { isSingle } from '../../core/characters.js';
import { blockWords } from '../../core/page-words.js';
import type { Block, Page } from '../../core/types.js';

/** What can be counted about one block's text alone. */
export interface Facts {
  readonly tokens: readonly string[];
  /** Words; two characters of an unspaced script count as one. */
  readonly size: number;
  readonly sentences: number;
  /** Ends as sentences end. */
  readonly terminal: boolean;
  readonly script: string;
  /** Share of function words of the page's language among the words. */
  readonly stopShare: number;
  /** Reads like a sentence or more of running text. */
  readonly prose: boolean;
}

export const TERMINAL = /[.!?…。！？।؟۔።။։]["'”’»›」』)\]）】*]*$/;
const SENTENCE_END =
  /[.!?…。！？।؟۔።။]["'”’»」』)）]*(?=\s+["'“„«‘(]?[\p{Lu}\p{Lo}\p{N}]|["'“„«「]?\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|$)/gu;

/**
 * An agency or initials in brackets behind a sentence: "… said. (Yonhap)". Words from which that ends a paragraph: of longer ones in labelled
 * and extracted texts 17 of 26 are the article's, of shorter ones, most of them captions, 43 of 118.
 */
const SIGNED_OFF = /[.!?…。！？।؟۔።։]["'”’»」』]*\s?[([（][\p{L}/ .]{2,20}[)\]）]$/u;
const SIGNED_OFF_LEAST = 30;

/** Words below which a block is no prose, whatever else it looks like; a short sentence is judged by its neighbours. */
const PROSE_LEAST = 9;

/** Facts of each block; `isStop` tells function words of the page's language. */
export function readFacts(page: Page, isStop: (word: string) => boolean): Facts[] {
  return page.blocks.map((block, i) => factsOf(block, blockWords(page, i), isStop));
}

function factsOf(block: Block, tokens: readonly string[], isStop: (word: string) => boolean): Facts {
  const { text } = block;
  let single = 0;
  let stops = 0;
  for (const token of tokens) {
    if (isSingle(token)) single++;
    if (isStop(token)) stops++;
  }
  const size = tokens.length - single + single / 2;
  const terminal = TERMINAL.test(text) || (size >= SIGNED_OFF_LEAST && SIGNED_OFF.test(text));
  const sentences = text.match(SENTENCE_END)?.length ?? 0;
  const stopShare = tokens.length === 0 ? 0 : stops / tokens.length;
  const prose =
    size >= PROSE_LEAST &&
    (stopShare >= 0.1 || (terminal && stopShare > 0)) &&
    (terminal || sentences > 0 || size >= 25);
  return { tokens, size, sentences, terminal, script: scriptOf(text), stopShare, prose };
}

/** The script most of the running text is written in; other text counts a third. */
export function mainScript(facts: readonly Facts[], isProse: (block: number) => boolean): string {
  const totals = new Map<string, number>();
  facts.forEach(({ script, size }, i) => {
    totals.set(script, (totals.get(script) ?? 0) + (isProse(i) ? size * 3 : size));
  });
  totals.delete('None');
  return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'None';
}
