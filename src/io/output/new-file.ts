import { open } from 'node:fs/promises';
import type { OutFile } from './destination.js';

const BUFFER_SIZE = 256 * 1024;

/**
 * A file that was not there before, written in large pieces.
 * @throws what the file system throws, EEXIST if it is there
 */
export async function newFile(path: string, { durable }: { readonly durable: boolean }): Promise<OutFile> {
  const file = await open(path, 'wx');
  let waiting: Uint8Array[] = [];
  let held = 0;
  const flush = async (): Promise<void> => {
    const bytes = waiting;
    waiting = [];
    held = 0;
    for (const piece of bytes.length === 1 ? bytes : [Buffer.concat(bytes)]) await file.appendFile(piece);
  };
  return {
    async append(bytes) {
      waiting.push(bytes);
      held += bytes.length;
      if (held >= BUFFER_SIZE) await flush();
    },
    async close() {
      try {
        if (held > 0) await flush();
        if (durable) await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
