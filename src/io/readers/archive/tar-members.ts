import { createHash } from 'node:crypto';
import { readFailure, tooLarge, type PassOver, type ReadItem, type ReadLimits } from '../../reader.js';
import { SegmentReader } from '../../segment-reader.js';
import type { Shard } from '../../shard.js';
import { sha256 } from '../../../stages/record/identity.js';
import { judgeMember, placeOf } from './members.js';
import { BLOCK, parsePax, parseTarHeader, type TarHeader } from './tar-header.js';

/** Names are not longer. */
const MAX_EXTENSION = 64 * 1024;

const isZero = (block: Buffer): boolean => block.every((byte) => byte === 0);
const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

class TarReader {
  /** What pax and GNU headers say of the member behind them. */
  private path: string | null = null;
  private size: number | null = null;

  constructor(
    private readonly content: SegmentReader,
    private readonly shard: Pick<Shard, 'rawPath' | 'hints'>,
    private readonly limits: ReadLimits,
    private readonly passOver: PassOver,
  ) {}

  async *documents(): AsyncGenerator<ReadItem> {
    const { content } = this;
    for (let start = await content.fill(BLOCK); start.length > 0; start = await content.fill(BLOCK)) {
      const block = start.subarray(0, BLOCK);
      // Two blocks of zeros end an archive; another may follow.
      if (isZero(block)) {
        content.advance(block.length);
        continue;
      }
      const header = parseTarHeader(block);
      const item = header === null ? await this.passJunk() : await this.readMember(header);
      if (item !== null) yield item;
    }
    if (content.failure !== null && !this.told) yield this.cut('', content.position, 'text', '');
  }

  private told = false;

  private cut(path: string, offset: number, format: 'html' | 'text', bytes: Uint8Array | string): ReadItem {
    this.told = true;
    const place = placeOf(this.shard, path, offset, format);
    const failure = this.content.failure;
    if (failure !== null) return { ...place, ...readFailure(failure.error), sha256: sha256(bytes) };
    const rejection = { reason: 'unreadable', detail: 'the archive ends within this member' } as const;
    return { ...place, rejection, transient: false, sha256: sha256(bytes) };
  }

  /** Passes over what is no header, up to the next one. */
  private async passJunk(): Promise<ReadItem> {
    const { content } = this;
    const offset = content.position;
    const hash = createHash('sha256');
    for (let bytes = await content.fill(BLOCK); bytes.length > 0; bytes = await content.fill(BLOCK)) {
      const block = bytes.subarray(0, BLOCK);
      if (content.position > offset && (isZero(block) || parseTarHeader(block) !== null)) break;
      hash.update(block);
      content.advance(block.length);
    }
    const detail = `expected a tar header; passed over ${content.position - offset} bytes`;
    const place = placeOf(this.shard, '', offset, 'text');
    return { ...place, rejection: { reason: 'unreadable', detail }, transient: false, sha256: hash.digest('hex') };
  }

  private async readMember(header: TarHeader): Promise<ReadItem | null> {
    const { content, limits } = this;
    const offset = content.position;
    if (header.type === 'x' || header.type === 'L') return this.readExtension(header);
    const path = this.path ?? header.path;
    const isFile = header.type === '0' || header.type === '\0' || header.type === '7';
    const size = isFile ? (this.size ?? header.size) : header.size;
    this.path = this.size = null;
    content.advance(BLOCK);
    const judged = judgeMember(path);
    if (!isFile || path.endsWith('/') || 'passOver' in judged) {
      if (isFile && 'passOver' in judged) this.passOver(judged.passOver);
      // Links, and some folders, tell a size and have no content.
      const length = isFile || header.type === 'g' || header.type === 'K' ? padded(size) : 0;
      return (await content.skip(length)) < length && size > 0 ? this.cut(path, offset, 'text', '') : null;
    }
    if (size > limits.maxBytes) {
      const hash = createHash('sha256');
      const passed = await content.skip(size, (bytes) => hash.update(bytes));
      if (passed < size) return this.cut(path, offset, judged.format, '');
      await content.skip(padded(size) - size);
      return { ...placeOf(this.shard, path, offset, judged.format), ...tooLarge(limits), sha256: hash.digest('hex') };
    }
    const payload = (await content.fill(size)).subarray(0, size);
    content.advance(payload.length);
    if (payload.length < size) return this.cut(path, offset, judged.format, payload);
    await content.skip(padded(size) - size);
    return { ...placeOf(this.shard, path, offset, judged.format), payload };
  }

  private async readExtension({ type, size }: TarHeader): Promise<ReadItem | null> {
    const { content } = this;
    const offset = content.position;
    content.advance(BLOCK);
    const bytes = Buffer.from((await content.fill(Math.min(size, MAX_EXTENSION))).subarray(0, size));
    if ((await content.skip(padded(size))) < size) return this.cut('', offset, 'text', bytes);
    if (type === 'L') this.path = bytes.toString('utf8').replace(/\0.*$/s, '');
    else {
      const pax = parsePax(bytes);
      this.path = pax.get('path') ?? this.path;
      const own = Number(pax.get('size') ?? NaN);
      if (Number.isSafeInteger(own) && own >= 0) this.size = own;
    }
    return null;
  }
}

/** The documents of a tar file, in its order. */
export function tarDocuments(
  content: SegmentReader,
  shard: Pick<Shard, 'rawPath' | 'hints'>,
  limits: ReadLimits,
  passOver: PassOver,
): AsyncGenerator<ReadItem> {
  return new TarReader(content, shard, limits, passOver).documents();
}
