import type { RawDocument } from '../../../core/types.js';
import { mergeHints } from '../../hints.js';
import type { Fault } from '../../reader.js';
import type { Shard } from '../../shard.js';
import { memberKey } from '../../tidy.js';

const PAGE = /\.(?:html?|xhtml)$/i;
const TEXT = /\.txt$/i;
/** What could hold documents of its own. Archives in archives are not opened, so none can be nested deeper than we look. */
const ARCHIVE = /\.(?:zip|jar|epub|tar|tgz|gz|zst|bz2|xz|7z|rar|warc|wet|parquet|jsonl|ndjson)$/i;

/** What a member is by its name: the format of a document, or the name of what is passed over. */
export function judgeMember(path: string): { format: RawDocument['format'] } | { passOver: string } {
  const name = path.replace(/^.*[/\\]/s, '');
  // As in raw/ itself; archives made on a Mac hold one beside every file.
  if (name.startsWith('.')) return { passOver: 'hidden member' };
  if (PAGE.test(name)) return { format: 'html' };
  if (TEXT.test(name)) return { format: 'text' };
  return { passOver: ARCHIVE.test(name) ? 'nested archive' : 'other member' };
}

/** The place of a member. */
export function placeOf(
  { rawPath, hints }: Pick<Shard, 'rawPath' | 'hints'>,
  path: string,
  offset: number,
  format: RawDocument['format'],
): Pick<Fault, 'rawPath' | 'key' | 'offset' | 'format' | 'hints'> {
  return { rawPath, key: path === '' ? null : memberKey(path), offset, format, hints: mergeHints(hints, {}) };
}
