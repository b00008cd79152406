import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ALL_PUBLISHED, Published } from '../../io/learned/published.js';
import { makeFolder } from '../../io/make-folder.js';
import { attemptPartOf, cleanPathOf, partPathOf, STATE_FOLDER } from '../../io/paths.js';
import { readerFor } from '../../io/readers/index.js';
import type { Shard } from '../../io/shard.js';
import type { CleanObjects } from '../../io/storage/clean-objects.js';
import { ObjectError, type ObjectStore } from '../../io/storage/object-store.js';
import { sideBySide } from '../../io/storage/side-by-side.js';
import type { TaskName } from '../engine.js';
import type { PlannerShared, Shared, WorkerShared } from './shared.js';

/** Below a folder of notes. */
const LINES = 'lines.jsonl';
const PARTS = 'parts';

const REMOVED_AT_ONCE = 16;
/** Runs of which a worker keeps the published lines: those of one that is over are not asked for again. */
const MOST_LINES = 8;

/** A place in object storage that planner and workers reach, each of which works in a folder of its own machine. */
abstract class SharedObjects implements Shared {
  constructor(protected readonly store: ObjectStore) {}

  /** There are no folders. */
  async open(): Promise<void> {
    await Promise.resolve();
  }

  async write(name: string, text: string): Promise<boolean> {
    if ((await this.store.write(name, text, 'absent')) !== null) return true;
    // Written, perhaps, but the answer was lost on its way.
    return (await this.read(name)) === text;
  }

  async read(name: string): Promise<string | null> {
    return (await this.store.read(name))?.text ?? null;
  }

  has(name: string): Promise<boolean> {
    return this.store.has(name);
  }

  async list(folder: string): Promise<string[]> {
    const names = new Set<string>();
    for await (const { key } of this.store.list(`${folder}/`))
      names.add(key.slice(folder.length + 1).split('/')[0] ?? '');
    return [...names];
  }

  remove(name: string): Promise<void> {
    return this.store.remove(name);
  }

  async clear(folder: string): Promise<void> {
    const keys: string[] = [];
    for await (const { key } of this.store.list(`${folder}/`)) keys.push(key);
    await sideBySide(keys, REMOVED_AT_ONCE, (key) => this.store.remove(key));
  }

  discard(part: string): Promise<void> {
    return this.store.remove(part);
  }
}

/** The planner's side: a part is brought, for the local folder is the same as the objects are, and becomes a clean file by being copied. */
export class PlannerObjects extends SharedObjects implements PlannerShared {
  readonly pauses = { shortestMs: 300, longestMs: 3000 };

  constructor(private readonly clean: CleanObjects) {
    super(clean.store);
  }

  get place(): string {
    return this.store.shown;
  }

  async shareLines(folder: string, lines: string): Promise<void> {
    const path = join(this.clean.folder, partPathOf(`${STATE_FOLDER}/`, process.pid.toString(36), 0));
    try {
      await Published.gather(lines, path);
      await this.store.upload(path, `${folder}/${LINES}`);
    } finally {
      await rm(path, { force: true });
    }
  }

  async bring(part: string, { part: to, rawPath, share }: Shard, task: TaskName): Promise<boolean> {
    // For the worker that does the whole, not for here.
    if (task === 'clean' && share !== undefined) return this.store.has(part);
    const path = join(this.clean.folder, to);
    await makeFolder(dirname(path));
    try {
      if ((await this.store.fetch(part, path)) === null) return false;
      if (task === 'clean')
        await this.clean.publish(to, cleanPathOf(rawPath, readerFor(rawPath)?.container ?? false), part);
      return true;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** It was brought to where it belongs. */
  async settle(): Promise<void> {
    await Promise.resolve();
  }

  /** What attempts leave stands among the notes, and goes with them. */
  async removeLeftovers(): Promise<void> {
    await Promise.resolve();
  }
}

/** A worker's side, which needs a local folder of its own. */
export class WorkerObjects extends SharedObjects implements WorkerShared {
  readonly isOwn = true;
  readonly clean: string;
  private readonly lines: string;

  constructor(store: ObjectStore, folder: string) {
    super(store);
    this.clean = join(folder, 'clean');
    this.lines = join(folder, 'lines');
  }

  /** A run's lock is never removed. */
  isHere(): Promise<boolean> {
    return this.has(`${STATE_FOLDER}/lock`);
  }

  async linesOf(folder: string): Promise<string> {
    const here = join(this.lines, basename(folder));
    await makeFolder(here);
    // Threads may be reading what was brought before.
    const draft = join(here, `${randomBytes(4).toString('hex')}.part`);
    const etag = await this.store.fetch(`${folder}/${LINES}`, draft);
    // Gone with its run: then there are others here than the run asks for, which is told by their version.
    if (etag !== null) await rename(draft, join(here, ALL_PUBLISHED));
    await this.removeOldLines();
    return here;
  }

  private async removeOldLines(): Promise<void> {
    const names = await readdir(this.lines);
    if (names.length <= MOST_LINES) return;
    const found = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.lines, name))).mtimeMs })),
    );
    for (const { name } of found.sort((a, b) => b.at - a.at).slice(MOST_LINES))
      await rm(join(this.lines, name), { recursive: true, force: true });
  }

  /** Of a container that another worker had begun, it begins anew. */
  async begin({ published, made, ...shard }: Shard, key: string): Promise<Shard> {
    const part = attemptPartOf(shard.part, key, randomBytes(4).toString('hex'));
    await makeFolder(dirname(join(this.clean, part)));
    const brought = published && (await this.bringRecords(published.path, `${part}.published`));
    const shares = await Promise.all(
      (made ?? []).map(async (name, at) => name && this.bringRecords(name, `${part}.share-${at}`)),
    );
    return {
      ...shard,
      part,
      ...(published && brought ? { published: { ...published, path: brought } } : {}),
      ...(made ? { made: shares } : {}),
    };
  }

  /** Where they cannot be had, none is taken from them: null. */
  private async bringRecords(name: string, path: string): Promise<string | null> {
    try {
      return (await this.store.fetch(name, join(this.clean, path))) === null ? null : path;
    } catch (error) {
      if (error instanceof ObjectError) return null;
      throw error;
    }
  }

  async handIn(folder: string, { part }: Shard): Promise<string> {
    const name = `${folder}/${PARTS}/${basename(part)}`;
    await this.store.upload(join(this.clean, part), name);
    return name;
  }

  async end({ part, published, made = [] }: Shard): Promise<void> {
    for (const path of [part, ...(published ? [published.path] : []), ...made])
      if (path !== null) await rm(join(this.clean, path), { force: true });
  }
}
