import { hasDigit } from '../../core/text.js';
import type { DateValue } from '../../core/types.js';
import { eraDay, numericYearFirst, numericYearLast } from './figures.js';
import { dayMonthYear, type FoundDay, monthDayYear, yearMonthDay } from './named-month.js';
import { wordSet } from './fold.js';
import type { CalendarDay } from './calendars.js';
import { type Clock, clockAt } from './clock.js';
import { CONNECTOR, WEEKDAY } from './date-words.js';
import { dateTokens, type Token } from './tokens.js';

/** A date in a line; start and end are offsets in the line, in UTF-16 units, half-open. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** ISO 8601 as written, never shifted; an offset only if the line gives one in figures, or as Z, GMT or UTC. */
  readonly value: string;
  readonly precision: DateValue['precision'];
  readonly raw: string;
}

export interface DateOptions {
  /** Order of 05/03/2024: true day first, false month first, null or absent unknown, and then such a date is not read. */
  readonly dayFirst?: boolean | null | undefined;
}

/** Marks and words that may stand between a date and its time. */
const SKIP_MOST = 7;
const SKIPPED_MARKS = wordSet(', ، 、 - — | • · / . ( ) ; : [ ] ∙ ▪');
const CLOSE = wordSet(', . ،');

const isSkipped = (token: Token): boolean =>
  token.kind === 'mark' ? SKIPPED_MARKS.has(token.text) : (token.kinds & (CONNECTOR | WEEKDAY)) !== 0;

interface TimeOfDay {
  readonly clock: Clock;
  readonly first: number;
  /** True if only commas and words stand between it and the date. */
  readonly close: boolean;
}

function clockAfter(tokens: readonly Token[], from: number): TimeOfDay | null {
  let close = true;
  for (let at = from; at < Math.min(tokens.length, from + SKIP_MOST); at++) {
    const clock = clockAt(tokens, at, true);
    if (clock !== null) return { clock, first: at, close };
    const token = tokens[at];
    // The T of ISO 8601.
    const isT = token?.text === 't' && !token.spaced;
    if (token === undefined || !(isT || isSkipped(token))) return null;
    close &&= token.kind !== 'mark' || CLOSE.has(token.text);
  }
  return null;
}

function clockBefore(
  tokens: readonly Token[],
  day: number,
  last: { clock: Clock; first: number } | null,
): TimeOfDay | null {
  if (last === null || last.clock.next > day || day - last.clock.next > SKIP_MOST) return null;
  const between = tokens.slice(last.clock.next, day);
  if (!between.every(isSkipped)) return null;
  return { ...last, close: between.every((token) => token.kind !== 'mark' || CLOSE.has(token.text)) };
}

const two = (value: number): string => String(value).padStart(2, '0');
const isoDay = ({ year, month, day }: CalendarDay): string => `${year}-${two(month)}-${two(day)}`;

function isoTime({ hour, minute, second, offset }: Clock): string {
  return `T${two(hour)}:${two(minute)}${second === null ? '' : ':' + two(second)}${offset ?? ''}`;
}

/**
 * The dates of a line, with the time of day beside each, in order. Pure, linear in the line's length. What is ambiguous (05/03/2024 in
 * an unknown order), impossible (31 February), without a year or outside 1900 to 2100 is not returned.
 */
export function findDates(line: string, options: DateOptions = {}): FoundDate[] {
  return hasDigit(line) ? findDatesIn(line, dateTokens(line), options) : [];
}

/** findDates() of a line whose tokens are known. */
export function findDatesIn(line: string, tokens: readonly Token[], options: DateOptions): FoundDate[] {
  const dayFirst = options.dayFirst ?? null;
  const isPersian = /[۰-۹]/.test(line);
  const found: FoundDate[] = [];
  let time: { clock: Clock; first: number } | null = null;
  let at = 0;
  while (at < tokens.length) {
    const day = dayAt(tokens, at, dayFirst, isPersian);
    if (day === null) {
      const clock = clockAt(tokens, at);
      if (clock !== null) time = { clock, first: at };
      at = clock?.next ?? at + 1;
      continue;
    }
    const inside = day.clock === null ? null : clockAt(tokens, day.clock);
    const before = clockBefore(tokens, at, time);
    const after = clockAfter(tokens, day.next);
    const beside = before !== null && (after === null || before.close) ? before : after;
    const clock = inside ?? beside?.clock ?? null;
    const first = inside === null && beside !== null && beside.first < at ? beside.first : at;
    const next = inside === null && beside !== null ? Math.max(day.next, beside.clock.next) : day.next;
    const start = tokens[first]?.start ?? 0;
    const end = endOf(tokens, next);
    found.push({
      start,
      end,
      value: isoDay(day.day) + (clock === null ? '' : isoTime(clock)),
      precision: clock === null ? 'day' : clock.second === null ? 'minute' : 'second',
      raw: line.slice(start, end),
    });
    time = null;
    at = next;
  }
  return found;
}

/** End of the last token before `next`; of a Korean "일자" only the unit belongs to the date. */
const endOf = (tokens: readonly Token[], next: number): number => {
  const token = tokens[next - 1];
  return token === undefined ? 0 : token.text.startsWith('일') ? token.start + 1 : token.end;
};

function dayAt(
  tokens: readonly Token[],
  at: number,
  dayFirst: boolean | null,
  isPersian: boolean,
): (FoundDay & { clock: number | null }) | null {
  const token = tokens[at];
  if (token?.kind === 'word') {
    const era = eraDay(tokens, at);
    if (era !== null) return { ...era, clock: null };
    return monthDayYear(tokens, at, (all, from) => clockAt(all, from)?.next ?? null);
  }
  if (token?.kind !== 'number') return null;
  const day =
    numericYearFirst(tokens, at, isPersian) ??
    yearMonthDay(tokens, at) ??
    numericYearLast(tokens, at, dayFirst) ??
    dayMonthYear(tokens, at);
  return day === null ? null : { ...day, clock: null };
}
