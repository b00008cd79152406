import { gunzip } from './gunzip.js';
import { gzipMembers } from './gzip-members.js';
import { DEFAULT_LIMITS, type ReadLimits } from './reader.js';
import type { StoredFile } from './stored-file.js';
import { bytesOf, stretchesOf, type Stretch } from './stretches.js';
import { UnpackAllowance } from './unpack-limit.js';
import { unzstd } from './unzstd.js';

/** How much may come out of a stored file. */
export async function allowanceOf(file: StoredFile, limits: ReadLimits): Promise<UnpackAllowance> {
  const { maxUnpacked = DEFAULT_LIMITS.maxUnpacked, maxRatio = DEFAULT_LIMITS.maxRatio } = limits;
  return new UnpackAllowance(await file.size(), maxUnpacked, maxRatio);
}

async function* within(
  stretches: AsyncIterable<Stretch>,
  file: StoredFile,
  limits: ReadLimits,
): AsyncGenerator<Stretch> {
  const allowance = await allowanceOf(file, limits);
  for await (const stretch of stretches) {
    if ('broken' in stretch) yield stretch;
    else {
      const { bytes, error } = allowance.take(stretch.bytes);
      yield { bytes, member: stretch.member };
      if (error !== null) {
        yield { broken: error, member: null };
        return;
      }
    }
  }
}

const isPacked = (path: string, packing: '.gz' | '.zst' | '.tgz'): boolean => path.toLowerCase().endsWith(packing);

/**
 * The content of a stored file, unpacked if its name says that it is packed, and no more of it than a packed file may give.
 * @throws BrokenStreamError, UnpackLimitError or what the file system throws, after all that stands before
 */
export function contentOf(path: string, file: StoredFile, limits: ReadLimits): AsyncGenerator<Uint8Array> {
  if (isPacked(path, '.gz') || isPacked(path, '.tgz'))
    return bytesOf(within(stretchesOf(gunzip(file.bytes())), file, limits));
  if (isPacked(path, '.zst')) return bytesOf(within(unzstd(file.bytes()), file, limits));
  return file.bytes();
}

/** The same, with the offsets of its members; goes on behind damage with the next member that begins as `isStart` says. */
export function membersOf(
  path: string,
  file: StoredFile,
  limits: ReadLimits,
  isStart: (bytes: Uint8Array) => boolean,
): AsyncGenerator<Stretch> {
  if (isPacked(path, '.gz')) return within(gzipMembers(file.bytes(), isStart), file, limits);
  if (isPacked(path, '.zst')) return within(unzstd(file.bytes()), file, limits);
  return stretchesOf(file.bytes());
}
