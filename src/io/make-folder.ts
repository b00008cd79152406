import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Makes a folder and those above it. node's own `recursive` does the same, but never comes back (20.20) where a file system says of a new
 * folder that there is no such thing, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  const failed = await tryFolder(path);
  if (failed === null) return;
  if (errorCode(failed) !== 'ENOENT' || dirname(path) === path) throw failed;
  if ((await stat(dirname(path)).catch(() => null)) === null) await makeFolder(dirname(path));
  // The folder above is there by now, whoever made it; what the file system says this time is its last word.
  const again = await tryFolder(path);
  if (again !== null) throw again;
}

/** Null if the folder is there afterwards, else what was in the way. */
async function tryFolder(path: string): Promise<Error | null> {
  try {
    await mkdir(path);
    return null;
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(path)).isDirectory()) return null;
    return error instanceof Error ? error : new Error(String(error));
  }
}
