import type { DateValue } from '../../core/types.js';
import { gregorian } from './calendars.js';
import { findDates } from './find-dates.js';

/** 2024/03/05 and 2024-03-05 between the other parts of an address; 20240305. */
const FIGURES = /(?<!\d)((?:19|20)\d{2})([/-]?)(\d{1,2})\2(\d{1,2})(?!\d)/g;
/** 2024/march/05, 2024/mar/5. */
const NAMED = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=\/)/i;

/** The day that an address names ("/2024/03/05/ferry"); null where it names none. The figures of a number are no day. */
export function dateInUrl(url: string | null): DateValue | null {
  const path = url === null ? '' : url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const from = 'url';
  for (const [raw, year, separator, month, day] of path.slice(0, 1_000).matchAll(FIGURES)) {
    const isDay = separator !== '' || raw.length === 8;
    if (!isDay || gregorian(Number(year), Number(month), Number(day)) === null) continue;
    return { value: `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`, precision: 'day', from, raw };
  }
  const [raw, year, month, day] = NAMED.exec(path) ?? [];
  const found = raw === undefined ? undefined : findDates(`${day} ${month} ${year}`)[0];
  return found === undefined ? null : { value: found.value, precision: 'day', from, raw: raw ?? '' };
}
