import type { Rejection } from '../core/record.js';
import type { RawDocument } from '../core/types.js';
import { errorCode } from './error-code.js';
import { BrokenStreamError } from './gunzip.js';
import type { Shard } from './shard.js';
import type { StoredFile } from './stored-file.js';

export interface ReadLimits {
  /** Documents of more bytes (decompressed; in a JSONL file, the whole line) are rejected as too large without being held. */
  readonly maxBytes: number;
}

export const DEFAULT_LIMITS: ReadLimits = { maxBytes: 32 * 1024 * 1024 };

/** A document that could not be read: it becomes a rejected record in its place. */
export interface Fault extends Pick<RawDocument, 'rawPath' | 'key' | 'offset' | 'format' | 'hints'> {
  /** Of the bytes that stand in its place: a file's stored bytes, a container's line. */
  readonly sha256: string;
  readonly rejection: Rejection;
  /** True if another try may go better, as after a read error of the disk: the next run tries again. */
  readonly transient: boolean;
}

export type ReadItem = RawDocument | Fault;

export function isFault(item: ReadItem): item is Fault {
  return 'rejection' in item;
}

/** One file format. A new reader is one new file in readers/ and one line in readers/index.ts. */
export interface Reader {
  readonly name: string;
  /** True if a file holds many documents and its clean file is one record a line. */
  readonly container: boolean;
  /** Whether a file of this name is for this reader. */
  accepts(path: string): boolean;
  /** The documents of a file in their order; a whole-file reader gives exactly one. Throws only what stops the work on the file. */
  read(shard: Pick<Shard, 'rawPath' | 'hints'>, file: StoredFile, limits: ReadLimits): AsyncIterable<ReadItem>;
}

/** The name ends in one of the extensions, or in one of them and `.gz`; letter case does not matter. */
export function hasExtension(path: string, extensions: readonly string[]): boolean {
  const name = path.toLowerCase();
  return extensions.some((extension) => name.endsWith(extension) || name.endsWith(extension + '.gz'));
}

/** Not the document's fault but the machine's, or the file has gone: no record can be made of that. */
const STOPPING = new Set(['ENOENT', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** What a failed read makes of a document. Rethrows what is no matter of the document's. */
export function readFailure(error: unknown): Pick<Fault, 'rejection' | 'transient'> {
  if (error instanceof BrokenStreamError)
    return { rejection: { reason: 'unreadable', detail: error.message }, transient: false };
  const code = errorCode(error);
  if (code === undefined || STOPPING.has(code)) throw error;
  return { rejection: { reason: 'unreadable', detail: `cannot be read: ${code}` }, transient: true };
}

export function tooLarge(limits: ReadLimits): Pick<Fault, 'rejection' | 'transient'> {
  return { rejection: { reason: 'too-large', detail: `more than ${limits.maxBytes} bytes` }, transient: false };
}
