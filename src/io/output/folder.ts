import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { makeFolder } from '../make-folder.js';
import type { Destination, OutFile } from './destination.js';
import { newFile } from './new-file.js';
import { partOf, type OnDisk } from './one-file.js';

/** Stands in each folder that an export has made, and says that it may be replaced. Hidden: readers of tables pass over it. */
export const MARKER = '.copydesk-export';

/** What a folder is that stands where one is to be written: only one that is empty, or made by an export, may be replaced. */
export async function kindOfFolder(path: string): Promise<'empty' | 'export' | 'other'> {
  const names = await readdir(path);
  return names.length === 0 ? 'empty' : names.includes(MARKER) ? 'export' : 'other';
}

/**
 * A folder of files, made beside its place and moved there when it is whole; a folder that stands there goes away then.
 * @param about one line for who finds the marker
 */
export function folder(path: string, about: string, options: OnDisk): Destination {
  const part = partOf(path, options);
  const old = `${part}.old`;
  let file: OutFile | undefined;
  let begun = false;

  async function begin(): Promise<void> {
    if (begun) return;
    begun = true;
    await makeFolder(dirname(path));
    await rm(part, { recursive: true, force: true });
    await mkdir(part);
    await writeFile(join(part, MARKER), about + '\n');
  }

  return {
    async create(stem, extension) {
      await begin();
      await makeFolder(dirname(join(part, stem)));
      for (let n = 1; ; n++) {
        try {
          return (file = await newFile(join(part, `${stem}${n === 1 ? '' : `~${n}`}${extension}`), options));
        } catch (error) {
          if (errorCode(error) !== 'EEXIST') throw error;
        }
      }
    },
    async publish() {
      await begin();
      const replaced = await rename(path, old).then(
        () => true,
        (error: unknown) => {
          if (errorCode(error) === 'ENOENT') return false;
          throw error;
        },
      );
      await rename(part, path).catch(async (error: unknown) => {
        if (replaced) await rename(old, path);
        throw error;
      });
      if (replaced) await rm(old, { recursive: true, force: true });
      if (!options.durable) return;
      const above = await open(dirname(path), 'r');
      await above.sync().finally(() => above.close());
    },
    async discard() {
      await file?.close().catch(() => undefined);
      await rm(part, { recursive: true, force: true });
    },
    abandon() {
      rmSync(part, { recursive: true, force: true });
    },
  };
}
