import { rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { UsageError } from '../../core/errors.js';
import { decisionsPath } from '../decisions.js';
import type { Found } from '../found.js';
import { makeFolder } from '../make-folder.js';
import type { Hold } from '../plan.js';
import type { RawWalk } from '../walk-raw.js';
import { listRaw } from './list-raw.js';
import { Mirror } from './mirror.js';
import { ObjectError, type ObjectStore } from './object-store.js';

/** Bytes of raw files that may stay for a second use in the same run, … */
const MOST_KEPT = 1024 * 1024 * 1024;
/** … and of files in work beyond which no other is brought before one of them is done. */
const MOST_IN_WORK = 4 * 1024 * 1024 * 1024;

interface Brought {
  /** False where there is no such object any more. */
  readonly isThere: Promise<boolean>;
  readonly size: number;
  users: number;
}

/** Raw documents in object storage, each brought to a folder while something is done with it. */
export class RawObjects {
  /** Those that are here or on their way, those that nobody uses in the order in which they were used. */
  private readonly here = new Map<string, Brought>();
  private readonly found = new Map<string, Found>();
  private kept = 0;
  private inWork = 0;
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly mirror: Mirror,
    /** True of keys that a run has written itself. */
    private readonly isOutput: (key: string) => boolean,
  ) {}

  static async open(store: ObjectStore, folder: string, isOutput: (key: string) => boolean): Promise<RawObjects> {
    return new RawObjects(await Mirror.open(store, folder), isOutput);
  }

  /** For people, and for workers. */
  get shown(): string {
    return this.mirror.store.shown;
  }

  /** Tells the content of a raw file from others, as far as the listing knows; null where it did not name it. */
  stampOf(rawPath: string): unknown {
    const found = this.found.get(rawPath);
    return found === undefined ? null : [found.size, found.etag];
  }

  /** All documents; brings what stands beside them, and removes what an earlier run has left. */
  async walk(): Promise<RawWalk> {
    const { beside, ...walk } = await listRaw(this.mirror.store, this.isOutput);
    const wanted = new Set(beside.map(({ key }) => key));
    const { folder } = this.mirror;
    await this.keepDecisions(folder);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const key = relative(folder, path).split(sep).join('/');
      if (!entry.isDirectory() && !wanted.has(key)) await this.mirror.drop(key);
    }
    await this.mirror.bring(beside);
    for (const { rawPath, found } of walk.files) if (found) this.found.set(rawPath, found);
    return walk;
  }

  /** What people decide is made nowhere else, so it is not overwritten. */
  private async keepDecisions(folder: string): Promise<void> {
    const path = decisionsPath(folder);
    const isThere = (await stat(path).catch(() => null)) !== null;
    if (isThere && !(await this.mirror.isUntouched(decisionsPath(''))))
      throw new UsageError(
        `${path}: somebody has decided here; add it to ${this.mirror.store.shown}/${decisionsPath('')}, and remove it`,
      );
  }

  /** Has a raw file at its path until it is released as often; false where it is gone. Waits while too much is in work. */
  async bring(rawPath: string): Promise<boolean> {
    const size = this.found.get(rawPath)?.size ?? 0;
    while (this.inWork > 0 && this.inWork + size > MOST_IN_WORK) await new Promise<void>((go) => this.waiting.push(go));
    return this.use(rawPath);
  }

  private use(rawPath: string): Promise<boolean> {
    let brought = this.here.get(rawPath);
    if (brought === undefined) {
      brought = { isThere: this.fetch(rawPath), size: this.found.get(rawPath)?.size ?? 0, users: 0 };
      this.here.set(rawPath, brought);
    } else if (brought.users === 0) this.kept -= brought.size;
    if (brought.users === 0) this.inWork += brought.size;
    brought.users += 1;
    return brought.isThere;
  }

  private async fetch(rawPath: string): Promise<boolean> {
    const path = join(this.mirror.folder, rawPath);
    await makeFolder(dirname(path));
    try {
      return (await this.mirror.store.fetch(rawPath, path)) !== null;
    } catch (error) {
      this.remove(rawPath);
      throw error;
    }
  }

  /** At once: a moment later, somebody may bring it again. */
  private remove(rawPath: string): void {
    rmSync(join(this.mirror.folder, rawPath), { force: true });
  }

  /** To be said as often as it was asked for, also where that failed. */
  async release(rawPath: string): Promise<void> {
    const brought = this.here.get(rawPath);
    if (brought === undefined || --brought.users > 0) return;
    this.inWork -= brought.size;
    this.waiting.splice(0).forEach((go) => {
      go();
    });
    // To the end of the line of those that nobody uses.
    this.here.delete(rawPath);
    const isThere = await brought.isThere.catch(() => false);
    if (this.here.has(rawPath)) return;
    if (!isThere) {
      this.remove(rawPath);
      return;
    }
    this.here.set(rawPath, brought);
    this.kept += brought.size;
    this.evict();
  }

  private evict(): void {
    for (const [rawPath, { users, size }] of this.here) {
      if (this.kept <= MOST_KEPT) return;
      if (users > 0) continue;
      this.here.delete(rawPath);
      this.kept -= size;
      this.remove(rawPath);
    }
  }

  /** Where it is gone, or cannot be read, the work finds no file; whoever cleans it says why. */
  readonly hold: Hold = async (rawPath, work) => {
    try {
      await this.use(rawPath).catch((error: unknown) => {
        if (!(error instanceof ObjectError)) throw error;
      });
      return await work();
    } finally {
      await this.release(rawPath);
    }
  };

  /** Removes all of them; only when nobody uses one any more. */
  clear(): void {
    for (const rawPath of this.here.keys()) this.remove(rawPath);
    this.here.clear();
    this.kept = 0;
  }
}
