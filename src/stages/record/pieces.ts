import { inkSpan, normalize } from '../../core/text.js';
import type { Block, Page, Span, Verdict } from '../../core/types.js';

/** A verdict with its text as it leaves the pipeline and its place in the decoded source. */
export interface PieceOfText {
  readonly verdict: Verdict;
  readonly block: Block;
  readonly text: string;
  readonly source: Span;
}

/**
 * Reads the text of each verdict off its block: the whole block, or the part whose characters map into the verdict's span. A piece
 * of white space alone is none; one that only stands for white space ("&nbsp;" on a line of its own) is never kept.
 */
export function readPieces(page: Page, verdicts: readonly Verdict[]): PieceOfText[] {
  const pieces: PieceOfText[] = [];
  for (const verdict of verdicts) {
    const piece = readPiece(page, verdict);
    if (piece === null) continue;
    const blank = piece.text === '' && verdict.decision === 'keep';
    pieces.push(blank ? { ...piece, verdict: { ...verdict, decision: 'drop', role: null, reason: 'noise' } } : piece);
  }
  return pieces;
}

/** Pieces before the headline, and behind the first of the article, in which its author and date stand. */
const BEFORE = 4;
const INTO = 4;
/** With the buttons that text has between them and markup knows for buttons: "Follow us", "Listen to the article". */
const INTO_MOST = 10;

/** Number of the piece that is the headline; that of the article's first piece where there is none; -1 without an article. */
export function headlineAt(pieces: readonly PieceOfText[]): number {
  const first = pieces.findIndex(({ verdict }) => verdict.decision === 'keep');
  const headline = pieces.findLastIndex(({ verdict }, i) => i < first && verdict.role === 'headline');
  return headline >= 0 ? headline : first;
}

/** From a few pieces above the headline to a few pieces into the article: where its author and date stand. */
export function aroundHeadline(pieces: readonly PieceOfText[]): readonly PieceOfText[] {
  const first = pieces.findIndex(({ verdict }) => verdict.decision === 'keep');
  const last = pieces.findLastIndex(({ verdict }) => verdict.decision === 'keep');
  let end = first;
  for (let used = 0; used < INTO && end < Math.min(first + INTO_MOST, last + 1); end++)
    if (pieces[end]?.verdict.decision !== 'drop' || pieces[end]?.block.markup !== undefined) used++;
  return pieces.slice(Math.max(0, headlineAt(pieces) - BEFORE), end);
}

function readPiece(page: Page, verdict: Verdict): PieceOfText | null {
  const block = page.blocks[verdict.block] as Block;
  const whole = verdict.span.start <= block.span.start && verdict.span.end >= block.span.end;
  if (whole) return { verdict, block, text: block.text, source: block.source };
  const from = offsetAt(page, verdict.block, block, verdict.span.start);
  const to = offsetAt(page, verdict.block, block, verdict.span.end);
  const place = page.sourceOf(verdict.span);
  const source = inkSpan(page.source, place.start, place.end);
  return source === null ? null : { verdict, block, text: normalize(block.text.slice(from, to)), source };
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
