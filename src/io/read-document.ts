import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DocumentPlace } from '../core/decision.js';
import type { RawDocument } from '../core/types.js';
import { isInside } from './paths.js';
import { isFault, type ReadLimits } from './reader.js';
import { readerFor } from './readers/index.js';
import { readSidecar, SIDECAR_EXTENSION } from './sidecar.js';
import { openStored } from './stored-file.js';

/**
 * The raw document at a place, as a run would read it; null where none is, or none that can be read. Of a container, all that stands before
 * it is read, too. What leads out of the raw folder is not followed.
 */
export async function readDocument(raw: string, place: DocumentPlace, limits: ReadLimits): Promise<RawDocument | null> {
  const { rawPath, key, offset } = place;
  const reader = readerFor(rawPath);
  const path = resolve(raw, rawPath);
  if (reader === undefined || !isInside(path, raw) || path === raw) return null;
  try {
    if (!isInside(await realpath(path), await realpath(raw))) return null;
    const beside = path + SIDECAR_EXTENSION;
    const hints = existsSync(beside) ? (await readSidecar(beside)).hints : {};
    for await (const item of reader.read({ rawPath, hints }, openStored(path), limits))
      if (item.key === key && (key !== null || item.offset === offset)) return isFault(item) ? null : item;
  } catch {
    return null;
  }
  return null;
}
