import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { BrokenStreamError, feed } from './gunzip.js';
import { SegmentReader } from './segment-reader.js';
import { stretchesOf, type Stretch } from './stretches.js';

/** Fed in such pieces: a bomb expands a thousandfold, and one piece's output is held at once. */
const PIECE = 32 * 1024;
/** node's buffer for output; the default of 16 KiB costs a third more time. */
const OUTPUT = 64 * 1024;
/** So much of a member is kept until its end, so that the next one is found where this one proves damaged. */
const KEPT = 4 * 1024 * 1024;
/** A header whose name and comment are longer is none. */
const MAX_HEADER = 128 * 1024;
/** The first stretch of a member has so many bytes, for those who look how it begins. */
const LEAST = 16;

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const HEADER_CRC = 2;
const RESERVED = 0xe0;

/** Length of the gzip header that a buffer begins with; null if it begins with none, or with more than there is. */
function headerLength(bytes: Buffer): number | null {
  if (bytes.length < 10 || !bytes.subarray(0, 3).equals(MAGIC)) return null;
  const flags = bytes[3] ?? 0;
  if ((flags & RESERVED) !== 0) return null;
  let at = 10;
  if ((flags & EXTRA) !== 0) {
    if (bytes.length < at + 2) return null;
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const field of [NAME, COMMENT]) {
    if ((flags & field) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if ((flags & HEADER_CRC) !== 0) at += 2;
  return at <= bytes.length ? at : null;
}

async function headerAt(stored: SegmentReader): Promise<number | null> {
  const found = headerLength(await stored.fill(LEAST * 2));
  if (found !== null) return found;
  const start = await stored.fill(10);
  const mayBeLonger = start.subarray(0, 3).equals(MAGIC) && ((start[3] ?? 0) & (EXTRA | NAME | COMMENT)) !== 0;
  return mayBeLonger ? headerLength(await stored.fill(MAX_HEADER)) : null;
}

/** Goes on to what looks like a member, or to the end; says whether anything but zeros was passed over. */
async function seekMember(stored: SegmentReader): Promise<boolean> {
  let passed = false;
  for (;;) {
    const bytes = await stored.fill(PIECE);
    const found = bytes.indexOf(MAGIC);
    const upTo = found !== -1 ? found : bytes.length < PIECE ? bytes.length : bytes.length - (MAGIC.length - 1);
    passed ||= bytes.subarray(0, upTo).some((byte) => byte !== 0);
    stored.advance(upTo);
    if (found !== -1 || bytes.length < PIECE) return passed;
  }
}

/** A stored record of a web archive is mostly this small. */
const SMALL = 64 * 1024;

/**
 * A small member unpacked in one go, five times as fast as by a stream; null for one that is larger or damaged, which the stream is for.
 * `length` is that of its data without the trailer.
 */
function unpackSmall(data: Buffer): { readonly bytes: Buffer; readonly length: number } | null {
  try {
    const { buffer, engine } = inflateRawSync(data, {
      info: true,
      // Without it, node takes a member that goes on behind these bytes for damaged, at the price of an error.
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: SMALL * 64,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten + 8 <= data.length ? { bytes: buffer, length: engine.bytesWritten } : null;
  } catch {
    return null;
  }
}

/** What came of a member: whole, or why not. */
type Ended = { readonly error: BrokenStreamError | null; readonly kept: boolean };

/** Unpacks the member that begins at the reader's position and moves the reader behind it; if it is damaged, no further than `kept` says. */
async function* unpackMember(stored: SegmentReader, header: number): AsyncGenerator<Uint8Array, Ended> {
  const small = unpackSmall((await stored.fill(header + SMALL)).subarray(header, header + SMALL));
  if (small !== null) {
    const trailer = (await stored.fill(header + SMALL)).subarray(header + small.length);
    yield small.bytes;
    if (trailer.readUInt32LE(0) !== crc32(small.bytes) || trailer.readUInt32LE(4) !== small.bytes.length)
      return { error: new BrokenStreamError('gzip data is damaged (its checksum is wrong)'), kept: true };
    stored.advance(header + small.length + 8);
    return { error: null, kept: true };
  }
  const inflate = createInflateRaw({ chunkSize: OUTPUT });
  let output: Uint8Array[] = [];
  inflate.on('data', (chunk: Uint8Array) => output.push(chunk));
  let fed = header;
  let total = 0;
  let kept = true;
  let crc = 0;
  let size = 0;
  const fail = (what: string): Ended => ({ error: new BrokenStreamError(what), kept });
  try {
    for (;;) {
      const piece = (await stored.fill(fed + PIECE)).subarray(fed, fed + PIECE);
      if (piece.length === 0) return fail('gzip data ends early');
      let broken: unknown;
      await feed(inflate, piece).catch((error: unknown) => (broken = error));
      const taken = output;
      output = [];
      for (const bytes of taken) {
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
      if (broken !== undefined) return fail('gzip data is damaged');
      total += piece.length;
      if (inflate.bytesWritten < total) {
        fed += piece.length - (total - inflate.bytesWritten);
        break;
      }
      fed += piece.length;
      if (fed > KEPT) {
        kept = false;
        stored.advance(fed);
        fed = 0;
      }
    }
  } finally {
    inflate.destroy();
  }
  const trailer = (await stored.fill(fed + 8)).subarray(fed, fed + 8);
  if (trailer.length < 8) return fail('gzip data ends early');
  if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== size % 2 ** 32)
    return fail('gzip data is damaged (its checksum is wrong)');
  stored.advance(fed + 8);
  return { error: null, kept };
}

/** Holds the first bytes back until there are enough to tell what they are. */
async function* withStart(member: AsyncGenerator<Uint8Array, Ended>): AsyncGenerator<Uint8Array, Ended> {
  let start: Uint8Array | null = Buffer.alloc(0);
  for (;;) {
    const { done, value } = await member.next();
    if (done === true) {
      if (start !== null && start.length > 0) yield start;
      return value;
    }
    if (start === null) yield value;
    else {
      start = start.length === 0 ? value : Buffer.concat([start, value]);
      if (start.length >= LEAST) {
        yield start;
        start = null;
      }
    }
  }
}

/**
 * Unpacks gzip and tells where its members begin. What is no gzip data, or is damaged, is passed over up to the next member that begins as
 * `isStart` says; zeros between members pad and are no damage. Errors of the source are the last stretch.
 */
export async function* gzipMembers(
  source: AsyncIterable<Uint8Array>,
  isStart: (bytes: Uint8Array) => boolean,
): AsyncGenerator<Stretch> {
  const stored = new SegmentReader(stretchesOf(source));
  let damaged = false;
  try {
    while ((await stored.fill(1)).length > 0) {
      const begins = stored.position;
      const header = await headerAt(stored);
      if (header === null) {
        const looksLikeOne = (await stored.fill(3)).subarray(0, 3).equals(MAGIC);
        if (looksLikeOne) stored.advance(1);
        const passed = await seekMember(stored);
        if ((passed || looksLikeOne) && !damaged) {
          damaged = true;
          const isAll = begins === 0 && stored.position > 0 && (await stored.fill(1)).length === 0;
          const what = isAll ? 'not gzip data' : `${stored.position - begins} bytes that are no gzip data`;
          yield { broken: stored.failure?.error ?? new BrokenStreamError(what), member: begins };
        }
        continue;
      }
      const member = withStart(unpackMember(stored, header));
      let isFirst = true;
      let refused = false;
      let ended: Ended;
      for (;;) {
        const { done, value } = await member.next();
        if (done === true) {
          ended = value;
          break;
        }
        refused ||= isFirst && damaged && !isStart(value);
        if (!refused) {
          damaged = false;
          yield { bytes: value, member: isFirst ? begins : null };
        }
        isFirst = false;
      }
      if (ended.error !== null) {
        if (!damaged) yield { broken: stored.failure?.error ?? ended.error, member: isFirst ? begins : null };
        damaged = true;
        if (ended.kept) stored.advance(1);
        await seekMember(stored);
      }
    }
    if (stored.failure !== null && !damaged) yield { broken: stored.failure.error, member: stored.position };
  } finally {
    await stored.close();
  }
}
