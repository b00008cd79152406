import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { publishPart } from '../part-file.js';
import type { Destination, OutFile } from './destination.js';
import { newFile } from './new-file.js';

/** What a destination on disk is told. `tag` sets the parts of this process apart from those of others. */
export interface OnDisk {
  readonly durable: boolean;
  readonly tag: string;
}

export const partOf = (path: string, { tag }: OnDisk): string => join(dirname(path), `.copydesk-export-${tag}.part`);

/** All in one file, whatever it is called inside; one that stands there is replaced. */
export function oneFile(path: string, options: OnDisk): Destination {
  const part = partOf(path, options);
  let file: OutFile | undefined;
  return {
    async create() {
      await makeFolder(dirname(path));
      await rm(part, { recursive: true, force: true });
      return (file = await newFile(part, options));
    },
    publish: () => publishPart(part, path, options),
    async discard() {
      await file?.close().catch(() => undefined);
      await rm(part, { force: true });
    },
    abandon() {
      rmSync(part, { force: true });
    },
  };
}
