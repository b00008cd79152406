import type { Edit } from '../../core/mapped.js';
import { inkSpan, normalize } from '../../core/text.js';
import type { Span } from '../../core/types.js';

/** From the first to the last character of start..end that is text after `edits`; null if all of it is white space or debris. */
export function textSpan(source: string, start: number, end: number, edits: readonly Edit[]): Span | null {
  if (edits.length === 0) return inkSpan(source, start, end);
  let from = -1;
  let to = -1;
  const add = (span: Span | null): void => {
    if (span === null) return;
    if (from < 0) from = span.start;
    to = span.end;
  };
  let at = start;
  for (const edit of edits) {
    add(inkSpan(source, at, edit.start));
    if (normalize(edit.text) !== '') add(edit);
    at = edit.end;
  }
  add(inkSpan(source, at, end));
  return from < 0 ? null : { start: from, end: to };
}
