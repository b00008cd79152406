import { Decompress } from 'fzstd';
import xxhash from 'xxhash-wasm';
import { errorMessage } from './error-code.js';
import { BrokenStreamError } from './gunzip.js';
import { SegmentReader } from './segment-reader.js';
import { asError, stretchesOf, type Stretch } from './stretches.js';

const MAGIC = 0xfd2fb528;
/** Frames that hold no content, by the upper 28 bits of their magic number. */
const SKIPPABLE = 0x0184d2a5;
const LONGEST_HEADER = 18;
/** What zstd itself takes without being asked for more. The window is held in memory, and a header of six bytes can ask for gigabytes. */
const MAX_WINDOW = 128 * 1024 * 1024;
/** No block unpacks to more, nor is stored in more. */
const MAX_BLOCK = 128 * 1024;
const RLE = 1;
const RESERVED = 3;

interface FrameHeader {
  readonly length: number;
  readonly checksum: boolean;
}

/** @throws BrokenStreamError for a frame that is not to be read, and why */
function readHeader(bytes: Buffer): FrameHeader {
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const idLength = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeLength = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const idAt = isSingle ? 5 : 6;
  const sizeAt = idAt + idLength;
  const length = sizeAt + sizeLength;
  if (bytes.length < length) throw new BrokenStreamError('zstd data ends early');
  if (bytes.subarray(idAt, sizeAt).some((byte) => byte !== 0))
    throw new BrokenStreamError('zstd data that needs a dictionary, which is not supported');
  const exponent = bytes[5] ?? 0;
  const single = sizeLength === 8 ? Number(bytes.readBigUInt64LE(sizeAt)) : bytes.readUIntLE(sizeAt, sizeLength || 1);
  const window = isSingle ? single : 2 ** (10 + (exponent >> 3)) * (1 + (exponent & 7) / 8);
  if (window > MAX_WINDOW) throw new BrokenStreamError(`zstd data with a window of more than ${MAX_WINDOW} bytes`);
  return { length, checksum: (descriptor & 4) !== 0 };
}

/** A frame's content, block by block, from where the reader stands. fzstd unpacks; frames, sizes and checksums it leaves to whoever calls it. */
async function* unpackFrame(stored: SegmentReader, header: FrameHeader): AsyncGenerator<Uint8Array> {
  const hash = (await xxhash()).create64();
  let output: Uint8Array[] = [];
  const unpacker = new Decompress((bytes) => output.push(bytes));
  unpacker.push((await stored.fill(header.length)).subarray(0, header.length));
  stored.advance(header.length);
  for (let isLast = false; !isLast;) {
    const start = await stored.fill(3);
    if (start.length < 3) throw new BrokenStreamError('zstd data ends early');
    const field = start.readUIntLE(0, 3);
    isLast = (field & 1) === 1;
    const type = (field >> 1) & 3;
    const size = field >> 3;
    if (type === RESERVED || size > MAX_BLOCK) throw new BrokenStreamError('zstd data is damaged');
    const length = 3 + (type === RLE ? 1 : size) + (isLast && header.checksum ? 4 : 0);
    const block = (await stored.fill(length)).subarray(0, length);
    if (block.length < length) throw new BrokenStreamError('zstd data ends early');
    try {
      unpacker.push(block, isLast);
    } catch (error) {
      throw new BrokenStreamError(`zstd data is damaged (${errorMessage(error)})`);
    }
    const taken = output;
    output = [];
    for (const bytes of taken) {
      if (header.checksum) hash.update(bytes);
      if (bytes.length > 0) yield bytes;
    }
    if (isLast && header.checksum && block.readUInt32LE(length - 4) !== Number(hash.digest() & 0xffffffffn))
      throw new BrokenStreamError('zstd data is damaged (its checksum is wrong)');
    stored.advance(length);
  }
}

/** Unpacks zstd, frames one after another included; each is a member. Ends at the first damage, or error of the source, as its last stretch. */
export async function* unzstd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Stretch> {
  const stored = new SegmentReader(stretchesOf(source));
  let begins = 0;
  let isFirst = true;
  try {
    for (let head = await stored.fill(LONGEST_HEADER); head.length > 0; head = await stored.fill(LONGEST_HEADER)) {
      begins = stored.position;
      isFirst = true;
      if (head.length >= 8 && head.readUInt32LE(0) >>> 4 === SKIPPABLE) {
        const length = 8 + head.readUInt32LE(4);
        if ((await stored.skip(length)) < length) throw new BrokenStreamError('zstd data ends early');
        continue;
      }
      if (head.length < 6 || head.readUInt32LE(0) !== MAGIC)
        throw new BrokenStreamError(begins === 0 ? 'not zstd data' : 'no zstd data behind the last frame');
      for await (const bytes of unpackFrame(stored, readHeader(head))) {
        yield { bytes, member: isFirst ? begins : null };
        isFirst = false;
      }
    }
  } catch (error) {
    yield { broken: stored.failure?.error ?? asError(error), member: isFirst ? begins : null };
    return;
  } finally {
    await stored.close();
  }
  if (stored.failure !== null) yield { broken: stored.failure.error, member: stored.position };
}
