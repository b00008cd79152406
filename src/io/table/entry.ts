import type { ArticleRecord } from '../../core/record.js';

/** A record on its way out, with what is known of it beside what it says itself. */
export interface Entry {
  readonly record: ArticleRecord;
  /** Its clean file, below clean/, with '/'. */
  readonly path: string;
  /** Its place in that file, from 0. */
  readonly at: number;
  /** Id of the record that it is a copy of; null for none. */
  readonly duplicateOf: string | null;
  /** How many copies of it there are; null where there is no table of copies. */
  readonly copies: number | null;
}
