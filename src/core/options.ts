import type { SiteProfile } from './types.js';

/** What changes the outcome for a document. Declared once, with defaults; the pure floors see nothing else of the outside. */
export interface CleanOptions {
  /** Documents with more decoded characters than this are rejected as too large. Counted, so that it falls alike everywhere. */
  readonly maxCharacters: number;
  /** HTML pages with more nodes than this are rejected as too large. */
  readonly maxNodes: number;
  /** HTML pages nested deeper than this are rejected as too large. */
  readonly maxDepth: number;
  /** Documents of more blocks than this are rejected as too large: paragraphs, list items, lines of a text. */
  readonly maxBlocks: number;
  /** Kept text below so many words makes a record `review`, unless structure says that it is an article. */
  readonly minWords: number;
  /** The user's own phrases and site profiles, beside the shipped ones. */
  readonly profiles: readonly SiteProfile[];
}

export const DEFAULT_OPTIONS: CleanOptions = {
  maxCharacters: 10_000_000,
  maxNodes: 300_000,
  maxDepth: 1_000,
  maxBlocks: 30_000,
  minWords: 25,
  profiles: [],
};
