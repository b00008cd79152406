import { z } from 'zod';
import { SIGNATURE_BYTES, SIGNATURE_VERSION } from '../corpus/copies/signature.js';
import type { Signed } from '../corpus/copies/signed.js';
import { parseJson } from './issues.js';
import { splitLines } from './lines.js';
import { openStored } from './stored-file.js';

/**
 * Signatures of the records that were read before, as JSON lines: a header, and for each clean file a line that says how it was found, then
 * one a record. A cache only: what is missing, damaged or of another version is read off the records again.
 */

const count = z.number().int().nonnegative();

const headerSchema = z.strictObject({
  signatures: z.literal(SIGNATURE_VERSION),
  /** When the clean files were looked at, in milliseconds; of all of them, hash of the paths, sizes and times, and the latest time. */
  seenMs: z.number(),
  stamp: z.string(),
  newestMs: z.number(),
  /** The table that was made of them. */
  table: z.strictObject({ size: count, sha256: z.string(), records: count, clusters: count, copies: count }),
});

export type CacheHeader = Readonly<z.infer<typeof headerSchema>>;

const fileSchema = z.strictObject({ file: z.string(), size: count, mtimeMs: z.number(), records: count });

const recordSchema = z.tuple([
  z.string(),
  z.string().nullable(),
  count,
  z.string().nullable(),
  z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
]);

/** A clean file as it was found, and the signatures of its records. */
export interface SignedFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly records: readonly Signed[];
}

const MAX_LINE = 1024 * 1024;

/** The JSON of each line; undefined for one that is damaged. */
async function* jsonLines(path: string): AsyncGenerator {
  for await (const line of splitLines(openStored(path).bytes(), MAX_LINE)) {
    const parsed = line.kind === 'line' ? parseJson(Buffer.from(line.bytes).toString('utf8')) : undefined;
    yield parsed !== undefined && 'json' in parsed ? parsed.json : undefined;
  }
}

/** The header alone; null if there is none of this version. */
export async function readCacheHeader(path: string): Promise<CacheHeader | null> {
  for await (const json of jsonLines(path)) return headerSchema.safeParse(json).data ?? null;
  return null;
}

/** The files of a cache, as far as it is whole. */
export async function* readCache(path: string): AsyncGenerator<SignedFile> {
  const lines = jsonLines(path);
  if (headerSchema.safeParse((await lines.next()).value).data === undefined) return;
  for await (const json of lines) {
    const file = fileSchema.safeParse(json).data;
    if (file === undefined) return;
    const records: Signed[] = [];
    while (records.length < file.records) {
      const record = recordSchema.safeParse((await lines.next()).value).data;
      if (record?.[4].length !== SIGNATURE_BYTES) return;
      const [id, key, at, published, signature] = record;
      records.push({ id, path: file.file, key, at, published, signature });
    }
    yield { path: file.file, size: file.size, mtimeMs: file.mtimeMs, records };
  }
}

/** A cache as it is written, line by line. */
export function* cacheLines(header: CacheHeader, files: Iterable<SignedFile>): Iterable<string> {
  yield JSON.stringify(header);
  for (const { path, size, mtimeMs, records } of files) {
    yield JSON.stringify({ file: path, size, mtimeMs, records: records.length });
    for (const { id, key, at, published, signature } of records)
      yield JSON.stringify([id, key, at, published, Buffer.from(signature).toString('base64')]);
  }
}
