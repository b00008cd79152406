/** Control characters, and those that turn the direction of text around: in a terminal they are commands, on a page they make text read as another. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as it can be shown in one line: white space as spaces, and a mark for what cannot be seen. */
export const visible = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSEEN, '\ufffd');

/** So far a cut goes back for the end of a word. */
const WORD_END = 16;

/** The beginning of a text, no longer than that: up to the end of a word where one is near, and no half of a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most);
  const end = space >= most - WORD_END && space > 0 ? space : most;
  return `${text.slice(0, end).replace(/[\ud800-\udbff]$/, '')} …`;
}

/** Its beginning and its end, so much of each. */
export function clipMiddle(text: string, each: number): string {
  if (text.length <= 2 * each + WORD_END) return text;
  const least = text.length - each;
  const space = text.indexOf(' ', least);
  const start = space >= 0 && space <= least + WORD_END ? space + 1 : least;
  return `${clip(text, each)} ${text.slice(start).replace(/^[\udc00-\udfff]/, '')}`;
}
