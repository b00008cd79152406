import { mix } from '../../core/hash.js';
import type { SignatureTable } from './signature-table.js';
import { VALUES } from './signature.js';

/**
 * Locality-sensitive hashing: texts that agree in all values of a band are looked at. Bands of three agree by chance in few pairs that share
 * little (.02 of the shingles: one pair in 1,400), and one of BANDS bands in nearly all that share .44, as a text and its copy with 15 % of
 * the words replaced do. 60 bands lost 6 in a thousand of those.
 */
export const BANDS = 90;
/** Where the second and third value of a band stand behind the first: no two bands have more than one value in common. */
const SECOND = 1;
const THIRD = 7;

/** In a larger group each text is looked at only beside its earliest ones and its neighbours, or a group of n would cost n². */
const SMALL_GROUP = 16;
const EARLIEST = 4;
const NEIGHBOURS = 2;

/** Where the values stand by which large groups are cut. */
const DEEPER = [37, 31, 23, 17];

/** A float holds whole numbers of so many bits exactly. */
const EXACT_BITS = 53;

function keyOf(table: SignatureTable, row: number, band: number): number {
  const a = table.value(row, band);
  const b = table.value(row, (band + SECOND) % VALUES);
  const c = table.value(row, (band + THIRD) % VALUES);
  return mix(mix((a << 16) | b) ^ c);
}

type Take = (a: number, b: number) => void;

/** The groups of rows that agree in a band, each ascending. Rows stand in order of rank. */
export function* groupsOf(table: SignatureTable, band: number): Generator<Uint32Array> {
  // Key and row in one number each: numbers are sorted far faster than rows by their keys.
  const scale = 2 ** Math.max(EXACT_BITS - 32, Math.ceil(Math.log2(table.length + 1)));
  const keys = 2 ** EXACT_BITS / scale;
  const sorted = new Float64Array(table.length);
  for (let row = 0; row < table.length; row++) sorted[row] = (keyOf(table, row, band) % keys) * scale + row;
  sorted.sort();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const key = Math.floor((sorted[start] as number) / scale);
    while (end < sorted.length && Math.floor((sorted[end] as number) / scale) === key) end += 1;
    if (end - start > 1) yield Uint32Array.from(sorted.subarray(start, end), (value) => value % scale);
  }
}

/** The pairs of rows, the earlier row first, that could be copies by one band. Some come more than once. */
export function eachPair(table: SignatureTable, band: number, take: Take): void {
  for (const group of groupsOf(table, band)) pairUp(table, group, band, DEEPER.length - 1, take);
}

/** The pairs of one group, whose rows ascend. A large group is also cut by a further value, and so are its parts. */
function pairUp(table: SignatureTable, group: Uint32Array, band: number, depth: number, take: Take): void {
  const isSmall = group.length <= SMALL_GROUP;
  for (let i = 1; i < group.length; i++)
    for (let k = 0; k < i; k++) {
      if (!isSmall && k >= EARLIEST && k < i - NEIGHBOURS) k = i - NEIGHBOURS;
      take(group[k] as number, group[i] as number);
    }
  if (isSmall || depth < 0) return;
  const at = (band + (DEEPER[depth] as number)) % VALUES;
  const parts = new Map<number, number[]>();
  for (const row of group) {
    const value = table.value(row, at);
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [row]);
    else part.push(row);
  }
  for (const part of parts.values()) if (part.length > 1) pairUp(table, Uint32Array.from(part), band, depth - 1, take);
}
