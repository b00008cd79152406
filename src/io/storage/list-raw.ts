import { byCodeUnit } from '../../core/order.js';
import { decisionsPath } from '../decisions.js';
import { sortByName, type RawFile, type RawWalk } from '../walk-raw.js';
import { foldersAbove, isHidden, pathProblem } from './key-path.js';
import type { ObjectFound, ObjectStore } from './object-store.js';

const DECISIONS = decisionsPath('');

/** Folders as consoles make them: objects without content, with a slash at the end. */
const isFolderMark = ({ key, size }: ObjectFound): boolean => key.endsWith('/') && size === 0;

/** Names below one folder. */
class Names {
  constructor(
    private readonly folder: string,
    private readonly paths: { has(path: string): boolean },
  ) {}
  has(name: string): boolean {
    return this.paths.has(this.folder + name);
  }
}

export interface RawListing extends RawWalk {
  /** What is read beside documents: their sidecars, and what people decided. */
  readonly beside: readonly ObjectFound[];
}

/**
 * All documents below a prefix, as walkRaw() finds them below a folder: in the same order, the same left out. Keys that cannot be a path are
 * named. `isOutput` is true of what a run has written there itself.
 */
export async function listRaw(
  store: ObjectStore,
  isOutput: (key: string) => boolean = () => false,
): Promise<RawListing> {
  const found = new Map<string, ObjectFound>();
  const folders = new Set<string>();
  const failed: { path: string; problem: string }[] = [];
  const beside: ObjectFound[] = [];
  for await (const object of store.list()) {
    const { key } = object;
    if (isOutput(key) || isFolderMark(object)) continue;
    if (key === DECISIONS) beside.push(object);
    const problem = pathProblem(key);
    if (problem !== null) failed.push({ path: key, problem });
    else if (!isHidden(key)) {
      found.set(key, object);
      for (const folder of foldersAbove(key)) {
        if (folders.has(folder)) break;
        folders.add(folder);
      }
    }
  }
  const files: RawFile[] = [];
  const leftAlone: string[] = [];
  for (const object of [...found.values()].sort((a, b) => byCodeUnit(a.key, b.key))) {
    const { key, size, etag, modifiedMs } = object;
    const folder = key.slice(0, key.lastIndexOf('/') + 1);
    const sorted = sortByName(key, { files: new Names(folder, found), folders: new Names(folder, folders) });
    if (folders.has(key))
      failed.push({ path: key, problem: 'its key is a folder of other keys, too; give it another' });
    else if (sorted.kind === 'failed') failed.push({ path: key, problem: sorted.problem });
    else if (sorted.kind === 'left-alone') leftAlone.push(key);
    else if (sorted.kind === 'sidecar') beside.push(object);
    else files.push({ ...sorted.file, found: { size, mtimeMs: modifiedMs, etag } });
  }
  return { files, leftAlone, failed, beside };
}
