import { randomBytes } from 'node:crypto';
import { copyFile, link, readdir, rename, rm, rmdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../io/error-code.js';
import { makeFolder } from '../../io/make-folder.js';
import { attemptPartOf, isAttempt, isResumable, STATE_FOLDER } from '../../io/paths.js';
import { readOptional } from '../../io/read-optional.js';
import type { Shard } from '../../io/shard.js';
import type { PlannerShared, WorkerShared } from './shared.js';

/** As `rm` does with `force`, which looks at a file before it removes it: of a million shards, each call counts. */
async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** A folder that planner and workers see, such as NFS: parts are written in it, beside the clean files that they will be. */
export class SharedFolder implements PlannerShared, WorkerShared {
  readonly place: string;
  readonly isOwn = false;
  readonly pauses = { shortestMs: 5, longestMs: 250 };

  constructor(readonly clean: string) {
    this.place = clean;
  }

  private at(name: string): string {
    return join(this.clean, name);
  }

  async open(folder: string): Promise<void> {
    await makeFolder(this.at(folder));
  }

  async write(name: string, text: string): Promise<boolean> {
    const path = this.at(name);
    const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
    try {
      await writeFile(draft, text);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
    try {
      await link(draft, path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOENT') return false;
      // Not every file system has hard links. Of two reports of a shard, the later one then stays; both are right.
      await rename(draft, path);
      return true;
    } finally {
      await removeFile(draft);
    }
  }

  async read(name: string): Promise<string | null> {
    return (await readOptional(this.at(name))) || null;
  }

  has(name: string): Promise<boolean> {
    return isThere(this.at(name));
  }

  async list(folder: string): Promise<string[]> {
    // A change of our own has NFS ask the server what is there, instead of saying for half a minute what was.
    const now = new Date();
    await utimes(this.at(folder), now, now);
    return readdir(this.at(folder));
  }

  remove(name: string): Promise<void> {
    return removeFile(this.at(name));
  }

  async clear(folder: string): Promise<void> {
    await rm(this.at(folder), { recursive: true, force: true });
    // Unless something else is still there.
    await rmdir(dirname(this.at(folder))).catch(() => undefined);
  }

  isHere(): Promise<boolean> {
    return this.has(STATE_FOLDER);
  }

  /** They are seen where they are. */
  async shareLines(): Promise<void> {
    await Promise.resolve();
  }

  linesOf(_folder: string, path: string): Promise<string> {
    return Promise.resolve(this.at(path));
  }

  /** Of a container, the attempt begins as a copy of the longest part that earlier ones have left, and the work goes on where they were. */
  async begin(shard: Shard, key: string): Promise<Shard> {
    const part = attemptPartOf(shard.part, key, randomBytes(4).toString('hex'));
    if (isResumable(shard.part)) {
      const folder = this.at(dirname(shard.part));
      const names = (await readdir(folder).catch(() => [])).filter(
        (name) => (name === basename(shard.part) && shard.share === undefined) || isAttempt(name, key),
      );
      const found = await Promise.all(
        names.map(async (name) => ({ name, size: (await stat(join(folder, name)).catch(() => null))?.size ?? 0 })),
      );
      const [longest] = found.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size);
      // It may be gone by now; then the attempt begins at the beginning.
      if (longest) await copyFile(join(folder, longest.name), this.at(part)).catch(() => undefined);
    }
    return { ...shard, part };
  }

  handIn(_folder: string, { part }: Shard): Promise<string> {
    return Promise.resolve(part);
  }

  discard(part: string): Promise<void> {
    return removeFile(this.at(part));
  }

  /** What it has written is where others go on with it. */
  async end(): Promise<void> {
    await Promise.resolve();
  }

  bring(part: string): Promise<boolean> {
    return this.has(part);
  }

  settle(part: string, shard: Shard): Promise<void> {
    return rename(this.at(part), this.at(shard.part));
  }

  async removeLeftovers(folders: Iterable<string>): Promise<void> {
    for (const folder of folders)
      for (const name of await readdir(this.at(folder)).catch(() => []))
        if (isAttempt(name)) await rm(join(this.at(folder), name), { force: true });
  }
}
