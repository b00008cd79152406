/** Control characters, and those that turn the direction of text around: in a terminal they are commands, on a page they make text read as another. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as it can be shown in one line: white space as spaces, and a mark for what cannot be seen. */
export const visible = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSEEN, '\ufffd');

/** The beginning of a text, no longer than that, and no half of a character at its end. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')} …`;
}

/** Its beginning and its end. */
export function clipMiddle(text: string, each: number): string {
  if (text.length <= 2 * each + 3) return text;
  const end = text.slice(text.length - each).replace(/^[\udc00-\udfff]/, '');
  return `${clip(text.slice(0, each + 1), each)} ${end}`;
}
