import { buddhistYear, type CalendarDay, gregorian, isSolarYear, persianDay } from './calendars.js';
import { wordSet } from './fold.js';
import { MONTH } from './date-words.js';
import { gregorianMonth, persianMonth } from './months.js';
import { isAt, isChained, isGlued, numberAt, type Token } from './tokens.js';

/** A day read from tokens; `next` is the token after it. */
export interface FoundDay {
  readonly day: CalendarDay;
  readonly next: number;
}

interface FoundMonth {
  readonly gregorian: number | null;
  readonly persian: number | null;
  readonly next: number;
}

const MONTH_WORDS = 3;
/** Between a day and a month's name, or a month's name and a year. */
const JOINERS = wordSet('. , ، ፣ / - de del of the da do di den năm nam');
/** The same before a year, which may say its era: พ.ศ. 2567, ค.ศ. 2024; Amharic has "day" there. Months are shortened with the same letters: พ.ค. */
const YEAR_JOINERS = new Set([...JOINERS, ...wordSet('พ ศ ค พศ คศ ቀን')]);
const JOINERS_MOST = 5;
/** Ordinal endings glued to a day: 17th, 1er, 4-го, 4ης, 3º. */
const ORDINALS = wordSet('st nd rd th er re e o a η ης ος го ое е ta an en');
/** Words behind a year that stands first: Lithuanian "2024 m.", Latvian "2024. gada", Kazakh "2024 жылғы", Mongolian "2024 оны", Basque "2024ko". */
const YEAR_WORDS = wordSet('m gada ж жыл жылғы жылгы оны yil yilning ko eko il cu ci');

/** The month whose name begins at the token: the longest of up to three words, or "tháng 11", or a dotted abbreviation "ม.ค." */
export function monthAt(tokens: readonly Token[], at: number, dotted = false): FoundMonth | null {
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  const second = tokens[at + 2];
  if (isAt(tokens, at + 1, '.') && second?.kind === 'word' && !second.spaced) {
    const month = gregorianMonth(first.text + second.text);
    if (month !== null) return { gregorian: month, persian: null, next: at + 3 };
  }
  if ((first.kinds & MONTH) === 0) return null;
  if (isAt(tokens, at, 'thang')) {
    const month = numberAt(tokens, at + 1, 1, 2);
    if (month !== null && month >= 1 && month <= 12) return { gregorian: month, persian: null, next: at + 2 };
  }
  for (let length = MONTH_WORDS; length >= 1; length--) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || words.some((token) => token.kind !== 'word')) continue;
    const name = words.map((token) => token.text).join(' ');
    const month = gregorianMonth(name, dotted);
    const solar = persianMonth(name);
    if (month !== null || solar !== null) return { gregorian: month, persian: solar, next: at + length };
  }
  return null;
}

const skipJoiners = (tokens: readonly Token[], at: number, joiners: ReadonlySet<string>): number => {
  let next = at;
  while (next < at + JOINERS_MOST && joiners.has(tokens[next]?.text ?? '')) next++;
  return next;
};

/** A year of four digits with a named month, in whatever calendar makes a day of it: Gregorian, Buddhist or Persian solar. */
function dayOf(year: number, month: FoundMonth, day: number): CalendarDay | null {
  if (isSolarYear(year)) return month.persian === null ? null : persianDay(year, month.persian, day);
  if (month.gregorian === null) return null;
  return gregorian(buddhistYear(year) ?? year, month.gregorian, day);
}

/** "2 November 2024", "17th of February, 2023", "4 de noviembre de 2024", "11 มี.ค. 2567", "15 آذر 1402". */
export function dayMonthYear(tokens: readonly Token[], at: number): FoundDay | null {
  const day = numberAt(tokens, at, 1, 2);
  if (day === null || day < 1 || day > 31 || isChained(tokens, at)) return null;
  let next = at + 1;
  const hyphen = isAt(tokens, next, '-') && isGlued(tokens, next) && ORDINALS.has(tokens[next + 1]?.text ?? '') ? 1 : 0;
  if (isGlued(tokens, next + hyphen) && ORDINALS.has(tokens[next + hyphen]?.text ?? '')) next += hyphen + 1;
  const dotted = isAt(tokens, next, '.');
  next = skipJoiners(tokens, next, JOINERS);
  let month = monthAt(tokens, next, dotted);
  if (month === null) return null;
  next = skipJoiners(tokens, month.next, YEAR_JOINERS);
  // Arabic sites write the month twice: "4 نوفمبر/تشرين الثاني 2024".
  const again = monthAt(tokens, next);
  if (again !== null && again.gregorian === month.gregorian) {
    month = { ...again, persian: month.persian };
    next = skipJoiners(tokens, month.next, YEAR_JOINERS);
  }
  const year = numberAt(tokens, next, 4, 4);
  const found = year === null ? null : dayOf(year, month, day);
  return found === null ? null : { day: found, next: next + 1 };
}

/** "Nov. 1, 2024", "Mayıs 07, 2024", "November 4th 2024"; `between` reads what may stand before the year, a time. */
export function monthDayYear(
  tokens: readonly Token[],
  at: number,
  between: (tokens: readonly Token[], at: number) => number | null,
): (FoundDay & { readonly clock: number | null }) | null {
  const month = monthAt(tokens, at);
  if (month === null) return null;
  let next = month.next;
  while (next < month.next + 2 && (isAt(tokens, next, '.') || isAt(tokens, next, '-') || isAt(tokens, next, '/')))
    next++;
  const day = numberAt(tokens, next, 1, 2);
  if (day === null) return null;
  next++;
  if (isGlued(tokens, next) && ORDINALS.has(tokens[next]?.text ?? '')) next++;
  next = skipJoiners(tokens, next, YEAR_JOINERS);
  const clockEnd = between(tokens, next);
  const clock = clockEnd === null ? null : next;
  next = clockEnd ?? next;
  const year = numberAt(tokens, next, 4, 4);
  const found = year === null ? null : dayOf(year, month, day);
  return found === null ? null : { day: found, next: next + 1, clock };
}

/** A year first and the month named: "2024. november 4.", "2024 m. lapkričio 4 d.", "2024. gada 4. novembrī". */
export function yearMonthDay(tokens: readonly Token[], at: number): FoundDay | null {
  const year = numberAt(tokens, at, 4, 4);
  if (year === null || isChained(tokens, at)) return null;
  let next = at + 1;
  while (
    next < at + 4 &&
    (YEAR_WORDS.has(tokens[next]?.text ?? '') || isAt(tokens, next, '.') || isAt(tokens, next, '-'))
  )
    next++;
  const dayFirst = numberAt(tokens, next, 1, 2);
  const afterDay = isAt(tokens, next + 1, '.') || isAt(tokens, next + 1, '-') ? next + 2 : next + 1;
  const hasYearWord = tokens.slice(at + 1, next).some((token) => YEAR_WORDS.has(token.text));
  const month = dayFirst === null ? monthAt(tokens, next) : hasYearWord ? monthAt(tokens, afterDay) : null;
  if (month === null) return null;
  // "… since 2019. November 4 was …" is two sentences; languages that put the year first write months small.
  if (isAt(tokens, at + 1, '.') && tokens[next]?.initial === true) return null;
  const afterMonth = isAt(tokens, month.next, '.') || isAt(tokens, month.next, '-') ? month.next + 1 : month.next;
  const day = dayFirst ?? numberAt(tokens, afterMonth, 1, 2);
  const found = day === null ? null : dayOf(year, month, day);
  return found === null ? null : { day: found, next: dayFirst === null ? afterMonth + 1 : month.next };
}
