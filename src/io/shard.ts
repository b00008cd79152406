import type { Decision } from '../core/decision.js';
import type { Rejection } from '../core/record.js';
import type { DocumentHints } from '../core/types.js';

/** A document that ended its worker, by its place among the items that the reader gives, from 0, and what its record is to say of that. */
export interface Poisoned {
  readonly ordinal: number;
  readonly rejection: Rejection;
}

/** A container's clean file, as it was written by an earlier run. */
export interface PublishedFile {
  /** Below --clean, with '/'. */
  readonly path: string;
  /** Repeated lines and wide decisions are as they were when it was made, so that pages need not be looked at for those that they hold. */
  readonly isHeldKnown: boolean;
}

/** A piece of work that a worker can do by itself: JSON, so that it can be posted to a thread or a queue. */
export interface Shard {
  /** The raw file, below --raw, with '/'. */
  readonly rawPath: string;
  /** Where the worker writes its part, below --clean, with '/'. Who planned the shard renames it. */
  readonly part: string;
  /** What the sidecar said. */
  readonly hints: DocumentHints;
  /** Hash of the document's inputs beside its bytes; goes to provenance.inputs. */
  readonly inputs: string;
  /** What people decided about single documents of the file; absent: nothing. */
  readonly decisions?: readonly Decision[];
  /** Its clean file, where that was made as the part will be: records that would come out the same are taken from it. */
  readonly published?: PublishedFile;
  /** Whether its documents may be worked on side by side: where there are fewer containers than threads to do them. Changes no result. */
  readonly spread?: boolean;
  /**
   * Documents that ended their workers when this shard was tried before: their contents are not looked at again, and their records say why.
   * What the last worker had written of the part is still there.
   */
  readonly poisoned?: readonly Poisoned[];
}
