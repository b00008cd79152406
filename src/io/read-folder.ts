import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The contents of all files in a folder and below it, by their paths with '/'. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    contents.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return contents;
}
