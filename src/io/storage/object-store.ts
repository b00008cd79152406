import { UsageError } from '../../core/errors.js';

/** What copydesk asks of object storage. Keys are relative to a prefix, with '/'. */

export interface ObjectFound {
  readonly key: string;
  readonly size: number;
  /** Names the content, as far as the storage tells: without quotes. */
  readonly etag: string;
  /** When it was written, by the storage's clock, in milliseconds. */
  readonly modifiedMs: number;
}

export interface ObjectRead {
  readonly text: string;
  readonly etag: string;
  /** How long ago it was written, by the storage's clock alone. */
  readonly ageMs: number;
}

/** On what a write hangs: nothing is there, or what is there is still this. */
export type Condition = 'absent' | { readonly etag: string };

/** An object that cannot be read or written, while others may be. The message is one line. */
export class ObjectError extends Error {
  override readonly name = 'ObjectError';
}

/** A storage that cannot be reached, or cannot answer now: later it may. */
export class UnreachableError extends UsageError {}

/**
 * Objects appear whole, with their new content or not at all. What would fail for all of them, such as a storage that does not answer, throws a
 * UsageError; what is one object's matter, an ObjectError.
 */
export interface ObjectStore {
  /** For people and logs. */
  readonly shown: string;
  /** All objects below a prefix, page by page. */
  list(prefix?: string): AsyncGenerator<ObjectFound>;
  has(key: string): Promise<boolean>;
  /** A small object; null where there is none. */
  read(key: string): Promise<ObjectRead | null>;
  /** Brings an object to a path, whose folder is there; its ETag, or null where there is none. Half a file may be left of one that fails. */
  fetch(key: string, path: string): Promise<string | null>;
  /** Its ETag. */
  upload(path: string, key: string): Promise<string>;
  /** Copies an object of up to 5 GB without bringing it; the copy's ETag, or null where there is none to copy. */
  copy(from: string, to: string): Promise<string | null>;
  /** Writes a small object on a condition; its ETag, or null where the condition was not met. */
  write(key: string, text: string, condition: Condition): Promise<string | null>;
  /** Does nothing where there is none. */
  remove(key: string): Promise<void>;
}
