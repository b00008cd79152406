import type { Line } from './lines.js';

/** Where the sentence is plainly over: terminal punctuation, with closing quotes or brackets behind it. */
const TERMINAL = /[.!?…。！？।؟۔።။։:;：；][\s"'”’»›」』)\]）】*]*$/;
/** The sentence plainly goes on: a comma, also inside a closing quote (“… comradeship,” / Choe said). */
const OPEN_COMMA = /[,，、،](?:["”’»」』]|'')?$/;
const LOWER_START = /^["'“„«‘(]?\p{Ll}/u;
const LETTER_START = /^["'“„«‘(]?\p{L}/u;
const LIST_START = /^(?:[-–—•·*▪►▶●■◦‣]|\d{1,3}[.)])\s/;
/** "by Ada Quist, on Feb 27, 2024", below a headline that has no full stop. */
const BYLINE =
  /^by \p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L} .'’-]{0,40}(?:,| on| \||\s?[·–—-]) ?.{0,30}\b(?:19|20)\d\d\b.{0,20}$/u;
const UNSPACED_LINE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Longest line of a text that somebody wrapped: 72 to 80 columns are usual, mail and wires stay below 100. */
const WRAP_MOST = 100;
/** Shorter lines are verse, lists or headings rather than wrapped prose. */
const WRAP_LEAST = 40;
/** A broken sentence must have filled its line so far for the break to be an accident and not verse. */
const BROKEN_LEAST = 40;

/** Indices into `lines` of the lines that make one paragraph. */
export type Paragraph = readonly number[];

/**
 * Groups lines into paragraphs. A line is a paragraph, unless the text is wrapped at a column (then a line goes on where the next
 * word would not have fitted) or a sentence is broken over two lines: after a comma before a letter, in mid-sentence before a small
 * letter, or after a drop cap.
 */
export function groupLines(lines: readonly Line[]): Paragraph[] {
  const width = wrapWidth(lines);
  const groups: number[][] = [];
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const open = groups.at(-1);
    if (previous !== undefined && open !== undefined && joins(previous, line, width)) open.push(i);
    else groups.push([i]);
  });
  return groups;
}

function joins(line: Line, next: Line, width: number): boolean {
  const text = line.mapped.text;
  const after = next.mapped.text;
  const adjacent = next.number === line.number + 1;
  if (LIST_START.test(after) || BYLINE.test(after)) return false;
  if (isDropCap(text) && LOWER_START.test(after) && next.number - line.number <= 2) return true;
  if (!adjacent) return false;
  if (width > 0 && wouldNotFit(text, after, width)) return true;
  if (text.length < BROKEN_LEAST) return false;
  if (OPEN_COMMA.test(text)) return LETTER_START.test(after) && (LOWER_START.test(after) || /[,，]["”»」]$/.test(text));
  return (
    !TERMINAL.test(text) &&
    LOWER_START.test(after) &&
    (after.length >= BROKEN_LEAST || TERMINAL.test(after)) &&
    /\p{Ll}["”’»)]?$/u.test(text)
  );
}

/** A lone capital letter on its own line: an initial set apart by the page's design. */
export const isDropCap = (text: string): boolean => /^\p{Lu}$/u.test(text);

const firstWord = (text: string): string => /^\S+/.exec(text)?.[0] ?? '';

/** True where a greedy wrap at `width` would have broken between the two lines. */
const wouldNotFit = (text: string, after: string, width: number): boolean =>
  text.length <= width && text.length + 1 + firstWord(after).length > width && text.length >= width * 0.6;

/**
 * The column at which the text was wrapped, or 0 where it was not: the longest usual line, if enough of the breaks between adjacent
 * lines fall in mid-sentence just where the next word would not have fitted.
 */
function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.mapped.text.length).filter((length) => length >= WRAP_LEAST);
  if (lengths.length < 4 || lines.some((line) => UNSPACED_LINE.test(line.mapped.text.slice(0, 20)))) return 0;
  lengths.sort((a, b) => a - b);
  // A stray long line (an address, a table) must not hide the column.
  const width = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.98))] ?? 0;
  if (width > WRAP_MOST) return 0;
  let breaks = 0;
  let fitting = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    if (next.number !== line.number + 1 || TERMINAL.test(line.mapped.text) || line.mapped.text.length < WRAP_LEAST)
      continue;
    breaks++;
    if (wouldNotFit(line.mapped.text, next.mapped.text, width)) fitting++;
  }
  return breaks >= 3 && fitting >= breaks * 0.7 ? width : 0;
}
