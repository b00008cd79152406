import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { partPathOf } from '../paths.js';
import { Book } from './book.js';
import type { ObjectFound, ObjectStore } from './object-store.js';
import { sideBySide } from './side-by-side.js';

/** Requests that are under way at a time: one takes tens of milliseconds, next to none of them this machine's. */
export const REQUESTS_AT_ONCE = 16;

/** Storages copy no larger object in one step. */
const MOST_COPIED = 5 * 1024 * 1024 * 1024;

/** A folder in which some objects stand as files, and a book of which is which. */
export class Mirror {
  private parts = 0;

  private constructor(
    readonly store: ObjectStore,
    readonly folder: string,
    readonly book: Book,
  ) {}

  static async open(store: ObjectStore, folder: string): Promise<Mirror> {
    await makeFolder(folder);
    const book = await Book.open(`${folder}.jsonl`);
    await book.compact();
    return new Mirror(store, folder, book);
  }

  /** Whether the file of an object is as it was when the two were the same. */
  async isUntouched(key: string): Promise<boolean> {
    const entry = this.book.get(key);
    const found = entry && (await stat(join(this.folder, key)).catch(() => null));
    return found?.isFile() === true && found.size === entry?.size && found.mtimeMs === entry.mtimeMs;
  }

  /** Brings those of the objects that are not here as they are there. */
  async bring(objects: Iterable<ObjectFound>): Promise<void> {
    await sideBySide(objects, REQUESTS_AT_ONCE, async ({ key, etag }) => {
      if (this.book.get(key)?.etag === etag && (await this.isUntouched(key))) return;
      const part = join(this.folder, partPathOf(key, `pull-${process.pid.toString(36)}`, this.parts++));
      await makeFolder(dirname(part));
      try {
        const brought = await this.store.fetch(key, part);
        // Gone since it was listed.
        if (brought === null) return;
        const { size, mtimeMs } = await stat(part);
        await rename(part, join(this.folder, key));
        await this.book.set({ key, etag: brought, size, mtimeMs });
      } finally {
        await rm(part, { force: true });
      }
    });
  }

  /** Makes an object of a file, which stands, or will stand, at the key; where `same` is an object of the same content, by copying that. */
  async send(key: string, path = key, same: string | null = null): Promise<string> {
    const file = join(this.folder, path);
    const { size, mtimeMs } = await stat(file);
    const copied = same === null || size > MOST_COPIED ? null : await this.store.copy(same, key);
    const etag = copied ?? (await this.store.upload(file, key));
    await this.book.set({ key, etag, size, mtimeMs });
    return etag;
  }

  /** Removes a file, and leaves the object. */
  async drop(key: string): Promise<void> {
    await rm(join(this.folder, key), { force: true });
    await this.book.delete(key);
  }
}
