import { crc32, inflateRawSync } from 'node:zlib';
import { sha256 } from '../../../stages/record/identity.js';
import { errorCode, errorMessage } from '../../error-code.js';
import {
  isFault,
  readFailure,
  tooLarge,
  type Fault,
  type ReadItem,
  type Reader,
  type ReadLimits,
} from '../../reader.js';
import type { OpenFile } from '../../stored-file.js';
import { allowanceOf } from '../../unpack.js';
import type { UnpackAllowance } from '../../unpack-limit.js';
import { judgeMember, placeOf } from './members.js';
import { dataAt, directoryEntries, localEntries, type ZipEntry } from './zip-entries.js';

type Outcome = { readonly payload: Buffer } | Pick<Fault, 'rejection' | 'transient' | 'sha256'>;

class BrokenArchiveError extends Error {}

/** Errors that the limit or the system gave; all others are yauzl's on what it read. */
const isOurs = (error: unknown): boolean =>
  errorCode(error) !== undefined || (error instanceof Error && error.name === 'UnpackLimitError');

const CUT = 'the archive ends within this member';

const STORED = 0;
const DEFLATED = 8;

const unreadable = (detail: string, bytes: Uint8Array | string): Outcome => ({
  rejection: { reason: 'unreadable', detail },
  transient: false,
  sha256: sha256(bytes),
});

async function unpack(
  file: OpenFile,
  entry: ZipEntry,
  limits: ReadLimits,
  allowance: UnpackAllowance,
): Promise<Outcome> {
  const begins = entry.dataAt ?? (await dataAt(file, entry.offset));
  if (begins === null) return unreadable('no member stands where the directory has it', '');
  const name = `${entry.packedSize} ${entry.crc32}`;
  if (entry.packedSize > limits.maxBytes) return { ...tooLarge(limits), sha256: sha256(name) };
  const data = await file.read(begins, begins + entry.packedSize);
  if (data.length < entry.packedSize) return unreadable(CUT, data);
  if (entry.encrypted) return unreadable('it is encrypted', data);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return unreadable(`its packing is not supported (method ${entry.method})`, data);
  let payload: Buffer;
  try {
    payload = entry.method === STORED ? data : inflateRawSync(data, { maxOutputLength: limits.maxBytes });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    // Members may overlap, so that one bomb stands for thousands: what was refused counts, too.
    const failure = allowance.spend(isTooLarge ? limits.maxBytes : data.length);
    if (failure !== null) throw failure;
    return isTooLarge ? { ...tooLarge(limits), sha256: sha256(data) } : unreadable('its deflate data is damaged', data);
  }
  const failure = allowance.spend(payload.length);
  if (failure !== null) throw failure;
  return crc32(payload) === entry.crc32 ? { payload } : unreadable('its checksum is wrong', data);
}

/** The documents of a zip file; see zip.ts. */
export const readZip: Reader['read'] = async function* (shard, file, limits, passOver = () => undefined) {
  const whole = { ...placeOf(shard, '', 0, 'text'), offset: null };
  let open: OpenFile;
  try {
    open = await file.open();
  } catch (error) {
    yield { ...whole, ...readFailure(error), sha256: await file.sha256() };
    return;
  }
  async function* documents(entries: AsyncIterable<ZipEntry>, allowance: UnpackAllowance): AsyncGenerator<ReadItem> {
    for await (const entry of entries) {
      if (entry.path.endsWith('/')) continue;
      const judged = judgeMember(entry.path);
      if ('passOver' in judged) passOver(judged.passOver);
      else {
        const outcome = await unpack(open, entry, limits, allowance);
        yield { ...placeOf(shard, entry.path, entry.offset, judged.format), ...outcome };
      }
    }
  }
  let given = 0;
  try {
    const allowance = await allowanceOf(file, limits);
    try {
      for await (const item of documents(directoryEntries(open), allowance)) {
        given += 1;
        yield item;
      }
    } catch (error) {
      if (given > 0 || isOurs(error)) throw error;
      let isCut = false;
      for await (const item of documents(localEntries(open, limits.maxBytes), allowance)) {
        isCut = isFault(item) && item.rejection.detail === CUT;
        yield item;
      }
      if (isCut) return;
      throw new BrokenArchiveError(`its directory cannot be read (${errorMessage(error)})`);
    }
  } catch (error) {
    const failure = error instanceof BrokenArchiveError || !isOurs(error) ? null : readFailure(error);
    const detail =
      error instanceof BrokenArchiveError ? error.message : `its directory is damaged (${errorMessage(error)})`;
    yield {
      ...whole,
      ...(failure ?? { rejection: { reason: 'unreadable', detail }, transient: false }),
      sha256: await file.sha256(),
    };
  } finally {
    await open.close();
  }
};
