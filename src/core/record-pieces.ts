import type { ArticleRecord } from './record.js';
import type { KeptRole, MovedRole, Span } from './types.js';

/** A stretch of a document as its record tells it: kept, moved to a field, or struck. */
export type DocumentPiece = Span & { readonly text: string } & (
    | { readonly is: 'kept'; readonly role: KeptRole }
    | { readonly is: 'moved'; readonly to: MovedRole }
    | ({ readonly is: 'struck' } & Omit<ArticleRecord['removals'][number], 'start' | 'end' | 'text'>)
  );

/** All that a record tells of its document, in the order of the source. */
export function piecesOf({ text, blocks, moves, removals }: ArticleRecord): DocumentPiece[] {
  const kept = blocks.map(({ role, start, end, source }): DocumentPiece => {
    const [first, last] = [source[0], source.at(-1)];
    return { is: 'kept', role, text: text.slice(start, end), start: first?.start ?? 0, end: last?.end ?? 0 };
  });
  const moved = moves.map((move): DocumentPiece => ({ is: 'moved', ...move }));
  const struck = removals.map((removal): DocumentPiece => ({ is: 'struck', ...removal }));
  return [...kept, ...moved, ...struck].sort((a, b) => a.start - b.start);
}

/** Of each piece whether it was cut out of a paragraph: such a paragraph's kept piece stands before those that were struck from it. */
export function cutOut(pieces: readonly DocumentPiece[]): boolean[] {
  let end = 0;
  return pieces.map((piece) => {
    const isCut = piece.start < end;
    if (piece.is === 'kept') ({ end } = piece);
    return isCut;
  });
}

/** The texts of all pieces: what a passage of a document is looked for in. */
export const recordTexts = (record: ArticleRecord): string[] => piecesOf(record).map(({ text }) => text);
