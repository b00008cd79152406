import { FACT_VALUES, FACT_VALUES_AT, FACTS_AT, VALUES, VALUES_AT } from './signature.js';

/** Signatures side by side, a row each, and what two of them tell of their texts. */
export class SignatureTable {
  readonly length: number;
  private readonly values: Uint16Array;
  private readonly factValues: Uint8Array;
  private readonly factCounts: Uint32Array;

  constructor(signatures: readonly Uint8Array[]) {
    this.length = signatures.length;
    this.values = new Uint16Array(this.length * VALUES);
    this.factValues = new Uint8Array(this.length * FACT_VALUES);
    this.factCounts = new Uint32Array(this.length);
    signatures.forEach((signature, row) => {
      const view = new DataView(signature.buffer, signature.byteOffset);
      for (let i = 0; i < VALUES; i++) this.values[row * VALUES + i] = view.getUint16(VALUES_AT + 2 * i, true);
      this.factValues.set(signature.subarray(FACT_VALUES_AT, FACT_VALUES_AT + FACT_VALUES), row * FACT_VALUES);
      this.factCounts[row] = view.getUint32(FACTS_AT, true);
    });
  }

  value(row: number, i: number): number {
    return this.values[row * VALUES + i] as number;
  }

  /** Number of different facts of a text. */
  facts(row: number): number {
    return this.factCounts[row] as number;
  }

  /** Share of the shingles of two texts that stand in both (Jaccard), as far as the signatures tell: ± .05. */
  overlap(a: number, b: number): number {
    let shared = 0;
    for (let i = 0, p = a * VALUES, q = b * VALUES; i < VALUES; i++, p++, q++)
      if (this.values[p] === this.values[q]) shared += 1;
    return shared / VALUES;
  }

  /**
   * Share of the facts of the text with fewer of them that stand in the other, counted with one more that does: so that few facts say little.
   * 1 where one has none.
   */
  agreement(a: number, b: number): number {
    const [m, n] = [this.facts(a), this.facts(b)];
    const least = Math.min(m, n);
    if (least === 0) return 1;
    let same = 0;
    for (let i = 0, p = a * FACT_VALUES, q = b * FACT_VALUES; i < FACT_VALUES; i++, p++, q++)
      if (this.factValues[p] === this.factValues[q]) same += 1;
    // Of values of 8 bits one in 256 is the same by chance.
    const jaccard = Math.max(0, (256 * same) / FACT_VALUES - 1) / 255;
    const shared = (jaccard / (1 + jaccard)) * (m + n);
    return Math.min(1, (shared + 1) / (least + 1));
  }
}
