import { createHash } from 'node:crypto';
import type { Place } from '../corpus/copies/copies-of.js';
import { countBefore } from '../core/order.js';
import { readTable } from './cluster-table.js';

/** What the table of copies says of a record: the id of its original, null for one that is no copy; and how many copies it has itself. */
export interface Counted {
  readonly duplicateOf: string | null;
  readonly copies: number;
}

const ID_BYTES = 16;
const NO_COPY: Counted = { duplicateOf: null, copies: 0 };

/** 64 bits of a hash name a place: in ten million of them, two are taken for one with a chance of three in a million. */
function keyOf({ id, path, key }: Place): bigint {
  const hash = createHash('sha256')
    .update(JSON.stringify([id, path, key]))
    .digest();
  return hash.readBigUInt64LE();
}

function grown<T extends BigUint64Array | Uint32Array | Uint8Array>(array: T, wanted: number): T {
  if (wanted <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(wanted, array.length * 2));
  larger.set(array as never);
  return larger;
}

/** The table of copies in 20 bytes a record that is in it and 20 more a cluster, for asking of one record after the other. */
export class Standings {
  private keys = new BigUint64Array(1024);
  /** Of each place, its cluster; doubled, and one more for a copy. */
  private roles = new Uint32Array(1024);
  private size = 0;
  private originals = new Uint8Array(1024 * ID_BYTES);
  private counts = new Uint32Array(1024);
  private clusters = 0;
  /** How often a place was asked for, by its first row: a URL that stands twice in one container is one place, and two records. */
  private asked = new Map<number, number>();

  private constructor() {
    // Made by read() alone.
  }

  /** @throws what the file system throws, ENOENT where there is no table */
  static async read(path: string): Promise<Standings> {
    const standings = new Standings();
    for await (const { original, copies } of readTable(path)) {
      const id = Buffer.from(original.id, 'hex');
      if (id.length !== ID_BYTES) continue;
      const cluster = standings.clusters++;
      standings.originals = grown(standings.originals, standings.clusters * ID_BYTES);
      standings.originals.set(id, cluster * ID_BYTES);
      standings.counts = grown(standings.counts, standings.clusters);
      standings.counts[cluster] = copies.length;
      standings.add(original, cluster * 2);
      for (const copy of copies) standings.add(copy, cluster * 2 + 1);
    }
    standings.sort();
    return standings;
  }

  private add(place: Place, role: number): void {
    this.keys = grown(this.keys, this.size + 1);
    this.roles = grown(this.roles, this.size + 1);
    this.keys[this.size] = keyOf(place);
    this.roles[this.size] = role;
    this.size += 1;
  }

  private sort(): void {
    const { keys, roles, size } = this;
    const order = Uint32Array.from({ length: size }, (_, i) => i).sort((a, b) => {
      const [left, right] = [keys[a] as bigint, keys[b] as bigint];
      return left < right ? -1 : left > right ? 1 : a - b;
    });
    this.keys = BigUint64Array.from(order, (row) => keys[row] as bigint);
    this.roles = Uint32Array.from(order, (row) => roles[row] as number);
  }

  /** Of records that share a place, the first that is asked for stands where the table names the place first; so ask in path order. */
  next(place: Place): Counted {
    const key = keyOf(place);
    const first = countBefore(this.size, (row) => (this.keys[row] as bigint) < key);
    if (first === this.size || this.keys[first] !== key) return NO_COPY;
    let row = first;
    if (this.keys[first + 1] === key) {
      const before = this.asked.get(first) ?? 0;
      this.asked.set(first, before + 1);
      while (row - first < before && this.keys[row + 1] === key) row += 1;
    }
    const role = this.roles[row] as number;
    const cluster = role >> 1;
    if (role % 2 === 0) return { duplicateOf: null, copies: this.counts[cluster] as number };
    const id = this.originals.subarray(cluster * ID_BYTES, (cluster + 1) * ID_BYTES);
    return { duplicateOf: Buffer.from(id).toString('hex'), copies: 0 };
  }
}
