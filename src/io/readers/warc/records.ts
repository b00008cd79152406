import { createHash } from 'node:crypto';
import { SegmentReader } from '../../segment-reader.js';
import type { Stretch } from '../../stretches.js';
import { endOfHeaders, parseHeaders, type Headers } from './headers.js';

/** A record of a WARC file, or what stands in its place. Offsets as in `WarcItem.offset`. */
export type WarcItem = {
  /** Of the gzip member or zstd frame that begins with it, else of its first byte in the unpacked content. */
  readonly offset: number;
} & (
  | { readonly kind: 'record'; readonly headers: Headers; readonly block: Buffer }
  /** Its block is larger than the limit; `start` is what it begins with. */
  | { readonly kind: 'too-large'; readonly headers: Headers; readonly start: Buffer; readonly sha256: string }
  /** It ends early, or the file is damaged in it: `error` says why, if the reading does. */
  | {
      readonly kind: 'cut';
      readonly headers: Headers;
      readonly error: { readonly error: unknown } | null;
      readonly sha256: string;
    }
  /** Bytes that are no record. */
  | {
      readonly kind: 'junk';
      readonly size: number;
      readonly error: { readonly error: unknown } | null;
      readonly sha256: string;
    }
);

const VERSION = Buffer.from('WARC/');
const MAX_HEADERS = 256 * 1024;
/** What is looked at to tell whether a record follows: a few line ends and the version. */
const LOOKAHEAD = 32;
const SEARCHED = 64 * 1024;
/** Of a block that is too large, enough for its HTTP headers. */
const STARTS = 64 * 1024;
const NOTHING = Buffer.alloc(0);
/** What stands behind a record. */
const ENDS = [Buffer.from('\r\n\r\n'), Buffer.from('\n\n')];

/** A record's first line, behind a line end. */
const NEXT = /\nWARC\/[01]\.\d+\r?\n/;

export const beginsRecord = (bytes: Uint8Array): boolean => VERSION.equals(bytes.subarray(0, VERSION.length));

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

function lineEnds(bytes: Buffer): number {
  let count = 0;
  while (isLineEnd(bytes[count])) count += 1;
  return count;
}

/** Where the next record begins, -1 if not in these bytes. Latin-1 keeps offsets as they are. */
function findRecord(bytes: Buffer, from = 0): number {
  for (let at = bytes.indexOf('\nWARC/', from, 'latin1'); at !== -1; at = bytes.indexOf('\nWARC/', at + 1, 'latin1'))
    if (NEXT.test(bytes.toString('latin1', at, at + LOOKAHEAD))) return at + 1;
  return -1;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Without the line ends that a record ends with, two at most. */
function withoutEnd(block: Buffer): Buffer {
  let end = block.length;
  for (let ends = 0; ends < 2 && block[end - 1] === 0x0a; ends++) end -= block[end - 2] === 0x0d ? 2 : 1;
  return block.subarray(0, end);
}

const endsAsRecordsDo = (block: Buffer): boolean => block.length - withoutEnd(block).length >= 2;

/** The Content-Length of a record; null where it has none that is a number. */
function lengthOf(headers: Headers): number | null {
  const value = headers.get('content-length')?.trim() ?? '';
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}

class RecordReader {
  private claimed: { readonly error: unknown } | null = null;

  constructor(
    private readonly content: SegmentReader,
    private readonly maxBytes: number,
  ) {}

  async *records(): AsyncGenerator<WarcItem> {
    const { content } = this;
    do {
      for (;;) {
        await this.passLineEnds();
        const start = await content.fill(LOOKAHEAD);
        if (start.length === 0) break;
        const offset = content.memberAt ?? content.position;
        yield beginsRecord(start) ? await this.readRecord(offset) : await this.passJunk(offset);
      }
      // Damage that no record stands in: between two of them, or instead of the first.
      if (content.failure !== null && content.failure !== this.claimed)
        yield {
          kind: 'junk',
          offset: content.memberAt ?? content.position,
          size: 0,
          error: content.failure,
          sha256: sha256(NOTHING),
        };
    } while (await content.nextSegment());
  }

  /** Why the segment that has been read to its end broke off, told once. */
  private claim(): { readonly error: unknown } | null {
    return (this.claimed = this.content.failure);
  }

  private async passLineEnds(): Promise<void> {
    for (;;) {
      const bytes = await this.content.fill(1);
      const count = lineEnds(bytes);
      this.content.advance(count);
      if (count === 0 || count < bytes.length) return;
    }
  }

  /** Passes over what is no record, up to the next one or the end of the segment. Zeros, which pad some files, are left to be told by their hash. */
  private async passJunk(offset: number): Promise<Extract<WarcItem, { kind: 'junk' }>> {
    const hash = createHash('sha256');
    let size = 0;
    for (;;) {
      const bytes = await this.content.fill(SEARCHED);
      const found = findRecord(bytes);
      // A line end and the version may stand on the seam.
      const passed = found !== -1 ? found : bytes.length < SEARCHED ? bytes.length : bytes.length - LOOKAHEAD;
      hash.update(bytes.subarray(0, passed));
      size += passed;
      this.content.advance(passed);
      if (found === -1 && bytes.length >= SEARCHED) continue;
      const error = found === -1 ? this.claim() : null;
      return { kind: 'junk', offset, size, error, sha256: hash.digest('hex') };
    }
  }

  private async readRecord(offset: number): Promise<WarcItem> {
    const { content } = this;
    let bytes = await content.fill(4096);
    let end = endOfHeaders(bytes);
    for (let size = 8192; end === -1 && bytes.length >= size / 2 && size <= MAX_HEADERS; size *= 2) {
      bytes = await content.fill(size);
      end = endOfHeaders(bytes);
    }
    if (end === -1) {
      const headers = parseHeaders(bytes.subarray(0, MAX_HEADERS));
      if (bytes.length < MAX_HEADERS) {
        content.advance(bytes.length);
        return { kind: 'cut', offset, headers, error: this.claim(), sha256: sha256(bytes) };
      }
      return this.passJunk(offset);
    }
    const headers = parseHeaders(bytes.subarray(0, end));
    content.advance(end);
    const length = lengthOf(headers);
    return length !== null && length > this.maxBytes
      ? this.passLarge(offset, headers, length)
      : this.readBlock(offset, headers, length);
  }

  /** What follows `length` bytes: the end of a record or of the segment, that of a segment that breaks off there, or neither. */
  private async followerOf(length: number): Promise<'end' | 'break' | null> {
    const rest = (await this.content.fill(length + LOOKAHEAD)).subarray(length, length + LOOKAHEAD);
    const next = rest.subarray(lineEnds(rest));
    if (next.length === 0 && rest.length < LOOKAHEAD) return this.content.failure === null ? 'end' : 'break';
    return beginsRecord(next) || ENDS.some((end) => end.equals(rest.subarray(0, end.length))) ? 'end' : null;
  }

  private async readBlock(offset: number, headers: Headers, length: number | null): Promise<WarcItem> {
    const { content } = this;
    if (length === null || (await content.fill(length + LOOKAHEAD)).length < length)
      return this.readToNext(offset, headers, length);
    const follower = await this.followerOf(length);
    if (follower === null) return this.readToNext(offset, headers, length);
    const block = (await content.fill(length)).subarray(0, length);
    content.advance(length);
    // Damage right behind a record is its own: the checksum stands there.
    return follower === 'break'
      ? { kind: 'cut', offset, headers, error: this.claim(), sha256: sha256(block) }
      : { kind: 'record', offset, headers, block };
  }

  /** The Content-Length is wrong, or the file ends early: the block goes up to where the next record begins. */
  private async readToNext(offset: number, headers: Headers, length: number | null): Promise<WarcItem> {
    const { content, maxBytes } = this;
    let bytes = await content.fill(Math.min(SEARCHED, maxBytes));
    for (let searched = 0; ;) {
      const found = findRecord(bytes, searched);
      // More may be at hand than was asked for.
      if (found !== -1 && found <= maxBytes) return this.mend(offset, headers, bytes.subarray(0, found), found);
      if (bytes.length > maxBytes) return this.passLarge(offset, headers, null);
      searched = Math.max(bytes.length - LOOKAHEAD, 0);
      const more = await content.fill(Math.min(bytes.length * 2, maxBytes) + 1);
      if (more.length === bytes.length) break;
      bytes = more;
    }
    const isCut = content.failure !== null || (length !== null && bytes.length < length && !endsAsRecordsDo(bytes));
    if (!isCut) return this.mend(offset, headers, bytes, bytes.length);
    content.advance(bytes.length);
    return { kind: 'cut', offset, headers, error: this.claim(), sha256: sha256(bytes) };
  }

  private mend(offset: number, headers: Headers, bytes: Buffer, passed: number): WarcItem {
    this.content.advance(passed);
    return { kind: 'record', offset, headers, block: withoutEnd(bytes) };
  }

  /** A block that is not to be held; without a length, one that goes up to the next record. */
  private async passLarge(offset: number, headers: Headers, length: number | null): Promise<WarcItem> {
    const start = Buffer.from((await this.content.fill(STARTS)).subarray(0, STARTS));
    if (length === null) {
      const { sha256 } = await this.passJunk(offset);
      return { kind: 'too-large', offset, headers, start, sha256 };
    }
    const hash = createHash('sha256');
    const passed = await this.content.skip(length, (bytes) => hash.update(bytes));
    const digest = hash.digest('hex');
    if (passed < length || (await this.followerOf(0)) === 'break')
      return { kind: 'cut', offset, headers, error: this.claim(), sha256: digest };
    // Of a wrong length: what it left, or the next record that it took a part of, is told as junk.
    return { kind: 'too-large', offset, headers, start, sha256: digest };
  }
}

/**
 * The records of a WARC file, one after another. Forgives line ends without carriage return, a wrong or missing Content-Length and junk
 * between records; what is cut or damaged is told in its place, and reading goes on with the next record that begins.
 */
export async function* warcRecords(stretches: AsyncIterable<Stretch>, maxBytes: number): AsyncGenerator<WarcItem> {
  const content = new SegmentReader(stretches, beginsRecord);
  try {
    yield* new RecordReader(content, maxBytes).records();
  } finally {
    await content.close();
  }
}
