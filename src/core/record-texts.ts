import type { ArticleRecord } from './record.js';

/** The texts of a record's kept blocks, moves and removals in the order of the source: what a passage of its document is looked for in. */
export function recordTexts({ text, blocks, moves, removals }: ArticleRecord): string[] {
  return [
    ...blocks.map((block) => ({ at: block.source[0]?.start ?? 0, text: text.slice(block.start, block.end) })),
    ...moves.map((move) => ({ at: move.start, text: move.text })),
    ...removals.map((removal) => ({ at: removal.start, text: removal.text })),
  ]
    .sort((a, b) => a.at - b.at)
    .map((piece) => piece.text);
}
