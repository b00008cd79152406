import type { Rejection } from '../core/record.js';
import type { RawDocument } from '../core/types.js';
import { errorCode } from './error-code.js';
import { BrokenStreamError } from './gunzip.js';
import { UnpackLimitError } from './unpack-limit.js';
import type { Shard } from './shard.js';
import type { StoredFile } from './stored-file.js';

/** What readers take, and how much of it. All of it is counted, so that it falls alike everywhere. */
export interface ReadLimits {
  /** Documents of more bytes (decompressed; in a JSONL file, the whole line) are rejected as too large without being held. */
  readonly maxBytes: number;
  /** A packed file is read no further than to so many bytes unpacked. Absent: DEFAULT_LIMITS. */
  readonly maxUnpacked?: number;
  /** … nor than to so many times its stored size, if that is more than MODEST_SIZE. Absent: DEFAULT_LIMITS. */
  readonly maxRatio?: number;
  /** The column of a table that holds the documents; null or absent: the first whose name says so. */
  readonly column?: string | null;
}

/**
 * News in gzip unpacks to four to ten times its size, a source's pages in one zstd stream to fifty or so, and deflate reaches 1,032 at
 * most, with zeros. A Common Crawl archive unpacks to some 5 GB.
 */
export const DEFAULT_LIMITS: Required<ReadLimits> = {
  maxBytes: 32 * 1024 * 1024,
  maxUnpacked: 256 * 1024 * 1024 * 1024,
  maxRatio: 250,
  column: null,
};

/** No record is larger than so many times its document may be; a file with one that is was not written here. */
export const RECORD_PER_DOCUMENT = 64;

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

/** Memory that a document takes, about. */
export const bytesOf = (item: ReadItem): number => (isFault(item) ? 0 : item.payload.length);

/** One file format. A new reader is one new file in readers/ and one line in readers/index.ts. */
export interface Reader {
  readonly name: string;
  /** True if a file holds many documents and its clean file is one record a line. */
  readonly container: boolean;
  /** Whether a file of this name is for this reader. */
  accepts(path: string): boolean;
  /** The documents of a file in their order; a whole-file reader gives exactly one. Throws only what stops the work on the file. */
  read(
    shard: Pick<Shard, 'rawPath' | 'hints'>,
    file: StoredFile,
    limits: ReadLimits,
    passOver?: PassOver,
  ): AsyncIterable<ReadItem>;
}

/** Told of each thing in a container that is no document, by one of a few names: "request", "not HTML", "nested archive". */
export type PassOver = (kind: string) => void;

/** How files may be packed that are read from beginning to end. */
export const PACKINGS = ['.gz', '.zst'] as const;

/** The name ends in one of the extensions, or in one of them and that of a packing; letter case does not matter. */
export function hasExtension(
  path: string,
  extensions: readonly string[],
  packings: readonly string[] = PACKINGS,
): boolean {
  const name = path.toLowerCase();
  return ['', ...packings].some((packing) => extensions.some((extension) => name.endsWith(extension + packing)));
}

/** Not the document's fault but the machine's, or the file has gone: no record can be made of that. */
const STOPPING = new Set(['ENOENT', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** What a failed read makes of a document. Rethrows what is no matter of the document's. */
export function readFailure(error: unknown): Pick<Fault, 'rejection' | 'transient'> {
  if (error instanceof BrokenStreamError)
    return { rejection: { reason: 'unreadable', detail: error.message }, transient: false };
  if (error instanceof UnpackLimitError)
    return { rejection: { reason: 'too-large', detail: error.message }, transient: false };
  const code = errorCode(error);
  if (code === undefined || STOPPING.has(code)) throw error;
  return { rejection: { reason: 'unreadable', detail: `cannot be read: ${code}` }, transient: true };
}

export function tooLarge(limits: ReadLimits): Pick<Fault, 'rejection' | 'transient'> {
  return { rejection: { reason: 'too-large', detail: `more than ${limits.maxBytes} bytes` }, transient: false };
}
