import type { DecisionView, Piece, Selection } from '../../api.js';

/** Pieces as the page lays them out, and stretches of them. */

/** A number of pieces that stand in one paragraph. */
export interface Paragraph {
  readonly first: number;
  readonly pieces: readonly Piece[];
}

export function paragraphsOf(pieces: readonly Piece[]): Paragraph[] {
  const paragraphs: { first: number; pieces: Piece[] }[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = paragraphs.at(-1);
    if (piece.inline === true && last !== undefined) last.pieces.push(piece);
    else paragraphs.push({ first: i, pieces: [piece] });
  }
  return paragraphs;
}

/** The next piece of a kind, in a direction; null: there is none. */
export function nextPiece(
  pieces: readonly Piece[],
  from: number | null,
  by: 1 | -1,
  isWanted: (piece: Piece) => boolean,
): number | null {
  let i = from === null ? (by > 0 ? 0 : pieces.length - 1) : from + by;
  for (; i >= 0 && i < pieces.length; i += by) {
    const piece = pieces[i];
    if (piece !== undefined && isWanted(piece)) return i;
  }
  return null;
}

/** The number that a piece has now, in a document that may have been read again; null: it is not there any more. */
export function numberOf(pieces: readonly Piece[], number: number, { text, start }: Piece): number | null {
  if (pieces[number]?.text === text) return number;
  const now = pieces.findIndex((piece) => piece.text === text && piece.start === start);
  return now < 0 ? null : now;
}

/** A strike of so many characters stands on one line with its label. */
const SHORT = 60;

export const isShort = ({ is, text }: Piece): boolean =>
  is === 'struck' && text.length <= SHORT && !text.includes('\n');

/** Whether two short strikes have one reason, as the words of a menu have. */
export const isAlike = (one: Piece | undefined, other: Piece | undefined): boolean =>
  one?.is === 'struck' && other?.is === 'struck' && one.reason === other.reason && isShort(one) && isShort(other);

export const isStruck = (piece: Piece): boolean => piece.is === 'struck';

export const wholePiece = (piece: number, { text }: Piece): Selection => ({
  from: { piece, offset: 0 },
  to: { piece, offset: text.length },
});

export const piecesOf = ({ from, to }: Selection): number[] =>
  Array.from({ length: to.piece - from.piece + 1 }, (_, i) => from.piece + i);

/** What a person has decided about a piece, the latest: saved, or on its way. */
export interface Mark {
  readonly action: 'accept' | 'keep' | 'strike';
  readonly standing: DecisionView['standing'] | 'saving';
  readonly id: string | null;
}

/** A decision that has not been answered yet. */
export interface Underway {
  readonly action: Mark['action'];
  readonly pieces: readonly number[];
}

export function marksOf(decisions: readonly DecisionView[], underway: readonly Underway[]): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const inOrder = [...decisions].sort((a, b) => (a.decision.at < b.decision.at ? -1 : 1));
  for (const { decision, standing, pieces } of inOrder)
    if (decision.action !== 'correct')
      for (const piece of pieces) marks.set(piece, { action: decision.action, standing, id: decision.id });
  for (const { action, pieces } of underway)
    for (const piece of pieces) marks.set(piece, { action, standing: 'saving', id: null });
  return marks;
}

const MARK_LABELS = { accept: 'agreed', keep: 'to be kept', strike: 'to be struck' } as const;
const OBEYED_LABELS = { accept: 'agreed', keep: 'kept by decision', strike: 'struck by decision' } as const;

export function markLabel({ action, standing }: Mark): string {
  if (standing === 'obeyed') return OBEYED_LABELS[action];
  return standing === 'saving' ? `${MARK_LABELS[action]}, saving …` : MARK_LABELS[action];
}
