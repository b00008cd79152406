import { createGunzip, type Gunzip, type InflateRaw } from 'node:zlib';
import { errorMessage } from './error-code.js';

/** Compressed data that ends early or is damaged. Everything whole before the break has been yielded. */
export class BrokenStreamError extends Error {
  override readonly name = 'BrokenStreamError';
}

/** Fed in small pieces: a bomb expands a thousandfold, and one piece's output is held at once. */
const PIECE = 16 * 1024;

function describe(error: unknown, atStart: boolean): string {
  const message = errorMessage(error);
  if (message === 'unexpected end of file') return 'gzip data ends early';
  if (atStart && message === 'incorrect header check') return 'not gzip data';
  return `gzip data is damaged (${message})`;
}

/** Has a piece unpacked, or with null the last of it; afterwards, the stream's output has been given to its 'data' listeners. */
export function feed(gunzip: Gunzip | InflateRaw, piece: Uint8Array | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      gunzip.off('error', settle).off('end', settle);
      if (error) reject(error);
      else resolve();
    };
    gunzip.on('error', settle).on('end', settle);
    if (piece === null) gunzip.end();
    else gunzip.write(piece, settle);
  });
}

/**
 * Decompresses gzip, members one after another included. node's own streams lose the output that stands before an error;
 * this keeps it.
 * @throws BrokenStreamError after the last whole output
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = createGunzip();
  let output: Uint8Array[] = [];
  stream.on('data', (chunk: Uint8Array) => output.push(chunk));
  const take = (): Uint8Array[] => {
    const taken = output;
    output = [];
    return taken;
  };
  let broken: unknown;
  const tryFeed = async (piece: Uint8Array | null): Promise<void> => {
    try {
      await feed(stream, piece);
    } catch (error) {
      broken = error;
    }
  };
  let pieces = 0;
  try {
    for await (const chunk of source) {
      // Ended before its source: zeros behind the last member, which pad a file to whole blocks.
      for (let at = 0; at < chunk.length && broken === undefined && !stream.readableEnded; at += PIECE) {
        pieces += 1;
        await tryFeed(chunk.subarray(at, at + PIECE));
        yield* take();
      }
      if (broken !== undefined) break;
    }
    if (broken === undefined && pieces > 0 && !stream.readableEnded) {
      await tryFeed(null);
      yield* take();
    }
    if (broken !== undefined) throw new BrokenStreamError(describe(broken, pieces === 1));
  } finally {
    stream.destroy();
  }
}
