import { looksAlike } from './likeness.js';
import type { SignatureTable } from './signature-table.js';
import { VALUES } from './signature.js';

/**
 * A frame is what reports have in common that are filled in anew each day: weather, results, stock prices; or what a site prints below each
 * article. Two texts of a frame look like a text and its edited copy; many of them do not. Copies were changed here and there, each in
 * other places. In a frame it is always the same places: a part of the text is shared with hardly anybody, and the rest with everybody.
 */

/** Of so many others it is looked up what they share; fewer than the least say nothing about which places change. */
const MOST_OTHERS = 16;
const LEAST_OTHERS = 8;
/** What is shared with less than this share of the others is a text's own … */
const OWN = 0.3;
/** … and so much of it must be. */
const LEAST_OWN = 0.12;
/** Of copies that were edited each on their own, the rest is shared with 1 − own of the others; in a frame, with nearly all. */
const SHARED_PER_OWN = 0.5;
/** Where more than so many look alike, and so large a share of all, it is no copying: there the rest may be shared with fewer. */
const MANY = 50;
const MANY_SHARE = 0.005;
const SHARED_PER_OWN_OF_MANY = 0.9;
const LEAST_OWN_OF_MANY = 0.04;
/** A text is in a frame where so many of those that look like it are; its own is there what is shared with less than half. */
const COMPANY = 0.75;
const OWN_IN_COMPANY = 0.5;
/** Few values of its own say little: counted with so many more that are not shared. */
const DOUBT = 3;

/** For each row some of the rows that look like it: out of the largest group in which it was found, spread over it. */
export class LookAlikes {
  private readonly others: Uint32Array;
  private readonly counts: Uint8Array;
  private readonly groups: Uint32Array;

  constructor(private readonly table: SignatureTable) {
    this.others = new Uint32Array(table.length * MOST_OTHERS);
    this.counts = new Uint8Array(table.length);
    this.groups = new Uint32Array(table.length);
  }

  /** Rows that could be copies of each other by what they have in common, ascending. */
  add(group: Uint32Array): void {
    if (group.length <= LEAST_OTHERS) return;
    group.forEach((row, i) => {
      if (group.length <= (this.groups[row] as number)) return;
      this.groups[row] = group.length;
      let count = 0;
      const stride = Math.max(1, Math.floor(group.length / (2 * MOST_OTHERS)));
      for (let k = 1; k < group.length && count < MOST_OTHERS && k <= 2 * MOST_OTHERS; k++) {
        const other = group[(i + k * stride) % group.length] as number;
        if (other !== row && looksAlike(this.table, row, other)) this.others[row * MOST_OTHERS + count++] = other;
      }
      this.counts[row] = count;
    });
  }

  of(row: number): Uint32Array {
    return this.others.subarray(row * MOST_OTHERS, row * MOST_OTHERS + (this.counts[row] as number));
  }

  /** Size of the group that they were taken from. */
  groupSize(row: number): number {
    return this.groups[row] as number;
  }
}

const OF_FEW = { leastOwn: LEAST_OWN, sharedPerOwn: SHARED_PER_OWN };
const OF_MANY = { leastOwn: LEAST_OWN_OF_MANY, sharedPerOwn: SHARED_PER_OWN_OF_MANY };

/** Which rows stand in a frame, and which of their values are their own. */
export class Frames {
  /** By row, 1 for each value that is its own; null for rows that stand in no frame. */
  private readonly own: readonly (Uint8Array | null)[];

  constructor(
    private readonly table: SignatureTable,
    lookAlikes: LookAlikes,
  ) {
    const isMany = (row: number): boolean => lookAlikes.groupSize(row) > Math.max(MANY, MANY_SHARE * table.length);
    const own = Array.from({ length: table.length }, (_, row) => {
      const values = new OwnValues(table, row, lookAlikes.of(row));
      return values.isFrame(isMany(row) ? OF_MANY : OF_FEW) ? values.below(OWN) : null;
    });
    // Some reports happen to have little of their own: they are known by their company.
    this.own = own.map((values, row) => {
      const others = lookAlikes.of(row);
      if (values !== null || others.length < LEAST_OTHERS || !isMany(row)) return values;
      const framed = others.reduce((sum, other) => sum + (own[other] === null ? 0 : 1), 0);
      return framed >= COMPANY * others.length ? new OwnValues(table, row, others).below(OWN_IN_COMPANY) : null;
    });
  }

  has(row: number): boolean {
    return this.own[row] !== null;
  }

  /** Share of what is a's own that stands in b, too; 1 for a row in no frame. */
  sharedOwn(a: number, b: number): number {
    const own = this.own[a] ?? null;
    if (own === null) return 1;
    let drawn = 0;
    let shared = 0;
    for (let i = 0; i < VALUES; i++)
      if (own[i] === 1) {
        drawn += 1;
        if (this.table.value(a, i) === this.table.value(b, i)) shared += 1;
      }
    return shared / (drawn + DOUBT);
  }
}

/** With what share of the others a row shares each of its values. */
class OwnValues {
  private readonly shares: Float64Array;

  constructor(
    table: SignatureTable,
    row: number,
    private readonly others: Uint32Array,
  ) {
    this.shares = Float64Array.from({ length: VALUES }, (_, i) => {
      let same = 0;
      for (const other of others) if (table.value(row, i) === table.value(other, i)) same += 1;
      return same / Math.max(1, others.length);
    });
  }

  /** 1 for each value that is shared with less than that share of the others. */
  below(share: number): Uint8Array {
    return Uint8Array.from(this.shares, (own) => (own < share ? 1 : 0));
  }

  isFrame({ leastOwn, sharedPerOwn }: typeof OF_FEW): boolean {
    if (this.others.length < LEAST_OTHERS) return false;
    const rest = this.shares.filter((share) => share >= OWN);
    const own = 1 - rest.length / VALUES;
    if (own < leastOwn || rest.length === 0) return false;
    return rest.reduce((sum, share) => sum + share, 0) / rest.length >= 1 - sharedPerOwn * own;
  }
}
