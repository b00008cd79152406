import type { Edit, Piece } from '../../core/mapped.js';

/** A text node's text as part of a run. */
export interface RunPiece extends Piece {
  /** Number of the text node in the outline. */
  readonly node: number;
  /** From the first to the last character that is text. */
  readonly from: number;
  readonly to: number;
  /** Number of the line within the run; <br> begins a new one. */
  readonly line: number;
  readonly link: boolean;
  readonly bold: boolean;
  readonly edits: readonly Edit[];
}

/** Text nodes that read as one: a paragraph, a heading, a table's row, the text between two block elements. Becomes a block. */
export interface Run {
  readonly pieces: readonly RunPiece[];
  /** Number of the nearest block element around the run, -1 for the page itself. */
  readonly element: number;
  /** Number of the smallest element that holds the whole run: the block element, or an inline element in it. */
  readonly holder: number;
  /** Why it is not shown, null if it is. */
  readonly hidden: string | null;
  readonly layout: 'flow' | 'row' | 'preformatted' | 'apart';
}
