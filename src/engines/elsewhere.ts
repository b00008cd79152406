import type { ArticleRecord } from '../core/record.js';
import type { RawDocument } from '../core/types.js';
import type { DocumentLines } from '../corpus/lines/document-lines.js';
import type { Fault } from '../io/reader.js';
import type { TaskName } from './engine.js';

/** What comes of one document by itself, by the task that it is part of. */
export interface Made {
  readonly learn: DocumentLines | null;
  readonly clean: ArticleRecord;
}

/** What comes back of a document: what was made of it, or how it is known from then on if it ended its thread. */
export type Handed<Name extends TaskName> = { readonly made: Made[Name] } | { readonly lost: Fault };

/** Threads to which the documents of one shard can be handed, while who hands them out reads on. */
export interface Elsewhere {
  /** Documents that are handed out before the first of them has to be done. */
  readonly most: number;
  do<Name extends TaskName>(task: Name, document: RawDocument): Promise<Handed<Name>>;
}
