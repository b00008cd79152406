import type { CleanOptions } from './core/options.js';
import type { ArticleRecord } from './core/record.js';
import type { RawDocument } from './core/types.js';

/** Hashes and versions that stand in each record, computed once a run. */
export interface Provenance {
  /** Version of copydesk. */
  readonly copydesk: string;
  /** Hash of what decides: the pure floors, their data, weights and packages. */
  readonly rules: string;
  /** Hash of the options that change the outcome. */
  readonly options: string;
  /** Hash of this document's other inputs: sidecar, decisions, published lines. */
  readonly inputs: string;
}

/** The straight line: one raw document in, one record out. Pure and synchronous; never throws for what a document holds. */
export function clean(raw: RawDocument, options: CleanOptions, provenance: Provenance): ArticleRecord {
  throw new Error(`not built: ${raw.rawPath} ${options.minWords} ${provenance.rules}`);
}
