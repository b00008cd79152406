import { isTag, isText } from 'domhandler';
import { elementAt, tagAt, type Outline } from './outline.js';
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
      row = !(elementAt(outline, at)?.children.some((child) => isText(child) && child.data.trim() !== '') ?? true);
      rows.set(at, row);
    }
    return row;
  };
  return (at, block) => {
    const element = elementAt(outline, at);
    const before = element?.prev ?? null;
    if (element === null || before === null || !isTag(before) || BLOCK_TAGS.has(before.name)) return false;
    if (element.name === 'a' && before.name === 'a') return element.attribs['href'] !== before.attribs['href'];
    if (FORMAT_TAGS.has(element.name) || FORMAT_TAGS.has(before.name)) return false;
    return !PROSE_TAGS.has(tagAt(outline, block)) && isRow(outline.parent[at] as number);
  };
}
