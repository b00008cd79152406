import { SIZE_AT } from './signature.js';

/** What the phase keeps of a record: where it is, when it was published, and its text's signature. */
export interface Signed {
  readonly id: string;
  /** The clean file, below clean/, with '/'. */
  readonly path: string;
  /** The document's own id in a container. */
  readonly key: string | null;
  /** Its place in the clean file, from 0. Path and place together name one record. */
  readonly at: number;
  /** `datePublished.value` of the record. */
  readonly published: string | null;
  readonly signature: Uint8Array;
}

/** Length of the text in words; two characters count as a word where these are not set apart. */
export function sizeOf({ signature }: Pick<Signed, 'signature'>): number {
  return new DataView(signature.buffer, signature.byteOffset).getUint32(SIZE_AT, true);
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?/;

/**
 * Milliseconds since 1970 of a date as records have it. A day without a time counts from its beginning, a time without an offset as UTC: that
 * may be wrong by hours, and is the same everywhere. Infinity for none, so that undated documents come last.
 */
export function instantOf(published: string | null): number {
  const match = ISO.exec(published ?? '');
  if (match === null) return Infinity;
  const [, day = '', time = '00:00', seconds = ':00', zone = 'Z'] = match;
  const instant = Date.parse(`${day}T${time}${seconds}${zone === 'Z' ? zone : zone.replace(/:?(\d{2})$/, ':$1')}`);
  return Number.isNaN(instant) ? Infinity : instant;
}

const order = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The records in the order in which one is the original of another: the earliest published, then the most complete, then by id; by path
 * and place where a URL was fetched twice. Whatever order they come in, it is the same.
 */
export function rank(records: readonly Signed[]): Signed[] {
  return records
    .map((record) => ({ record, instant: instantOf(record.published), size: sizeOf(record) }))
    .sort(
      (a, b) =>
        order(a.instant, b.instant) ||
        order(b.size, a.size) ||
        order(a.record.id, b.record.id) ||
        order(a.record.path, b.record.path) ||
        order(a.record.at, b.record.at),
    )
    .map(({ record }) => record);
}
