import { createHash } from 'node:crypto';
import { parse } from 'tldts';
import type { RawDocument } from '../../core/types.js';

/** Registrable domain of the url, unless the sidecar names the source; else the first folder under raw/, else 'local'. */
export function sourceOf(raw: Pick<RawDocument, 'rawPath' | 'hints'>, url: string | null): string {
  if (raw.hints.source !== undefined && raw.hints.source !== '') return raw.hints.source;
  if (url !== null) {
    const host = parse(url, { allowPrivateDomains: true });
    const name = host.domain ?? host.hostname;
    if (name !== null && name !== '') return name;
  }
  const slash = raw.rawPath.indexOf('/');
  return slash > 0 ? raw.rawPath.slice(0, slash) : 'local';
}

/** Stable while a document stays where it is, whatever the rules make of it: hash of source and url, or path and key. */
export function recordId(
  source: string,
  raw: Pick<RawDocument, 'rawPath' | 'key' | 'offset'>,
  url: string | null,
): string {
  const key = url ?? `${raw.rawPath}\n${raw.key ?? raw.offset ?? ''}`;
  return createHash('sha256').update(`${source}\n${key}`).digest('hex').slice(0, 32);
}

export const sha256 = (payload: Uint8Array | string): string => createHash('sha256').update(payload).digest('hex');
