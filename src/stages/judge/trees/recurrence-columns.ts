import type { Facts } from '../facts.js';
import { putSince, putUntil, type Columns } from './columns.js';

/** Words up to which a line is a label that a list or a thread says at each of its entries. */
const SHORT = 8;
/** Times from which such a line recurs, and blocks to both sides among which they are counted. */
const OFTEN = 3;
const AROUND = 5;
const MOST = 20;

/**
 * Short lines of one shape: the same words but for figures ("12 likes"), or the same last word ("Ann Lee says", "3 hours ago"). Readers'
 * comments and lists of other articles have one at each entry, an article has none between its paragraphs.
 */
export function putRecurrences(columns: Columns, facts: readonly Facts[]): void {
  const [shapes, ends, around, since, until] = [
    'recurs',
    'recursAtEnd',
    'recursAround',
    'sinceRecurrence',
    'untilRecurrence',
  ].map((name) => columns.add(name)) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const keys = facts.map(({ tokens }) => (tokens.length > 0 && tokens.length <= SHORT ? tokens.map(shapeOf) : []));
  putCounts(
    shapes,
    keys.map((key) => key.join(' ')),
  );
  putCounts(
    ends,
    keys.map((key) => (key.length < 2 ? '' : (key.at(-1) as string))),
  );
  const flags = shapes.map((count, i) => (count >= OFTEN || (ends[i] as number) >= OFTEN ? 1 : 0));
  putSince(since, flags);
  putUntil(until, flags);
  const sums = new Float64Array(flags.length + 1);
  flags.forEach((flag, i) => (sums[i + 1] = (sums[i] as number) + flag));
  flags.forEach((flag, i) => {
    const [from, to] = [Math.max(0, i - AROUND), Math.min(flags.length, i + AROUND + 1)];
    around[i] = (sums[to] as number) - (sums[from] as number) - flag;
  });
}

const shapeOf = (token: string): string => {
  const code = token.charCodeAt(0);
  return code >= 48 && code <= 57 ? '0' : token;
};

/** How often each key is there, up to a bound; 0 for an empty one. */
function putCounts(column: Float32Array, keys: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  keys.forEach((key, i) => (column[i] = key === '' ? 0 : Math.min(MOST, counts.get(key) as number)));
}
