import { lineKey, shingles, words } from '../core/text.js';
import type { Block, Page } from '../core/types.js';
import type { LabelledDocument } from './corpora.js';

/** What a labelled document says of each block of its page: kept, not kept, or a matter of taste (null). */
export function labelsFromLines(page: Page, document: LabelledDocument): (boolean | null)[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of document.lines) {
    starts.push(at);
    at += line.t.length + 1;
  }
  return page.blocks.map((block) => {
    let keep = 0;
    let drop = 0;
    document.lines.forEach((line, i) => {
      const start = starts[i] ?? 0;
      const overlap = Math.min(block.span.end, start + line.t.length) - Math.max(block.span.start, start);
      if (overlap <= 0) return;
      if (line.l === 'keep') keep += overlap;
      else if (line.l !== 'either') drop += overlap;
    });
    return keep === 0 && drop === 0 ? null : keep > drop;
  });
}

/** Share of a block's shingles that the gold text must hold for the block to be the article's. */
const HELD = 0.55;

/** What a gold text says of each block: kept if the gold holds its line or most of its words in order. */
export function labelsFromText(page: Page, gold: string): boolean[] {
  const lines = new Set(gold.split(/\n+/).map(lineKey));
  const held = new Set<string>();
  const tokens = words(lineKey(gold));
  for (const gram of shingles(tokens, 4)) held.add(gram);
  return page.blocks.map((block: Block) => {
    const key = lineKey(block.text);
    if (key === '') return false;
    if (lines.has(key)) return true;
    const own = words(key);
    if (own.length < 4) return false;
    const grams = shingles(own, 4);
    return grams.filter((gram) => held.has(gram)).length >= HELD * grams.length;
  });
}
