import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode, errorMessage } from './error-code.js';
import { byCodeUnit } from '../core/order.js';
import type { Found } from './found.js';
import { cleanPathOf, isInside } from './paths.js';
import { readerFor } from './readers/index.js';
import { SIDECAR_EXTENSION } from './sidecar.js';

export interface RawFile {
  /** Below raw/, with '/'. */
  readonly rawPath: string;
  /** Whether a sidecar stands beside it. */
  readonly sidecar: boolean;
  readonly container: boolean;
  /** How it was found, where that is known with its name; otherwise the file system is asked. */
  readonly found?: Found;
}

export interface RawWalk {
  /** In code-unit order of their paths. */
  readonly files: readonly RawFile[];
  /** Files that no reader takes. */
  readonly leftAlone: readonly string[];
  /** Files and folders that should have been read and cannot be. */
  readonly failed: readonly { readonly path: string; readonly problem: string }[];
}

/** A name that the system could not decode; such a file cannot be opened by its name. */
const UNDECODED = '\ufffd';

/** The names in one folder. */
export interface Neighbours {
  readonly files: { has(name: string): boolean };
  readonly folders: { has(name: string): boolean };
}

/** What a file is, by its name and those beside it. */
export type SortedFile =
  | { readonly kind: 'raw'; readonly file: RawFile }
  | { readonly kind: 'sidecar' }
  /** No reader takes it. */
  | { readonly kind: 'left-alone' }
  | { readonly kind: 'failed'; readonly problem: string };

export function sortByName(path: string, { files, folders }: Neighbours): SortedFile {
  const name = basename(path);
  if (name.endsWith(SIDECAR_EXTENSION) && files.has(name.slice(0, -SIDECAR_EXTENSION.length)))
    return { kind: 'sidecar' };
  const reader = readerFor(name);
  if (!reader) return { kind: 'left-alone' };
  if (name.includes(UNDECODED)) return { kind: 'failed', problem: 'its name is not UTF-8' };
  if (folders.has(cleanPathOf(name, reader.container)))
    return {
      kind: 'failed',
      problem: 'its clean file would stand where a folder of raw/ is mirrored; rename one of them',
    };
  const { container } = reader;
  return { kind: 'raw', file: { rawPath: path, sidecar: files.has(name + SIDECAR_EXTENSION), container } };
}

class Walker {
  readonly files: RawFile[] = [];
  readonly leftAlone: string[] = [];
  readonly failed: { path: string; problem: string }[] = [];
  /** Real paths of the folders reached by a link out of raw/: each is walked once, so that links cannot multiply it. */
  private readonly linked = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly realRoot: string,
    /** Real path of the output folder, which may stand inside raw/. */
    private readonly output: string | null,
  ) {}

  /** `outside` is true below a link that led out of raw/. */
  async walk(prefix: string, outside: boolean): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(join(this.root, prefix), { withFileTypes: true });
    } catch (error) {
      this.failed.push({ path: prefix, problem: `folder cannot be read: ${errorCode(error) ?? errorMessage(error)}` });
      return;
    }
    const found: { name: string; kind: 'file' | 'folder' | 'linked-folder' | 'other' }[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      found.push({ name: entry.name, kind: await this.kindOf(entry, prefix) });
    }
    const files = new Set(found.filter(({ kind }) => kind === 'file').map(({ name }) => name));
    const folders = new Set(found.filter(({ kind }) => kind.endsWith('folder')).map(({ name }) => name));
    // A folder sorts as its paths do: with the slash.
    const sortKey = ({ name, kind }: { name: string; kind: string }): string =>
      kind.endsWith('folder') ? name + '/' : name;
    found.sort((a, b) => byCodeUnit(sortKey(a), sortKey(b)));
    for (const { name, kind } of found) {
      const path = prefix + name;
      if (kind === 'file') this.visitFile(path, { files, folders });
      else if (kind === 'folder') await this.visitFolder(path + '/', outside);
      else if (kind === 'linked-folder') await this.visitLink(path + '/');
      else this.leftAlone.push(path);
    }
  }

  private async kindOf(entry: Dirent, prefix: string): Promise<'file' | 'folder' | 'linked-folder' | 'other'> {
    if (entry.isFile()) return 'file';
    if (entry.isDirectory()) return 'folder';
    if (!entry.isSymbolicLink()) return 'other';
    try {
      const target = await stat(join(this.root, prefix, entry.name));
      return target.isFile() ? 'file' : target.isDirectory() ? 'linked-folder' : 'other';
    } catch {
      return 'other';
    }
  }

  private visitFile(path: string, neighbours: Neighbours): void {
    const sorted = sortByName(path, neighbours);
    if (sorted.kind === 'raw') this.files.push(sorted.file);
    else if (sorted.kind === 'failed') this.failed.push({ path, problem: sorted.problem });
    else if (sorted.kind === 'left-alone') this.leftAlone.push(path);
  }

  private async visitFolder(prefix: string, outside: boolean): Promise<void> {
    const path = await realpath(join(this.root, prefix)).catch(() => null);
    if (path !== null && path === this.output) return;
    if (path !== null && outside) {
      if (this.linked.has(path)) return;
      this.linked.add(path);
    }
    await this.walk(prefix, outside);
  }

  /** A folder inside raw/ is walked under its own name, so a link to it adds nothing; one around raw/ would never end. */
  private async visitLink(prefix: string): Promise<void> {
    const target = await realpath(join(this.root, prefix)).catch(() => null);
    if (target === null || isInside(target, this.realRoot) || isInside(this.realRoot, target)) return;
    await this.visitFolder(prefix, true);
  }
}

/**
 * All documents below a folder, in an order that is the same everywhere. Hidden files and folders (raw/.copydesk among them),
 * sidecars and the output folder are left out; links are followed, each folder once.
 */
export async function walkRaw(root: string, output: string): Promise<RawWalk> {
  const realOutput = await realpath(output).catch(() => null);
  const walker = new Walker(root, await realpath(root), realOutput);
  await walker.walk('', false);
  return { files: walker.files, leftAlone: walker.leftAlone, failed: walker.failed };
}
