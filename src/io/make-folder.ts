import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Makes a folder and those above it. node's own `recursive` does the same, but never comes back (20.20) where a file system says of a new
 * folder that there is no such thing, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    const above = await stat(dirname(path)).catch(() => null);
    if (above !== null) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path);
  }
}
