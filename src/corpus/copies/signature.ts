import { createHash } from 'node:crypto';
import { chain, hashText, mix } from '../../core/hash.js';
import { unitsOf } from './units.js';

/**
 * What is kept of a text to find its copies, in 256 bytes: a hash of the whole for exact copies, and of its shingles and of its facts
 * the smallest value under each of many hash functions (MinHash), which agree in two texts as often as their sets overlap.
 *
 * | bytes    |                                                             |
 * | -------- | ----------------------------------------------------------- |
 * | 0–15     | hash of the folded text                                     |
 * | 16–19    | length in words, little-endian                              |
 * | 20–23    | number of different facts, little-endian                    |
 * | 24–203   | VALUES minima over the shingles, 16 bits each, little-endian |
 * | 204–255  | FACT_VALUES minima over the facts, 8 bits each              |
 */
export const SIGNATURE_BYTES = 256;
/** Names what signatures are made by; another version's are of no use. */
export const SIGNATURE_VERSION = 1;

/** The standard deviation of the overlap that they tell is .053 at one half. */
export const VALUES = 90;
export const FACT_VALUES = 52;

export const HASH_BYTES = 16;
export const SIZE_AT = 16;
export const FACTS_AT = 20;
export const VALUES_AT = 24;
export const FACT_VALUES_AT = VALUES_AT + 2 * VALUES;

/** x → multiplier · x + addend: near enough to random orders of hashes that are mixed already. */
function functions(count: number, seed: number): { multipliers: Int32Array; addends: Int32Array } {
  return {
    multipliers: Int32Array.from({ length: count }, (_, i) => mix(seed + 2 * i) | 1),
    addends: Int32Array.from({ length: count }, (_, i) => mix(seed + 2 * i + 1)),
  };
}

const SHINGLE_FUNCTIONS = functions(VALUES, 0x636f7079);
const FACT_FUNCTIONS = functions(FACT_VALUES, 0x6465736b);

/** For each function the smallest value over all hashes; all ones if there are none. */
function minima(
  hashes: Uint32Array,
  { multipliers, addends }: { readonly multipliers: Int32Array; readonly addends: Int32Array },
): Uint32Array {
  const least = new Uint32Array(multipliers.length);
  for (let i = 0; i < least.length; i++) least[i] = leastOf(hashes, multipliers[i] as number, addends[i] as number);
  return least;
}

function leastOf(hashes: Uint32Array, multiplier: number, addend: number): number {
  let least = 0xffffffff;
  for (let k = 0; k < hashes.length; k++) {
    const value = (Math.imul(hashes[k] as number, multiplier) + addend) >>> 0;
    if (value < least) least = value;
  }
  return least;
}

const MANTISSA_BITS = 11;

/**
 * 32 bits in 16, as an exponent and a mantissa: the order is kept, which tells whose minimum is that of both texts, and small values,
 * which minima are, stay apart.
 */
export function compact(value: number): number {
  const exponent = 31 - Math.clz32(value);
  if (exponent < MANTISSA_BITS) return value;
  const mantissa = (value >>> (exponent - MANTISSA_BITS)) & ((1 << MANTISSA_BITS) - 1);
  return ((exponent - MANTISSA_BITS + 1) << MANTISSA_BITS) | mantissa;
}

/**
 * Three words, or three characters, make a shingle. Of longer ones fewer outlive edits: of shingles of five words .85^5 = 44 % where 15 % of
 * the words are replaced, of three 61 %. Of shorter ones more stand in any two texts: with pairs, invented articles out of a dozen sentence
 * frames share up to .45, with three .22, as against .57 and .44 for copies.
 */
const SHINGLE = 3;

function hashesOf(texts: readonly string[]): Uint32Array {
  const hashes = new Uint32Array(texts.length);
  for (let i = 0; i < hashes.length; i++) hashes[i] = hashText(texts[i] as string);
  return hashes;
}

/** Hashes of the runs of SHINGLE units; one for a text that is shorter. */
export function shingleHashes(units: readonly string[]): Uint32Array {
  const own = hashesOf(units);
  const hashes = new Uint32Array(Math.max(1, own.length - SHINGLE + 1));
  for (let i = 0; i < hashes.length; i++) {
    const end = Math.min(i + SHINGLE, own.length);
    for (let k = i; k < end; k++) hashes[i] = chain(hashes[i] as number, own[k] as number);
  }
  return hashes;
}

/** The signature of a text. Linear in its length. */
export function sign(text: string): Uint8Array {
  const units = unitsOf(text);
  const bytes = new Uint8Array(SIGNATURE_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(createHash('sha256').update(units.units.join(' ')).digest().subarray(0, HASH_BYTES));
  view.setUint32(SIZE_AT, units.size, true);
  view.setUint32(FACTS_AT, units.facts.size, true);
  minima(shingleHashes(units.units), SHINGLE_FUNCTIONS).forEach((value, i) => {
    view.setUint16(VALUES_AT + 2 * i, compact(value), true);
  });
  minima(hashesOf([...units.facts]), FACT_FUNCTIONS).forEach((value, i) => {
    // Of the smallest value, bits that do not hang on how many there are.
    bytes[FACT_VALUES_AT + i] = mix(value) & 0xff;
  });
  return bytes;
}
