import { buddhistYear, eraYear, gregorian, isSolarYear, persianDay } from './calendars.js';
import type { FoundDay } from './named-month.js';
import { wordSet } from './fold.js';
import { isAt, isChained, isGlued, numberAt, type Token } from './tokens.js';

const YEAR_UNITS = wordSet('年 년 оны');
const MONTH_UNITS = wordSet('月 월 сарын');
/** "ний" as it is folded. */
const DAY_UNITS = wordSet('日 일 ны нии нд өдөр 號 号');
/** Mongolian counts its months: "5-р сарын", "5 дугаар сарын". */
const MONTH_ORDINALS = wordSet('р дугаар дүгээр');

/** True if the mark stands between three numbers from `at` on, as in a date; hyphens without blanks. */
const isDateMark = (tokens: readonly Token[], at: number, mark: string): boolean =>
  (mark === '.' || mark === '/' || (mark === '-' && [1, 2, 3, 4].every((i) => isGlued(tokens, at + i)))) &&
  isAt(tokens, at + 3, mark);

/** True where the same mark and another number go on directly behind: 1.2.2024.5 is no date. */
const isFollowed = (tokens: readonly Token[], at: number, mark: string): boolean =>
  isAt(tokens, at + 1, mark) && isGlued(tokens, at + 1) && isGlued(tokens, at + 2) && tokens[at + 2]?.kind === 'number';

/** Year, month, day in figures: ISO, "2024. 11. 4.", "2024年11月2日"; 1402/09/15 in a text with Persian figures. */
export function numericYearFirst(tokens: readonly Token[], at: number, isPersian: boolean): FoundDay | null {
  const year = numberAt(tokens, at, 4, 4);
  if (year === null || isChained(tokens, at)) return null;
  if (YEAR_UNITS.has(tokens[at + 1]?.text ?? '')) return yearUnits(tokens, at, year);
  const mark = tokens[at + 1]?.text ?? '';
  if (!isDateMark(tokens, at, mark)) return null;
  const isUrl = mark === '/' && isAt(tokens, at - 1, '/');
  const month = numberAt(tokens, at + 2, 1, 2);
  const day = numberAt(tokens, at + 4, 1, 2);
  if (month === null || day === null || isUrl || isFollowed(tokens, at + 4, mark)) return null;
  const found = isPersian && isSolarYear(year) ? persianDay(year, month, day) : gregorian(year, month, day);
  return found === null ? null : { day: found, next: at + 5 };
}

/** "…年11月2日", "… оны 11-р сарын 2-ны" after a year that ends before the token `at + 1`. */
function yearUnits(tokens: readonly Token[], at: number, year: number): FoundDay | null {
  if (!YEAR_UNITS.has(tokens[at + 1]?.text ?? '')) return null;
  const month = numberAt(tokens, at + 2, 1, 2);
  const ordinal = isAt(tokens, at + 3, '-') ? at + 4 : at + 3;
  const monthUnit = MONTH_ORDINALS.has(tokens[ordinal]?.text ?? '') ? ordinal + 1 : at + 3;
  const day = numberAt(tokens, monthUnit + 1, 1, 2);
  if (month === null || day === null || !MONTH_UNITS.has(tokens[monthUnit]?.text ?? '')) return null;
  const dayUnit = isAt(tokens, monthUnit + 2, '-') ? monthUnit + 3 : monthUnit + 2;
  const unit = tokens[dayUnit]?.text ?? '';
  if (!DAY_UNITS.has(unit) && !unit.startsWith('일')) return null;
  const found = gregorian(year, month, day);
  return found === null ? null : { day: found, next: dayUnit + 1 };
}

/** Years of two digits are read as 2000 to 2049. */
const LAST_SHORT_YEAR = 49;

/**
 * Day, month, year in figures. Dots mean day first unless the caller knows better; with slashes and hyphens the order is the caller's
 * (`dayFirst`), or told by a number above twelve, or unknown, and then null. Short years only where the day is known to be first.
 */
export function numericYearLast(tokens: readonly Token[], at: number, dayFirst: boolean | null): FoundDay | null {
  const mark = tokens[at + 1]?.text ?? '';
  const a = numberAt(tokens, at, 1, 2);
  const b = numberAt(tokens, at + 2, 1, 2);
  if (a === null || b === null || !isDateMark(tokens, at, mark)) return null;
  if (isChained(tokens, at) || (mark === '/' && isAt(tokens, at - 1, '/')) || isFollowed(tokens, at + 4, mark))
    return null;
  const full = numberAt(tokens, at + 4, 4, 4);
  const short = mark === '-' || !isGlued(tokens, at + 4) ? null : numberAt(tokens, at + 4, 2, 2);
  if (full !== null) {
    const year = buddhistYear(full) ?? full;
    const first = a === b || year !== full ? true : (dayFirst ?? (mark === '.' ? true : null));
    const asDayFirst = gregorian(year, b, a);
    const asMonthFirst = mark === '.' && dayFirst !== false ? null : gregorian(year, a, b);
    // The order that is known, or the only one that makes a date.
    const isDayFirst = first ?? (asMonthFirst === null ? true : asDayFirst === null ? false : null);
    const found = isDayFirst === null ? null : isDayFirst ? (asDayFirst ?? asMonthFirst) : (asMonthFirst ?? asDayFirst);
    return found === null ? null : { day: found, next: at + 5 };
  }
  if (short === null || short > LAST_SHORT_YEAR || dayFirst !== true) return null;
  const found = gregorian(2000 + short, b, a);
  return found === null ? null : { day: found, next: at + 5 };
}

/** "令和6年11月2日", "民國113年11月2日". */
export function eraDay(tokens: readonly Token[], at: number): FoundDay | null {
  const isFirst = isAt(tokens, at + 2, '元');
  const year = isFirst ? 1 : numberAt(tokens, at + 2, 1, 3);
  if (year === null) return null;
  const western = eraYear((tokens[at]?.text ?? '') + (tokens[at + 1]?.text ?? ''), year);
  return western === null ? null : yearUnits(tokens, at + 2, western);
}
