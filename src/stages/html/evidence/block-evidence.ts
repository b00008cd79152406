import { EVIDENCE_NAMES, type EvidenceColumns } from './evidence-columns.js';

/** The columns of a page's evidence, in the order of EVIDENCE_NAMES. */
export type EvidenceList = readonly Float64Array[];

export const listOf = (columns: EvidenceColumns): EvidenceList => EVIDENCE_NAMES.map((name) => columns[name]);

/** One block's evidence, by name: a row of the page's columns, which are made when first asked for. */
export class BlockEvidence {
  readonly #columns: () => EvidenceList;
  readonly #row: number;

  readonly [name: string]: number;

  static {
    EVIDENCE_NAMES.forEach((name, k) => {
      Object.defineProperty(this.prototype, name, {
        enumerable: true,
        get(this: BlockEvidence) {
          return this.#columns()[k]?.[this.#row];
        },
      });
    });
  }

  constructor(columns: () => EvidenceList, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  /** Copies the columns' numbers of the blocks with this evidence. `into` are as many columns, in the same order. */
  static copy(blocks: readonly unknown[], into: readonly Float32Array[]): void {
    const own = blocks.map((evidence) => (evidence instanceof BlockEvidence ? evidence : null));
    const lists = own.map((evidence) => (evidence === null ? null : evidence.#columns()));
    // Column by column: hundreds of them do not stay at hand together.
    for (let k = 0; k < into.length; k++) {
      const column = into[k] as Float32Array;
      for (let i = 0; i < own.length; i++) {
        const from = lists[i]?.[k];
        if (from !== undefined) column[i] = from[(own[i] as BlockEvidence).#row] as number;
      }
    }
  }
}
