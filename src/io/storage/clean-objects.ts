import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../core/errors.js';
import { cleanFiles } from '../clean-files.js';
import { errorCode } from '../error-code.js';
import { isPart, STATE_FOLDER } from '../paths.js';
import { pathProblem } from './key-path.js';
import { Mirror, REQUESTS_AT_ONCE } from './mirror.js';
import { acquireObjectLock, type ObjectLock } from './object-lock.js';
import type { ObjectFound, ObjectStore } from './object-store.js';
import { probeConditions } from './probe.js';
import { sideBySide } from './side-by-side.js';

/** Written last: which objects are the state that a run has left. What is not of it was left by a run that was killed while it wrote. */
const STATE_LIST = `${STATE_FOLDER}/state.json`;
const stateListSchema = z.strictObject({ objects: z.record(z.string(), z.string()) });
/** Stands for itself, and nothing makes it again. */
const HISTORIES = `${STATE_FOLDER}/yields.jsonl`;

/** The tool's state, as it goes from run to run; not what is of one run alone. */
function isState(path: string): boolean {
  if (!path.startsWith(`${STATE_FOLDER}/`) || path === STATE_LIST || path.endsWith('.part')) return false;
  const name = path.slice(STATE_FOLDER.length + 1);
  return !/^(?:lock|probe-|queue\/)/.test(name);
}

function isRecords(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (path.endsWith('.json') || path.endsWith('.jsonl')) && !isPart(name) && !path.startsWith(`${STATE_FOLDER}/`);
}

function parseStateList(text: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(stateListSchema.parse(JSON.parse(text)).objects));
  } catch {
    return new Map();
  }
}

/**
 * Records and state in object storage, and a folder that is the same: a run works in it as in any other. Of records, the objects are what
 * counts, and each is sent before the folder's book of it is kept. The state is taken as a whole, from whoever wrote one last.
 */
export class CleanObjects {
  /** ETags of the state's objects as they are. */
  private state = new Map<string, string>();

  private constructor(
    private readonly mirror: Mirror,
    private readonly lock: ObjectLock,
  ) {}

  /**
   * Takes the lock, and makes the folder the same as the objects are; `warn` hears what is odd.
   * @throws LockedError if another run is at work
   */
  static async open(store: ObjectStore, folder: string, warn: (text: string) => void): Promise<CleanObjects> {
    const mirror = await Mirror.open(store, folder);
    if (mirror.book.get(STATE_LIST) === undefined) await probeConditions(store);
    const objects = new CleanObjects(mirror, await acquireObjectLock(store));
    try {
      await objects.pull(warn);
      return objects;
    } catch (error) {
      await objects.lock.release().catch(() => undefined);
      throw error;
    }
  }

  private async pull(warn: (text: string) => void): Promise<void> {
    const { store, folder, book } = this.mirror;
    const records = new Map<string, ObjectFound>();
    const state = new Map<string, ObjectFound>();
    for await (const object of store.list()) {
      const { key } = object;
      if (isState(key)) state.set(key, object);
      else if (isRecords(key) && pathProblem(key) === null) records.set(key, object);
    }
    for await (const { kind, path } of cleanFiles(folder))
      if (kind === 'file' && !records.has(path)) await this.mirror.drop(path);
    await this.mirror.bring(records.values());
    this.state = new Map([...state].map(([key, { etag }]) => [key, etag]));
    const list = await store.read(STATE_LIST);
    if (list?.etag === book.get(STATE_LIST)?.etag) return;
    const listed = list === null ? new Map<string, string>() : parseStateList(list.text);
    const isWhole = [...listed].every(([key, etag]) => this.state.get(key) === etag && pathProblem(key) === null);
    if (!isWhole)
      warn(`${store.shown}: a run was killed while it wrote its state: what was done is found again in the records`);
    const taken = [...state.values()].filter(({ key }) => (isWhole ? listed.has(key) : key === HISTORIES));
    const keys = new Set(taken.map(({ key }) => key));
    for (const key of await this.stateFiles()) if (!keys.has(key)) await this.mirror.drop(key);
    await this.mirror.bring(taken);
    if (list === null) await book.delete(STATE_LIST);
    else await book.set({ key: STATE_LIST, etag: list.etag, size: 0, mtimeMs: 0 });
  }

  private async stateFiles(): Promise<string[]> {
    const folder = join(this.mirror.folder, STATE_FOLDER);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(this.mirror.folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter(isState);
  }

  /** Sends a finished part as the clean file that it will be; `same` is an object of the same content, if there is one. */
  async publish(part: string, cleanPath: string, same: string | null = null): Promise<void> {
    this.lock.check();
    await this.mirror.send(cleanPath, part, same);
  }

  get store(): ObjectStore {
    return this.mirror.store;
  }

  /** The folder that is the same as the objects are. */
  get folder(): string {
    return this.mirror.folder;
  }

  /** Removes a clean file that is to go. */
  async remove(cleanPath: string): Promise<void> {
    this.lock.check();
    await this.mirror.store.remove(cleanPath);
    await this.mirror.book.delete(cleanPath);
  }

  /** Sends what has changed of the state, and says at last which objects are it. */
  async push(): Promise<void> {
    const { store, book } = this.mirror;
    await this.lock.renew();
    const files = (await this.stateFiles()).sort();
    await sideBySide(files, REQUESTS_AT_ONCE, async (key) => {
      const isSent = this.state.get(key) === book.get(key)?.etag && (await this.mirror.isUntouched(key));
      if (!isSent) this.state.set(key, await this.mirror.send(key));
    });
    const objects = Object.fromEntries(files.map((key) => [key, this.state.get(key) ?? '']));
    const text = JSON.stringify({ objects }) + '\n';
    const before = book.get(STATE_LIST)?.etag;
    const isSame = before !== undefined && (await store.read(STATE_LIST))?.text === text;
    if (!isSame) {
      let etag = await store.write(STATE_LIST, text, before === undefined ? 'absent' : { etag: before });
      if (etag === null) {
        // Written, perhaps, but the answer was lost on its way.
        const found = await store.read(STATE_LIST);
        if (found?.text === text) etag = found.etag;
      }
      if (etag === null) throw new UsageError(`${store.shown}: another run has written its state meanwhile; run again`);
      await book.set({ key: STATE_LIST, etag, size: 0, mtimeMs: 0 });
    }
    for (const key of this.state.keys()) if (objects[key] === undefined) await this.forget(key);
  }

  private async forget(key: string): Promise<void> {
    await this.mirror.store.remove(key);
    await this.mirror.book.delete(key);
    this.state.delete(key);
  }

  async close(): Promise<void> {
    await this.lock.release();
  }
}
