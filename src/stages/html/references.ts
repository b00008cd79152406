import { decodeHTML } from 'entities';
import type { Edit } from '../../core/mapped.js';

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?/g;
/** The same behind an ampersand that was itself escaped. */
const ESCAPED_TWICE = /&amp;(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});/g;
const ESCAPED_TWICE_HERE = new RegExp(ESCAPED_TWICE.source, 'y');
/** Fewer on a page may be meant, as in a text on how to write HTML. */
const LEAST_TWICE = 3;

/**
 * Edits that decode the character references of a text node as browsers do, those without a semicolon too ("&nbsp", "&copy 2020").
 * With `twice`, what is still a reference then ("&amp;#8217;") is decoded again.
 */
export function referenceEdits(source: string, start: number, end: number, twice = false): Edit[] {
  const slice = source.slice(start, end);
  if (!slice.includes('&')) return [];
  const edits: Edit[] = [];
  const add = (at: number, written: string, text: string): void => {
    if (text !== written) edits.push({ start: start + at, end: start + at + written.length, text });
  };
  let done = 0;
  const decodeUpTo = (to: number): void => {
    for (const match of slice.slice(done, to).matchAll(REFERENCE))
      add(done + match.index, match[0], decodeHTML(match[0]));
  };
  for (const match of twice ? slice.matchAll(ESCAPED_TWICE) : []) {
    decodeUpTo(match.index);
    add(match.index, match[0], decodeHTML(decodeHTML(match[0])));
    done = match.index + match[0].length;
  }
  decodeUpTo(slice.length);
  return edits;
}

/** True for a page whose text was escaped twice on its way here, and that isn't about code. */
function isEscapedTwice(source: string): boolean {
  let found = 0;
  for (let at = source.indexOf('&amp;'); at >= 0 && found < LEAST_TWICE; at = source.indexOf('&amp;', at + 1)) {
    ESCAPED_TWICE_HERE.lastIndex = at;
    if (ESCAPED_TWICE_HERE.test(source)) found++;
  }
  return found >= LEAST_TWICE && !/<(?:pre|code)\b/i.test(source);
}

/** Edits to text at start..end of the source, in order and apart from each other. */
export type EditSource = (source: string, start: number, end: number) => readonly Edit[];

/** References decoded, and `extra` where they leave room. */
export function editsBy(source: string, extra?: EditSource): (start: number, end: number) => readonly Edit[] {
  const twice = isEscapedTwice(source);
  return (start, end) => {
    const own = referenceEdits(source, start, end, twice);
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
