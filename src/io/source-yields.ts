import type { ArticleRecord } from '../core/record.js';
import { addYields, fromParts, toParts, yieldOf, type Yield } from '../corpus/yields/yield.js';

/** What the documents of some files gave, by source: as JSON, to be handed from a worker to who adds it up. */
export type YieldParts = readonly (readonly [source: string, parts: readonly number[]])[];

/** Adds up by source. */
export class SourceYields {
  readonly #yields = new Map<string, Yield>();

  add(source: string, sum: Yield): void {
    const known = this.#yields.get(source);
    this.#yields.set(source, known === undefined ? sum : addYields(known, sum));
  }

  addRecord(record: ArticleRecord): void {
    this.add(record.source, yieldOf(record));
  }

  addParts(parts: YieldParts): void {
    for (const [source, sum] of parts) this.add(source, fromParts(sum));
  }

  toParts(): YieldParts {
    return [...this.#yields].map(([source, sum]) => [source, toParts(sum)] as const);
  }

  [Symbol.iterator](): Iterator<[string, Yield]> {
    return this.#yields[Symbol.iterator]();
  }
}
