import { sha256 } from '../../../stages/record/identity.js';
import type { Entry } from '../../table/entry.js';

/** Names that Windows keeps for devices, whatever comes after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** In bytes; file systems take 255, and the extension and a number must fit. */
const MAX_BYTES = 120;
const HASH_DIGITS = 8;
const PLACE_DIGITS = 8;

/** A file name for a document's own id: itself if it is harmless, else what is harmless of it and a hash of all of it. */
function nameOfKey(key: string): string {
  const safe = key
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/\.+$/, '_');
  const cut = Buffer.from(safe)
    .subarray(0, MAX_BYTES)
    .toString()
    .replace(/\ufffd+$/, '');
  const isItself = cut === key && key !== '' && !RESERVED.test(key);
  return isItself ? key : `${cut === '' || RESERVED.test(cut) ? '_' : ''}${cut}~${sha256(key).slice(0, HASH_DIGITS)}`;
}

/**
 * Where a record's file goes: beside the others as its clean file stands in clean/; the documents of a container in a folder of its name, by
 * their own ids, or by their place (from 1) if they have none.
 */
export function stemOf({ path, at, record }: Entry): string {
  if (!path.endsWith('.jsonl')) return path.replace(/\.json$/, '');
  const { key } = record.provenance;
  const name = key === null ? String(at + 1).padStart(PLACE_DIGITS, '0') : nameOfKey(key);
  return `${path.slice(0, -'.jsonl'.length)}/${name}`;
}
