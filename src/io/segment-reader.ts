import type { Stretch } from './stretches.js';

const NOTHING = Buffer.alloc(0);

/**
 * Reads content by lengths and marks instead of by chunks. It falls into segments: one ends where content is missing, and before a
 * member that begins as `beginsSegment` says. Nothing is read across the end of a segment, so that a record with a wrong length cannot
 * swallow the next one that is known to begin.
 */
export class SegmentReader {
  /** Offset in the unpacked content of the next byte. */
  position = 0;
  /** Why this segment ended early; null as long as it has not. */
  failure: { readonly error: Error } | null = null;
  private readonly source: AsyncIterator<Stretch>;
  private buffer: Buffer = NOTHING;
  private next: Stretch | null = null;
  private ended = false;
  private exhausted = false;
  /** Where members begin, from the next byte on. */
  private members: { readonly at: number; readonly stored: number }[] = [];

  constructor(
    source: AsyncIterable<Stretch>,
    private readonly beginsSegment: (bytes: Uint8Array) => boolean = () => false,
  ) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** What is next in this segment: `size` bytes at least, fewer only at its end. */
  async fill(size: number): Promise<Buffer> {
    if (this.buffer.length >= size) return this.buffer;
    const pieces: Uint8Array[] = this.buffer.length > 0 ? [this.buffer] : [];
    let filled = this.buffer.length;
    while (filled < size && !this.ended) {
      const piece = await this.pull(filled);
      if (piece === null) break;
      pieces.push(piece);
      filled += piece.length;
    }
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined)
      this.buffer = Buffer.from(only.buffer, only.byteOffset, only.byteLength);
    else if (pieces.length > 1) this.buffer = Buffer.concat(pieces, filled);
    return this.buffer;
  }

  private async pull(filled: number): Promise<Uint8Array | null> {
    const result = await this.source.next();
    if (result.done === true) {
      this.ended = this.exhausted = true;
      return null;
    }
    const stretch = result.value;
    const isBroken = 'broken' in stretch;
    if (stretch.member !== null && this.position + filled > 0 && (isBroken || this.beginsSegment(stretch.bytes))) {
      this.next = stretch;
      this.ended = true;
      return null;
    }
    if (isBroken) {
      this.failure = { error: stretch.broken };
      this.ended = true;
      return null;
    }
    if (stretch.member !== null) this.members.push({ at: this.position + filled, stored: stretch.member });
    return stretch.bytes;
  }

  /** Goes on behind `size` bytes that fill() has given. */
  advance(size: number): void {
    this.buffer = this.buffer.subarray(size);
    this.position += size;
    const [first] = this.members;
    if (first !== undefined && first.at < this.position)
      this.members = this.members.filter(({ at }) => at >= this.position);
  }

  /** Passes over bytes of this segment, which `see` is shown; gives how many there were. */
  async skip(size: number, see: (bytes: Uint8Array) => void = () => undefined): Promise<number> {
    let left = size;
    while (left > 0) {
      const bytes = (await this.fill(1)).subarray(0, left);
      if (bytes.length === 0) break;
      see(bytes);
      this.advance(bytes.length);
      left -= bytes.length;
    }
    return size - left;
  }

  /** Offset in the stored file of the member that begins with the next byte; null inside of one, or where members are not told. */
  get memberAt(): number | null {
    const [first] = this.members;
    return first?.at === this.position ? first.stored : null;
  }

  /** Whether there is no content behind this segment. Known once fill() gave fewer bytes than were asked for. */
  get isLast(): boolean {
    return this.exhausted;
  }

  /** Goes on to the next segment, whatever is left of this one; false if there is none. */
  async nextSegment(): Promise<boolean> {
    while (!this.ended) await this.skip(Number.MAX_SAFE_INTEGER);
    this.advance(this.buffer.length);
    if (this.exhausted) return false;
    this.ended = false;
    this.failure = null;
    this.members = [];
    const { next } = this;
    this.next = null;
    if (next === null) return true;
    if (next.member !== null) this.members.push({ at: this.position, stored: next.member });
    if ('bytes' in next) this.buffer = Buffer.from(next.bytes.buffer, next.bytes.byteOffset, next.bytes.byteLength);
    else {
      this.failure = { error: next.broken };
      this.ended = true;
    }
    return true;
  }

  /** Stops reading the source. */
  async close(): Promise<void> {
    await this.source.return?.();
  }
}
