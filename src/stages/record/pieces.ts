import { normalize } from '../../core/text.js';
import type { Block, Page, Span, Verdict } from '../../core/types.js';

/** A verdict with its text as it leaves the pipeline and its place in the decoded source. */
export interface PieceOfText {
  readonly verdict: Verdict;
  readonly block: Block;
  readonly text: string;
  readonly source: Span;
}

/** Reads the text of each verdict off its block: the whole block, or the part whose characters map into the verdict's span. */
export function readPieces(page: Page, verdicts: readonly Verdict[]): PieceOfText[] {
  return verdicts.map((verdict) => {
    const block = page.blocks[verdict.block] as Block;
    const whole = verdict.span.start <= block.span.start && verdict.span.end >= block.span.end;
    if (whole) return { verdict, block, text: block.text, source: block.source };
    const from = offsetAt(page, verdict.block, block, verdict.span.start);
    const to = offsetAt(page, verdict.block, block, verdict.span.end);
    return { verdict, block, text: normalize(block.text.slice(from, to)), source: page.sourceOf(verdict.span) };
  });
}

/** The first offset in block.text that lies at or behind `at` in Page.text: the inverse of Page.locate, by halving. */
function offsetAt(page: Page, index: number, block: Block, at: number): number {
  let low = 0;
  let high = block.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.locate(index, middle, middle).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
