import { recordSchema, type ArticleRecord } from '../core/record.js';
import { parseJson } from './issues.js';

/** A record larger than this, in bytes, is not read. */
export const MAX_RECORD = 256 * 1024 * 1024;

/** A record as it was written; null for what is none. */
export function parseRecord(bytes: Uint8Array): ArticleRecord | null {
  const parsed = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  return recordSchema.safeParse('json' in parsed ? parsed.json : null).data ?? null;
}
