import type { RunPiece } from './runs.js';

interface Line {
  readonly pieces: RunPiece[];
  characters: number;
  linked: number;
  bold: number;
}

const ITEM = /^(?:[-–—•·*▪►▶●■◦‣✓✔➤※○◆◇□★☆▲△]\s?|\(?\d{1,3}[.)．、]\s?)\S/u;
const SENTENCE_END = /[.!?…。！？؟।:;"”»』」)]$/u;
const INDENT = /^(?:\s|&#12288;)*(?:\u3000|&#12288;|(?:\u00a0|&nbsp;|&emsp;|&ensp;|&#160;){2})/;

/**
 * Lines parted by single <br>s are one text, unless each is clearly an item, a heading or a paragraph of its own.
 * Takes the pieces of a run, gives them in groups, in order.
 */
export function splitLines(source: string, pieces: readonly RunPiece[]): readonly (readonly RunPiece[])[] {
  const first = pieces[0];
  if (first === undefined || first.line === pieces.at(-1)?.line) return [pieces];
  const lines = linesOf(pieces);
  const items = lines.filter((line) => ITEM.test(head(source, line))).length;
  const allItems = items >= 2 && items >= lines.length - 1;
  const allLinks = lines.every((line) => line.linked >= 0.9 * line.characters);
  const groups: RunPiece[][] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const group = groups.at(-1);
    const anew = before === null || group === undefined || allItems || allLinks || startsAnew(source, before, line);
    if (anew) groups.push(line.pieces);
    else for (const piece of line.pieces) group.push(piece);
    before = line;
  }
  return groups;
}

function startsAnew(source: string, before: Line, line: Line): boolean {
  const piece = line.pieces[0] as RunPiece;
  if (INDENT.test(source.slice(piece.start, piece.from))) return true;
  // A heading in bold over its paragraph; a paragraph over such a heading.
  if (isBold(before) !== isBold(line)) return true;
  // Paragraphs: a whole sentence ends, and the line is longer than one would break a verse or an address.
  return before.characters >= 80 && SENTENCE_END.test(tail(source, before));
}

function linesOf(pieces: readonly RunPiece[]): Line[] {
  const lines: Line[] = [];
  let number = -1;
  for (const piece of pieces) {
    if (piece.line !== number) lines.push({ pieces: [], characters: 0, linked: 0, bold: 0 });
    number = piece.line;
    const line = lines.at(-1) as Line;
    const characters = piece.to - piece.from;
    line.pieces.push(piece);
    line.characters += characters;
    if (piece.link) line.linked += characters;
    if (piece.bold) line.bold += characters;
  }
  return lines;
}

function isBold(line: Line): boolean {
  return line.bold >= 0.95 * line.characters;
}

function head(source: string, line: Line): string {
  const piece = line.pieces[0] as RunPiece;
  return source.slice(piece.from, Math.min(piece.to, piece.from + 8));
}

function tail(source: string, line: Line): string {
  const piece = line.pieces.at(-1) as RunPiece;
  return source.slice(Math.max(piece.from, piece.to - 2), piece.to);
}
