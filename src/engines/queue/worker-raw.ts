import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../io/make-folder.js';
import type { ObjectStore } from '../../io/storage/object-store.js';
import { rawProblem } from '../raw-problem.js';

/** Raw documents as a worker has them. */
export interface WorkerRaw {
  /** Of this machine. */
  readonly folder: string;
  /** Whether the folder is this worker's own: then what is wrong with it is no other's trouble. */
  readonly isOwn: boolean;
  /** Whether there are any, as far as can be seen from here. */
  isHere(): Promise<boolean>;
  /** Has a raw file at its path below the folder while something is done with it, which is told why it is not there, or null. */
  lend<T>(rawPath: string, work: (problem: string | null) => Promise<T>): Promise<T>;
}

/** Those in a folder that all machines see. */
export const rawFolder = (folder: string): WorkerRaw => ({
  folder,
  isOwn: false,
  isHere: async () => (await stat(folder).catch(() => null)) !== null,
  lend: (_, work) => work(null),
});

/**
 * Those in object storage, each brought for one piece of work and removed after. Of two pieces of work on one, the second waits and has it
 * brought again: it may have been planned for another content.
 */
export class RawLoans implements WorkerRaw {
  readonly isOwn = true;
  private readonly lent = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: ObjectStore,
    readonly folder: string,
  ) {}

  async isHere(): Promise<boolean> {
    return (await this.store.list().next()).done !== true;
  }

  async lend<T>(rawPath: string, work: (problem: string | null) => Promise<T>): Promise<T> {
    const before = this.lent.get(rawPath);
    const loan = Promise.resolve(before).then(() => this.lendOnce(rawPath, work));
    const over = loan.catch(() => undefined);
    this.lent.set(rawPath, over);
    try {
      return await loan;
    } finally {
      if (this.lent.get(rawPath) === over) this.lent.delete(rawPath);
    }
  }

  private async lendOnce<T>(rawPath: string, work: (problem: string | null) => Promise<T>): Promise<T> {
    const path = join(this.folder, rawPath);
    await makeFolder(dirname(path));
    try {
      return await work(await rawProblem(this.store.fetch(rawPath, path).then((etag) => etag !== null)));
    } finally {
      await rm(path, { force: true });
    }
  }
}
