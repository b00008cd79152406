/** A day of the Gregorian calendar; month and day from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The day, or null if there is none such (31 February) or its year is outside 1900..2100. */
export function gregorian(year: number, month: number, day: number): CalendarDay | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const length = month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return day <= length ? { year, month, day } : null;
}

/** Buddhist era (Thailand, Laos, Cambodia): 2567 is 2024. Null if the year is not of that era within 1900..2100. */
export function buddhistYear(year: number): number | null {
  const western = year - 543;
  return western >= FIRST_YEAR && western <= LAST_YEAR ? western : null;
}

/** Year before the first of each era, by the era's name in Japan and, for 民國, Taiwan. 大正 began in 1912, 令和 in May 2019. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  民國: 1911,
  民国: 1911,
};

/** Western year of a year of a Japanese era or of the Republic of China: 令和 6 is 2024, 民國 113 too. Null for another name. */
export function eraYear(era: string, year: number): number | null {
  const base = ERAS[era];
  return base === undefined || year < 1 ? null : base + year;
}

/** 1 Farvardin 1403 was 20 March 2024. */
const ANCHOR = { solar: 1403, utc: Date.UTC(2024, 2, 20) };
const DAY = 86_400_000;
/** Solar years read as dates of this century and the end of the last: 1951 to 2051. Lunar years (1446 = 2024) lie above. */
const SOLAR_YEARS = { first: 1330, last: 1429 };

/** Leap years of the solar calendar come in cycles of 33, in force from 1210 to 1634 (Borkowski 1996). */
const isSolarLeap = (year: number): boolean => {
  const inCycle = (year - 1209) % 33;
  return inCycle !== 0 && (inCycle - 1) % 4 === 0;
};

export const isSolarYear = (year: number): boolean => year >= SOLAR_YEARS.first && year <= SOLAR_YEARS.last;

/** A day of the Persian solar calendar (Jalali) as a Gregorian one: 15 Azar 1402 is 6 December 2023. Null if there is no such day. */
export function persianDay(year: number, month: number, day: number): CalendarDay | null {
  if (!isSolarYear(year) || month < 1 || month > 12 || day < 1) return null;
  const length = month <= 6 ? 31 : month < 12 || isSolarLeap(year) ? 30 : 29;
  if (day > length) return null;
  let days = (month - 1) * 30 + Math.min(month - 1, 6) + day - 1;
  for (let y = ANCHOR.solar; y < year; y++) days += isSolarLeap(y) ? 366 : 365;
  for (let y = year; y < ANCHOR.solar; y++) days -= isSolarLeap(y) ? 366 : 365;
  const date = new Date(ANCHOR.utc + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
