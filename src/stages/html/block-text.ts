import { mapText, type Edit, type MappedText } from '../../core/mapped.js';
import { normalize } from '../../core/text.js';
import type { RunPiece } from './runs.js';

const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** The text of a run as rules read it: references decoded, repaired, normalized, on one line. The same as mapPieces gives, without the map. */
export function textOf(source: string, pieces: readonly RunPiece[]): string {
  const only = pieces[0];
  if (pieces.length === 1 && only !== undefined && only.edits.length === 0) {
    const text = source.slice(only.from, only.to);
    return PLAIN.test(text) ? text : normalize(text);
  }
  let text = '';
  for (const piece of pieces) {
    if (text !== '') text += piece.glue;
    let at = piece.start;
    for (const edit of piece.edits) {
      text += source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    text += source.slice(at, piece.end);
  }
  return normalize(text);
}

/** The same text with the way back to the source. Costs several times more: made only for blocks that someone asks about. */
export function mapPieces(source: string, pieces: readonly RunPiece[]): MappedText {
  return mapText(
    source,
    pieces,
    pieces.flatMap((piece): readonly Edit[] => piece.edits),
  );
}
