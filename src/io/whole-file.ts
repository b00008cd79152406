import type { RawDocument } from '../core/types.js';
import { readFailure, tooLarge, type ReadItem, type ReadLimits } from './reader.js';
import type { Shard } from './shard.js';
import { gather, type StoredFile } from './stored-file.js';
import { contentOf } from './unpack.js';

/** A file that is one document: reads it whole, at most `maxBytes` of it. */
export async function* readWhole(
  format: RawDocument['format'],
  { rawPath, hints }: Pick<Shard, 'rawPath' | 'hints'>,
  file: StoredFile,
  limits: ReadLimits,
): AsyncGenerator<ReadItem> {
  const place = { rawPath, key: null, offset: null, format, hints };
  let payload: Uint8Array | null = null;
  let failure = tooLarge(limits);
  try {
    payload = await gather(contentOf(rawPath, file, limits), limits.maxBytes);
  } catch (error) {
    failure = readFailure(error);
  }
  yield payload ? { ...place, payload } : { ...place, ...failure, sha256: await file.sha256() };
}
