import { EVIDENCE_NAMES, type EvidenceColumns } from './evidence-columns.js';

/** The columns of a page's evidence, in the order of EVIDENCE_NAMES. */
export type EvidenceList = readonly Float64Array[];

export const listOf = (columns: EvidenceColumns): EvidenceList => EVIDENCE_NAMES.map((name) => columns[name]);

/** One block's evidence, by name: a row of the page's columns. */
export class BlockEvidence {
  readonly #columns: EvidenceList;
  readonly #row: number;

  readonly [name: string]: number;

  static {
    EVIDENCE_NAMES.forEach((name, k) => {
      Object.defineProperty(this.prototype, name, {
        enumerable: true,
        get(this: BlockEvidence) {
          return this.#columns[k]?.[this.#row];
        },
      });
    });
  }

  constructor(columns: EvidenceList, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  /** Copies the columns' numbers of the blocks with this evidence. `into` are as many columns, in the same order. */
  static copy(blocks: readonly unknown[], into: readonly Float32Array[]): void {
    blocks.forEach((evidence, i) => {
      if (!(evidence instanceof BlockEvidence)) return;
      for (let k = 0; k < into.length; k++)
        (into[k] as Float32Array)[i] = (evidence.#columns[k] as Float64Array)[evidence.#row] as number;
    });
  }
}
