import type { Decision } from './core/decision.js';
import { DEFAULT_OPTIONS, type CleanOptions } from './core/options.js';
import type { ArticleRecord } from './core/record.js';
import type { DocumentHints, RawDocument } from './core/types.js';
import { inputsHash, runProvenance } from './io/provenance.js';
import { DEFAULT_LIMITS } from './io/reader.js';
import { sniffFormat } from './io/sniff.js';
import { clean as cleanDocument, MODELS } from './pipeline.js';
import { Decided } from './stages/decided.js';
import { NO_LINES } from './stages/held-lines.js';

/** copydesk as a library: one document in, one record out, no files. */

export { decisionSchema, type Decision } from './core/decision.js';
export { DEFAULT_OPTIONS, type CleanOptions } from './core/options.js';
export { dateValueSchema, recordSchema, type ArticleRecord, type Rejection } from './core/record.js';
export { REASONS, type DateValue, type Reason, type SiteProfile, type Span } from './core/types.js';

export interface LibraryOptions extends DocumentHints, Partial<CleanOptions> {
  /** 'html' or 'text'; read off the content type or the document's beginning if absent. */
  readonly format?: RawDocument['format'] | undefined;
  /** Names the document where it has no url: it goes into the record's id and provenance. Below the collection's root, with '/'. */
  readonly rawPath?: string | undefined;
  /** Its own id inside of that, if that holds many. */
  readonly key?: string | undefined;
  /** What people decided; those about other documents or sources change nothing. */
  readonly decisions?: readonly Decision[] | undefined;
}

/**
 * Cleans one document: bytes as they came, or text already decoded. A document that cannot be read gives a rejected record; only
 * a defect throws. The same input gives the same record.
 */
export function clean(raw: string | Uint8Array, options: LibraryOptions = {}): ArticleRecord {
  const {
    format,
    rawPath = '-',
    key = null,
    url,
    fetchedAt,
    contentType,
    source,
    language,
    decisions,
    ...outcome
  } = options;
  const hints: DocumentHints = { url, fetchedAt, contentType, source, language };
  const chosen: CleanOptions = { ...DEFAULT_OPTIONS, ...outcome };
  const document: RawDocument = {
    rawPath,
    key,
    offset: null,
    format: format ?? sniffFormat(raw, contentType),
    payload: raw,
    hints,
  };
  const provenance = { ...runProvenance(chosen, DEFAULT_LIMITS), inputs: inputsHash({ ...hints }) };
  return cleanDocument(document, chosen, provenance, MODELS, NO_LINES, new Decided(decisions ?? []));
}
