import { entityEdits, mapText, type Edit, type MappedText } from '../../core/mapped.js';
import { DocumentError } from '../../core/errors.js';
import { inkSpan } from '../../core/text.js';

/** One non-blank line of a plain text, from its first to its last visible character, with its normalized form (empty for "&nbsp;"). */
export interface Line {
  /** Number among all lines, blank ones counted. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly mapped: MappedText;
}

const BREAK = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/g;

/** Repairs to make in start..end of the source, beside character references. */
export type EditSource = (text: string, start: number, end: number) => Edit[];

/**
 * Splits at every kind of line break; lines with nothing visible in them are left out but counted.
 * @throws DocumentError 'too-large' with more lines than `most` in which something is visible
 */
export function splitLines(source: string, repairs: EditSource, most = Infinity): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let number = 0;
  const add = (end: number): void => {
    const ink = inkSpan(source, start, end);
    if (ink !== null) {
      if (lines.length >= most)
        throw new DocumentError('too-large', `the text has more than ${most} lines (maxBlocks)`);
      const { start: from, end: to } = ink;
      const edits = mergeEdits(repairs(source, from, to), entityEdits(source, from, to));
      lines.push({
        number,
        start: from,
        end: to,
        mapped: mapText(source, [{ start: from, end: to, glue: '' }], edits),
      });
    }
    number++;
  };
  for (const match of source.matchAll(BREAK)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(source.length);
  return lines;
}

/** Two ordered lists of edits as one, in order; where they overlap the first list wins. */
export function mergeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  if (first.length === 0) return [...second];
  const merged: Edit[] = [];
  let at = 0;
  for (const edit of second) {
    while (at < first.length && (first[at] as Edit).end <= edit.start) merged.push(first[at++] as Edit);
    if (at >= first.length || (first[at] as Edit).start >= edit.end) merged.push(edit);
  }
  return [...merged, ...first.slice(at)];
}
