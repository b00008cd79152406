import type { Piece, Selection } from '../../api.js';

/** Why a decision on a stretch can hold for its document only; null: it may reach further. The server is of the same mind. */
export function limitOf(pieces: readonly Piece[], { from, to }: Selection): string | null {
  if (from.offset > 0 || to.offset < (pieces[to.piece]?.text.length ?? 0))
    return 'Part of a line is selected: only whole lines can be decided beyond this document.';
  // Of a paragraph that something was cut from, the next piece tells.
  if (pieces.slice(from.piece, to.piece + 2).some(({ inline }) => inline === true))
    return 'It was cut out of a paragraph: only whole lines can be decided beyond this document.';
  return null;
}
