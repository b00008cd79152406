import { createHash, type Hash } from 'node:crypto';

/** A line of a stream of bytes, or what stands in its place. `offset` is that of its first byte. */
export type Line =
  | { readonly kind: 'line'; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly offset: number; readonly sha256: string }
  | { readonly kind: 'broken'; readonly offset: number; readonly sha256: string; readonly error: unknown };

const NEWLINE = 0x0a;

/** Nothing but blanks, tabs and the carriage return of a line end. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/**
 * Splits a stream into lines without their line feed, holding one line at a time and never more than `maxBytes` of it: of a longer
 * one only the hash goes on. If the stream breaks, the lines before the break have been yielded and one 'broken' comes last.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let offset = 0;
  let pieces: Uint8Array[] = [];
  let held = 0;
  let overflow: Hash | undefined;

  const add = (piece: Uint8Array): void => {
    if (overflow === undefined && held + piece.length > maxBytes) {
      overflow = createHash('sha256');
      for (const earlier of pieces) overflow.update(earlier);
      pieces = [];
    }
    if (overflow) overflow.update(piece);
    else if (piece.length > 0) pieces.push(piece);
    held += piece.length;
  };
  const finish = (): Line => {
    const line: Line = overflow
      ? { kind: 'too-large', offset, sha256: overflow.digest('hex') }
      : { kind: 'line', offset, bytes: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces) };
    offset += held;
    pieces = [];
    held = 0;
    overflow = undefined;
    return line;
  };

  try {
    for await (const chunk of chunks) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        add(chunk.subarray(start, end));
        yield finish();
        offset += 1;
        start = end + 1;
      }
      add(chunk.subarray(start));
    }
  } catch (error) {
    const hash = overflow ?? createHash('sha256');
    for (const piece of pieces) hash.update(piece);
    yield { kind: 'broken', offset, sha256: hash.digest('hex'), error };
    return;
  }
  if (held > 0) yield finish();
}
