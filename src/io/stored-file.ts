import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { readAt } from './read-at.js';

/** A raw file as stored, read as a stream. What readers work on; tests make one out of chunks. */
export interface StoredFile {
  /** The stored bytes from the start. Chunks are not reused. Throws what the file system throws. */
  bytes(): AsyncGenerator<Uint8Array>;
  /** SHA-256 of the stored bytes, of those that can be read if there is a read error. Free after a whole pass of bytes(). */
  sha256(): Promise<string>;
  /** Number of stored bytes, of those that can be read if there is a read error. */
  size(): Promise<number>;
  /** For formats whose table of contents stands at the end. Throws what the file system throws. */
  open(): Promise<OpenFile>;
}

/** A stored file that can be read at any place. */
export interface OpenFile {
  readonly size: number;
  /** The bytes from `start` to `end`, fewer if the file ends before. Throws what the file system throws. */
  read(start: number, end: number): Promise<Buffer>;
  close(): Promise<void>;
}

const READ_SIZE = 256 * 1024;

async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for (;;) {
      // Always filled to the brim, so that what is decoded before a damaged place does not hang on how the system cut the reads.
      const buffer = Buffer.allocUnsafeSlow(Math.min(Math.max(size + 1, 4096), READ_SIZE));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield buffer.subarray(0, filled);
      if (filled < buffer.length) return;
    }
  } finally {
    await file.close();
  }
}

async function openPath(path: string): Promise<OpenFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return {
      size,
      read: (start, end) => readAt(file, start, Math.min(end, size)),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Holds all of it: for files that are no files, in tests. */
async function openChunks(source: () => AsyncIterable<Uint8Array>): Promise<OpenFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return {
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    close: () => Promise.resolve(),
  };
}

async function measureChunks(source: () => AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  try {
    for await (const chunk of source()) size += chunk.length;
  } catch {
    // As for the digest below.
  }
  return size;
}

/** A stored file over any source of chunks; each call of `source` starts from the beginning. */
export function storedFile(
  source: () => AsyncIterable<Uint8Array>,
  { size, open }: Pick<StoredFile, 'size' | 'open'> = {
    size: () => measureChunks(source),
    open: () => openChunks(source),
  },
): StoredFile {
  let digest: string | undefined;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of source()) {
      hash.update(chunk);
      yield chunk;
    }
    digest = hash.digest('hex');
  }
  return {
    bytes,
    async sha256() {
      if (digest !== undefined) return digest;
      const hash = createHash('sha256');
      try {
        for await (const chunk of source()) hash.update(chunk);
      } catch {
        // The digest of what could be read names a broken file as well as any.
      }
      return (digest = hash.digest('hex'));
    },
    size,
    open,
  };
}

export function openStored(path: string): StoredFile {
  return storedFile(() => readChunks(path), {
    size: async () => (await stat(path)).size,
    open: () => openPath(path),
  });
}

/** All bytes of a stream, or null as soon as there are more than `maxBytes`. */
export async function gather(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const gathered: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) return null;
    gathered.push(chunk);
  }
  return gathered.length === 1 && gathered[0] ? gathered[0] : Buffer.concat(gathered);
}
