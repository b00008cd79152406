import type { Edit } from '../../core/mapped.js';
import type { Run, RunPiece } from './runs.js';
import { splitLines } from './split-lines.js';
import { textSpan } from './text-span.js';

/** What is known of a piece of text before its place in the flow. */
export type NewPiece = Pick<RunPiece, 'node' | 'start' | 'end' | 'link' | 'bold'> & { readonly edits: readonly Edit[] };

/** Where text gathers until a block ends. Hidden elements and buttons get one of their own, so that the text around them stays together. */
export class Flow {
  private pieces: RunPiece[] = [];
  private line = 0;
  private lineHasText = false;
  /** White space stands before the next piece. */
  private space = false;
  /** So it does if that begins with a letter. */
  private gap = false;

  /** `element` is the number of the nearest block element, `hidden` why the text isn't shown. */
  constructor(
    private readonly source: string,
    public element: number,
    public layout: Run['layout'],
    readonly hidden: string | null,
  ) {}

  /** Parts the next piece from what is before it. */
  part(): void {
    this.space = true;
  }

  /** Parts the next piece if it would run into the word before it: style sheets will have done so. */
  partWords(): void {
    this.gap = true;
  }

  /** The last piece, if nothing but white space came after it. */
  get last(): RunPiece | undefined {
    return this.pieces.at(-1);
  }

  /** Adds text; text of white space alone only parts. A piece that `continues` a word stands close to it whatever white space the markup has. */
  add(piece: NewPiece, continues: boolean): void {
    const { source } = this;
    const span = textSpan(source, piece.start, piece.end, piece.edits);
    if (span === null) {
      if (/[\s&]/.test(source.slice(piece.start, piece.end))) this.space = true;
      return;
    }
    const parted = this.space || (this.gap && /[\p{L}\p{N}]/u.test(source.charAt(span.start)));
    const { node, end, link, bold, edits } = piece;
    const start = continues ? span.start : piece.start;
    const glue = parted && !continues ? ' ' : '';
    this.pieces.push({ node, start, end, glue, from: span.start, to: span.end, line: this.line, link, bold, edits });
    this.space = false;
    this.gap = false;
    this.lineHasText = true;
  }

  /** <br>, or the end of a line that is kept. True if it ends the block: the second in a row, or each where all lines are blocks. */
  breakLine(): boolean {
    this.space = true;
    if (this.layout === 'row' || this.pieces.length === 0) return false;
    if (this.layout === 'preformatted' || !this.lineHasText) return true;
    this.line++;
    this.lineHasText = false;
    return false;
  }

  /** What has gathered, in one or more groups of pieces, none of them empty. The flow is empty then. */
  take(): readonly (readonly RunPiece[])[] {
    const groups = this.pieces.length === 0 ? [] : splitLines(this.source, this.pieces);
    this.pieces = [];
    this.line = 0;
    this.lineHasText = false;
    this.space = false;
    this.gap = false;
    return groups;
  }
}
