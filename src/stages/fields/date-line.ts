import { hasDigit } from '../../core/text.js';
import { monthAt } from './named-month.js';
import { clockAt } from './clock.js';
import { CONNECTOR, LABEL, LUNAR, RELATIVE, WEEKDAY } from './date-words.js';
import { type DateOptions, findDatesIn } from './find-dates.js';
import { dateTokens, firstWord, numberAt, type Token } from './tokens.js';

/** Longer lines hold more than dates. */
const LONGEST = 240;
const FURNITURE_LONGEST = 90;
/** Most pieces are told by their first word, which stands in so many characters. */
const HEAD = 30;

/** Marks the tokens that belong to a date and its surroundings; false entries are other words. */
function cover(
  line: string,
  tokens: readonly Token[],
  options: DateOptions,
): { covered: readonly boolean[]; numbers: boolean } {
  const covered = tokens.map((token) => token.kind === 'mark');
  let numbers = false;
  const fill = (from: number, to: number): void => {
    for (let i = from; i < to; i++) covered[i] = true;
    numbers = true;
  };
  const dates = findDatesIn(line, tokens, options);
  let date = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    while ((dates[date]?.end ?? Infinity) <= token.start) date++;
    if (token.end > (dates[date]?.start ?? Infinity)) fill(at, at + 1);
    else at = Math.max(at, undated(tokens, at, fill) - 1);
  }
  const isWord = (i: number): boolean => tokens[i]?.kind !== 'mark' && covered[i] === true;
  tokens.forEach((token, i) => {
    if ((token.kinds & (WEEKDAY | LABEL | LUNAR)) !== 0) covered[i] = true;
  });
  // Words that only beside a part of a date are one: "at", "Uhr", "ago". Twice, for two in a row.
  for (const step of [1, -1, 1])
    for (let i = step > 0 ? 0 : tokens.length - 1; i >= 0 && i < tokens.length; i += step) {
      const token = tokens[i];
      if (token === undefined || (token.kinds & (CONNECTOR | RELATIVE)) === 0 || covered[i] === true) continue;
      if (besides(tokens, isWord, i, -1) || besides(tokens, isWord, i, 1)) covered[i] = true;
    }
  return { covered, numbers };
}

/** Is the next word or number in that direction, marks left out, covered? */
function besides(tokens: readonly Token[], isWord: (i: number) => boolean, at: number, step: number): boolean {
  let i = at + step;
  for (let skipped = 0; tokens[i]?.kind === 'mark' && skipped < 3; skipped++) i += step;
  return isWord(i);
}

/** Parts of dates that no full date holds: a time of day, "14 лютого", "Nov. 14", "3 hours". Returns the token after, or `at`. */
function undated(tokens: readonly Token[], at: number, fill: (from: number, to: number) => void): number {
  const clock = clockAt(tokens, at);
  if (clock !== null) {
    fill(at, clock.next);
    return clock.next;
  }
  const isDay = (i: number): boolean => {
    const value = numberAt(tokens, i, 1, 2);
    return value !== null && value >= 1 && value <= 31;
  };
  const skip = (i: number): number => (tokens[i]?.text === '.' || tokens[i]?.text === 'de' ? i + 1 : i);
  const named = isDay(at) ? monthAt(tokens, skip(at + 1)) : null;
  if (named !== null) {
    fill(at, named.next);
    return named.next;
  }
  const month = monthAt(tokens, at);
  const day = month === null ? -1 : skip(month.next);
  if (isDay(day)) {
    fill(at, day + 1);
    return day + 1;
  }
  const unit = tokens[at + 1];
  if (numberAt(tokens, at, 1, 2) !== null && unit !== undefined && (unit.kinds & RELATIVE) !== 0) {
    fill(at, at + 2);
    return at + 2;
  }
  return at;
}

/**
 * Share of a line's letters and digits that dates and what goes with them take up, 0 to 1: dates, also without a year, times of day,
 * weekdays, zones, "Published" and "Updated", "3 hours ago", "4 min read". 0 for a line without any date or time in figures, and for one
 * of more than 240 characters.
 */
export function datePartsShare(line: string, options: DateOptions = {}): number {
  if (line.length > LONGEST || !hasDigit(line)) return 0;
  const tokens = dateTokens(line);
  const { covered, numbers } = cover(line, tokens, options);
  if (!numbers) return 0;
  let all = 0;
  let ours = 0;
  tokens.forEach((token, i) => {
    if (token.kind === 'mark') return;
    all += token.end - token.start;
    if (covered[i] === true) ours += token.end - token.start;
  });
  return all === 0 ? 0 : ours / all;
}

/** True if a piece of a line holds nothing but date words, as "Published", "Last updated on" and "5 min read" do. Blank pieces too. */
export function isDateFurniture(piece: string, options: DateOptions = {}): boolean {
  if (piece.length > FURNITURE_LONGEST) return false;
  const first = firstWord(piece.slice(0, HEAD));
  if (first?.kind === 'word' && first.kinds === 0) return false;
  const tokens = dateTokens(piece);
  // Without figures there is no date, and nothing but date words stands beside date words.
  const hasNumber = tokens.some((token) => token.kind === 'number');
  if (!hasNumber && tokens.some((token) => token.kind === 'word' && token.kinds === 0)) return false;
  return cover(piece, tokens, options).covered.every(Boolean);
}
