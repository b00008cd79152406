import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { UsageError } from '../core/errors.js';
import { EXPORTS } from '../io/exports/index.js';
import type { ExportSink } from '../io/export-sink.js';
import type { Destination } from '../io/output/destination.js';
import { folder, kindOfFolder } from '../io/output/folder.js';
import { oneFile, type OnDisk } from '../io/output/one-file.js';
import { stream } from '../io/output/stream.js';
import { isInside } from '../io/paths.js';

/** Where an export is to go, as a person said it. */
export interface TargetWish {
  /** A path; "-" is standard output. */
  readonly out: string;
  readonly sink: ExportSink;
  /** Bytes; null if nothing was said. */
  readonly shardSize: number | null;
  readonly force: boolean;
  /** Folders that an export must not write into. */
  readonly raw: string;
  readonly clean: string;
}

export interface Target {
  readonly to: Destination;
  /** Bytes after which another file is begun. */
  readonly fileSize: number;
}

/** Files of a folder grow to this size if nothing else is said: what readers in parallel take as a piece. */
const SHARD_SIZE = 256_000_000;

/** The real path of what is there, or will be. */
async function realOf(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await realOf(dirname(path)), basename(path)),
  );
}

async function checkPlace(path: string, { out, raw, clean }: TargetWish): Promise<void> {
  const real = await realOf(path);
  for (const [name, root] of [
    ['raw', await realOf(raw)],
    ['clean', await realOf(clean)],
  ] as const)
    if (isInside(real, root) || isInside(root, real))
      throw new UsageError(`export: ${out} and the folder --${name} must not lie in one another; name another place`);
}

function checkName({ out, sink, shardSize }: TargetWish): void {
  const extension = extname(out).toLowerCase();
  const meant = EXPORTS.find((other) => other.extension === extension);
  if (meant !== undefined && meant.extension !== sink.extension)
    throw new UsageError(`export: ${out} looks like ${meant.name}, and --to says ${sink.name}`);
  if (extension === '.gz') throw new UsageError(`export: ${out}: nothing is compressed but parquet; pipe "-" to gzip`);
  if (sink.shape === 'documents' && shardSize !== null)
    throw new UsageError(`--shard-size: ${sink.name} makes a file a document`);
}

/** Checks that the place is free, or may be taken. */
async function checkFree(path: string, isFolder: boolean, { out, force }: TargetWish): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) return;
  if (found.isDirectory() !== isFolder)
    throw new UsageError(
      isFolder ? `export: ${out} is a file, and a folder is to be written` : `export: ${out} is a folder`,
    );
  const kind = isFolder ? await kindOfFolder(path) : 'file';
  if (kind === 'empty') return;
  if (kind === 'other')
    throw new UsageError(`export: ${out} is a folder that no export has made; remove it yourself or name another`);
  if (!force) throw new UsageError(`export: ${out} is there already; --force replaces it`);
}

/**
 * Where to write, once that was looked at: one file if the name has an extension and no size of files is asked for, else a folder of files.
 * @throws UsageError for a place that is taken, or that must not be written to
 */
export async function openTarget(wish: TargetWish, about: string, options: OnDisk): Promise<Target> {
  const { out, sink, shardSize } = wish;
  if (out === '-') {
    if (sink.shape === 'documents' || !sink.streams)
      throw new UsageError(`export: ${sink.name} cannot go to standard output; name a file or folder`);
    if (shardSize !== null) throw new UsageError('--shard-size: standard output is one stream');
    return { to: stream(process.stdout), fileSize: Infinity };
  }
  checkName(wish);
  const path = resolve(out);
  const isFolder = sink.shape === 'documents' || shardSize !== null || extname(out) === '' || /[/\\]$/.test(out);
  await checkPlace(path, wish);
  await checkFree(path, isFolder, wish);
  return isFolder
    ? { to: folder(path, about, options), fileSize: shardSize ?? SHARD_SIZE }
    : { to: oneFile(path, options), fileSize: Infinity };
}
