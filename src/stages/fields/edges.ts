import { isSpace } from '../../core/characters.js';

/** A text without the blanks, and the signs whose codes are given, that it begins and ends with. */
export function withoutEdges(text: string, leading: ReadonlySet<number>, trailing = leading): string {
  let start = 0;
  let end = text.length;
  while (start < end && (isSpace(text.charCodeAt(start)) || leading.has(text.charCodeAt(start)))) start++;
  while (end > start && (isSpace(text.charCodeAt(end - 1)) || trailing.has(text.charCodeAt(end - 1)))) end--;
  return text.slice(start, end);
}
