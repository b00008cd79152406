import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.js';
import type { Written } from './sink.js';

const BUFFER_SIZE = 256 * 1024;

/** A file in the making: buffered, hashed as it grows, not yet under the name that others read. */
export interface PartFile {
  append(text: string): Promise<void>;
  close(): Promise<Written>;
  discard(): Promise<void>;
}

/** The beginning of a part that stands there already: so many bytes, which the hash has seen. */
export interface PartStart {
  readonly size: number;
  readonly hash: Hash;
}

/** Creates the file and the folders above it; of a file that stands there, `start` is kept, nothing if it is absent. */
export async function openPart(
  path: string,
  { durable, start }: { readonly durable: boolean; readonly start?: PartStart },
): Promise<PartFile> {
  await makeFolder(dirname(path));
  let size = start?.size ?? 0;
  if (size > 0) await truncate(path, size);
  const file = await open(path, size > 0 ? 'a' : 'w');
  const hash = start?.hash ?? createHash('sha256');
  let waiting: Buffer[] = [];
  let held = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    held = 0;
    await file.appendFile(bytes);
  };
  return {
    async append(text) {
      const bytes = Buffer.from(text);
      hash.update(bytes);
      size += bytes.length;
      waiting.push(bytes);
      held += bytes.length;
      if (held >= BUFFER_SIZE) await flush();
    },
    async close() {
      await flush();
      if (durable) await file.sync();
      await file.close();
      return { size, sha256: hash.digest('hex') };
    },
    async discard() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** Writes a whole part, a line each; nothing is left of one that fails. */
export async function writeLines(
  path: string,
  lines: Iterable<string>,
  options: { readonly durable: boolean },
): Promise<Written> {
  const file = await openPart(path, options);
  try {
    for (const line of lines) await file.append(line + '\n');
    return await file.close();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Gives a finished part its name, in one step, or removes it; with `durable`, the name reaches the disk before this returns. */
export async function publishPart(
  part: string,
  path: string,
  { durable }: { readonly durable: boolean },
): Promise<void> {
  await rename(part, path).catch(async (error: unknown) => {
    await rm(part, { force: true });
    throw error;
  });
  if (!durable) return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes a file of the tool's own state, a line each, whole or not at all. */
export async function replaceLines(path: string, lines: Iterable<string>): Promise<void> {
  await writeLines(`${path}.part`, lines, { durable: false });
  await publishPart(`${path}.part`, path, { durable: false });
}
