import type { DocumentHints } from '../core/types.js';

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
}
