import type { DateValue } from '../../core/types.js';
import { gregorian } from './calendars.js';
import { type DateOptions, findDates, type FoundDate } from './find-dates.js';

export { type DateOptions, findDates, type FoundDate } from './find-dates.js';
export { datePartsShare } from './date-line.js';
export { dayFirstFor } from './day-order.js';

/** Longer metadata is prose. */
const RAW_MOST = 200;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A date from a metadata string: ISO 8601, RFC 2822, 20241104183500, or as people write it. Figures that might be a count of
 * seconds are not read. Null if there is no sure date in it.
 */
export function toDateValue(raw: string, from: string, options: DateOptions = {}): DateValue | null {
  const text = raw.trim();
  if (text === '' || text.length > RAW_MOST) return null;
  const found = compact(text) ?? findDates(text, options)[0];
  return found === undefined ? null : { value: found.value, precision: found.precision, from, raw: text };
}

function compact(text: string): Pick<FoundDate, 'value' | 'precision'> | undefined {
  const [, y, mo, d, h, mi, s, zone] = COMPACT.exec(text) ?? [];
  if (y === undefined || mo === undefined || d === undefined) return undefined;
  const day = gregorian(Number(y), Number(mo), Number(d));
  if (day === null) return undefined;
  const isTime = h !== undefined && mi !== undefined && Number(h) < 24 && Number(mi) < 60 && Number(s ?? 0) < 60;
  if (!isTime) return h === undefined ? { value: `${y}-${mo}-${d}`, precision: 'day' } : undefined;
  const offset =
    zone === undefined || zone === 'Z' || zone.includes(':') ? (zone ?? '') : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return {
    value: `${y}-${mo}-${d}T${h}:${mi}${s === undefined ? '' : ':' + s}${offset}`,
    precision: s === undefined ? 'minute' : 'second',
  };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?/;
const DAY = 86_400_000;

/** Milliseconds since 1970 of an ISO date; without an offset as if in UTC. */
function epoch(value: string): number | null {
  const [, y, mo, d, h, mi, s, zone] = ISO.exec(value) ?? [];
  if (y === undefined) return null;
  const local = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h ?? 0), Number(mi ?? 0), Number(s ?? 0));
  if (zone === undefined || zone === 'Z') return local;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return local - (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * True if the date lies after the fetch, by more than a day: that much two time zones and a date without an hour can differ.
 * False where either cannot be read.
 */
export function isAfter(date: Pick<DateValue, 'value'>, fetchedAt: string): boolean {
  const then = epoch(date.value);
  const fetched = epoch(fetchedAt);
  return then !== null && fetched !== null && then > fetched + DAY;
}
