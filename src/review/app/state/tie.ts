/**
 * Two columns hold the same pieces at different heights. They are tied by piece: the one that stands at the reading line of one column
 * stands there in the other. The line slides from the top of the view to its foot, so that both columns begin and end together.
 */

export interface Column {
  readonly scroll: number;
  readonly view: number;
  readonly content: number;
  /** Top of each piece, in order. */
  readonly tops: readonly number[];
}

/** Where the second column must be scrolled to. */
export function tiedScroll(from: Column, to: Column): number {
  const room = Math.max(1, from.content - from.view);
  const share = Math.min(1, Math.max(0, from.scroll / room));
  const line = from.scroll + share * from.view;
  const piece = pieceAt(from.tops, line);
  const [begin, end] = stretch(from, piece);
  const [otherBegin, otherEnd] = stretch(to, piece);
  const within = end > begin ? (line - begin) / (end - begin) : 0;
  const otherLine = otherBegin + within * (otherEnd - otherBegin);
  return Math.max(0, Math.min(to.content - to.view, otherLine - share * to.view));
}

/** The last piece that begins at or above the line; -1 before the first. */
function pieceAt(tops: readonly number[], line: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const stretch = ({ tops, content }: Column, piece: number): readonly [number, number] => [
  tops[piece] ?? 0,
  tops[piece + 1] ?? content,
];
