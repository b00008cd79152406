import { decodeHTML } from 'entities';
import type { Edit } from '../../core/mapped.js';

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?/g;

/** Edits that decode the character references of a text node as browsers do, those without a semicolon too ("&nbsp", "&copy 2020"). */
export function referenceEdits(source: string, start: number, end: number): Edit[] {
  const slice = source.slice(start, end);
  if (!slice.includes('&')) return [];
  const edits: Edit[] = [];
  for (const match of slice.matchAll(REFERENCE)) {
    const text = decodeHTML(match[0]);
    if (text !== match[0]) edits.push({ start: start + match.index, end: start + match.index + match[0].length, text });
  }
  return edits;
}

/** Edits to text at start..end of the source, in order and apart from each other. */
export type EditSource = (source: string, start: number, end: number) => readonly Edit[];

/** References decoded, and `extra` where they leave room. */
export function editsBy(source: string, extra?: EditSource): (start: number, end: number) => readonly Edit[] {
  return (start, end) => {
    const own = referenceEdits(source, start, end);
    const further = extra?.(source, start, end) ?? [];
    return further.length === 0 ? own : merge(own, further);
  };
}

/** Two ordered lists as one; where they overlap the first list wins. */
function merge(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  let next = 0;
  for (const edit of second) {
    for (let own = first[next]; own !== undefined && own.start < edit.end; own = first[next]) {
      merged.push(own);
      next++;
    }
    if ((merged.at(-1)?.end ?? 0) <= edit.start) merged.push(edit);
  }
  return [...merged, ...first.slice(next)];
}
