import { instantOf } from '../../corpus/copies/signed.js';

/** The years that databases and ISO 8601 agree on: 0001 to 9999. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A date of a record as a time of the table, in milliseconds: moved to UTC if it has an offset, else as it stands, a day at its beginning.
 * Null for none, and for what no calendar has.
 */
export function timeOf(value: string | null): number | null {
  const time = instantOf(value);
  return time >= FIRST && time <= LAST ? time : null;
}

/** A time of the table as ISO 8601 without an offset: "2031-05-03T17:45:00". */
export function formatTime(time: number): string {
  return new Date(time).toISOString().replace(/(?:\.000)?Z$/, '');
}
