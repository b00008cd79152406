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

/** One of several equal parts of a container's documents: every `of`-th item that the reader gives, from the `index`-th on, from 0. */
export interface Share {
  readonly index: number;
  readonly of: number;
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
  /** Into how many shares a queue may divide its documents, where there are fewer containers than workers; absent: none. Changes no result. */
  readonly shares?: number;
  /** Only these of its documents are looked at; the part is no clean file then, but goes into one. */
  readonly share?: Share;
  /** Parts below --clean with the records of all shares, in turn; null for one that failed. What they lack is cleaned. Changes no result. */
  readonly made?: readonly (string | null)[];
  /**
   * Documents that ended their workers when this shard was tried before: their contents are not looked at again, and their records say why.
   * What the last worker had written of the part is still there.
   */
  readonly poisoned?: readonly Poisoned[];
}

/** Whether the item at this place, from 0, belongs to a share; without one, all do. */
export const isInShare = (share: Share | undefined, ordinal: number): boolean =>
  share === undefined || ordinal % share.of === share.index;

/** Names a shard for people: by its file, and its share of that. */
export const nameOf = ({ rawPath, share }: Pick<Shard, 'rawPath' | 'share'>): string =>
  share === undefined ? rawPath : `${rawPath} (share ${share.index + 1} of ${share.of})`;
