import { attributeAt, ownTexts, siblingBefore, tagAt, type Outline } from './outline.js';
import { BLOCK_TAGS, FORMAT_TAGS, PROSE_TAGS } from './tags.js';

/** True where style sheets will have put a gap between element `at` and the one right before it, though the markup has no white space. */
export type GapFinder = (at: number, block: number) => boolean;

/**
 * Pages written by programs often have no white space between the parts of a row ("<span>By</span><a>Ann</a><time>…"). Where
 * inline elements stand side by side in an element without text of its own, outside prose, they are parts of such a row; in
 * prose they may cut a word, so only links to different places are told apart there.
 */
export function laidOutApart(outline: Outline): GapFinder {
  const rows = new Map<number, boolean>();
  const isRow = (at: number): boolean => {
    let row = rows.get(at);
    if (row === undefined) {
      row = at >= 0 && ownTexts(outline, at).every((text) => text.trim() === '');
      rows.set(at, row);
    }
    return row;
  };
  return (at, block) => {
    const sibling = siblingBefore(outline, at);
    const tag = tagAt(outline, at);
    const before = tagAt(outline, sibling);
    if (before === '' || BLOCK_TAGS.has(before)) return false;
    if (tag === 'a' && before === 'a')
      return attributeAt(outline, at, 'href') !== attributeAt(outline, sibling, 'href');
    if (FORMAT_TAGS.has(tag) || FORMAT_TAGS.has(before)) return false;
    return !PROSE_TAGS.has(tagAt(outline, block)) && isRow(outline.parent[at] as number);
  };
}
