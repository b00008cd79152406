import type { ArticleRecord } from '../../core/record.js';

/**
 * What came of some documents of one source, added up. Whole numbers, so that the sums are the same in any order. Lengths, shares and
 * fields are of the articles, which are the documents that were not rejected.
 */
export interface Yield {
  readonly documents: number;
  readonly rejected: number;
  /** Logarithms of the texts' lengths, in thousandths, and their squares: lengths vary by factors. */
  readonly length: number;
  readonly lengthSquares: number;
  /** Shares of the characters that were removed, in thousandths, and their squares. */
  readonly removed: number;
  readonly removedSquares: number;
  readonly withoutHeadline: number;
  readonly withoutAuthors: number;
  readonly withoutDate: number;
}

const PARTS = [
  'documents',
  'rejected',
  'length',
  'lengthSquares',
  'removed',
  'removedSquares',
  'withoutHeadline',
  'withoutAuthors',
  'withoutDate',
] as const satisfies readonly (keyof Yield)[];

const THOUSAND = 1000;

export const NO_YIELD: Yield = fromParts([]);

export function addYields(a: Yield, b: Yield): Yield {
  return fromParts(PARTS.map((part) => a[part] + b[part]));
}

/** As a short list for storage. */
export function toParts(sum: Yield): number[] {
  return PARTS.map((part) => sum[part]);
}

/** From the list; what is missing is zero. */
export function fromParts(parts: readonly number[]): Yield {
  return Object.fromEntries(PARTS.map((part, i) => [part, parts[i] ?? 0])) as unknown as Yield;
}

/** The yield of one document. */
export function yieldOf(record: ArticleRecord): Yield {
  if (record.status === 'rejected') return { ...NO_YIELD, documents: 1, rejected: 1 };
  const kept = record.text.length;
  const struck = record.removals.reduce((sum, { text }) => sum + text.length, 0);
  const length = Math.round(Math.log1p(kept) * THOUSAND);
  const removed = Math.round((struck / Math.max(1, kept + struck)) * THOUSAND);
  return {
    documents: 1,
    rejected: 0,
    length,
    lengthSquares: length * length,
    removed,
    removedSquares: removed * removed,
    withoutHeadline: record.headline === null ? 1 : 0,
    withoutAuthors: record.authors.length === 0 ? 1 : 0,
    withoutDate: record.datePublished === null ? 1 : 0,
  };
}
