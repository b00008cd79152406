import { isBlankChar, normalize } from '../../core/text.js';
import type { Edit } from '../../core/mapped.js';
import type { Span } from '../../core/types.js';

/** From the first to the last character of start..end that is text after `edits`; null if all of it is white space or debris. */
export function textSpan(source: string, start: number, end: number, edits: readonly Edit[]): Span | null {
  let from = start;
  let next = 0;
  while (from < end) {
    const edit = edits[next];
    if (edit?.start === from) {
      if (normalize(edit.text) !== '') break;
      from = edit.end;
      next++;
    } else if (isBlank(source, from)) from++;
    else break;
  }
  if (from >= end) return null;
  let to = end;
  next = edits.length - 1;
  while (to > from) {
    const edit = edits[next];
    if (edit?.end === to) {
      if (normalize(edit.text) !== '') break;
      to = edit.start;
      next--;
    } else if (isBlank(source, to - 1)) to--;
    else break;
  }
  return { start: from, end: to };
}

function isBlank(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code <= 32) return true;
  return code >= 127 && isBlankChar(source.charAt(at));
}
