import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../../core/errors.js';
import { canonicalJson, shortHash } from '../hash.js';
import { makeFolder } from '../make-folder.js';
import { replaceLines } from '../part-file.js';
import { readOptional } from '../read-optional.js';
import type { CleanObjects } from './clean-objects.js';
import { ObjectError, type ObjectStore } from './object-store.js';
import type { RawObjects } from './raw-objects.js';
import { isBelow, isS3Url, parseS3Url, type S3Url } from './s3-url.js';

/** Where a run's documents and records are, where not in folders: URLs; null: in a folder. */
export interface Remote {
  readonly raw: string | null;
  readonly clean: string | null;
  /** The local folder that a run works in. */
  readonly work: string;
}

/** What stands in object storage, for a run that has the lock. */
export interface RunObjects {
  readonly raw: RawObjects | null;
  readonly clean: CleanObjects | null;
}

/** Below the folder that a run works in, or beside it. */
const WORKERS = 'workers';

/** The user's own folder for what can be made again. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME: set } = process.env;
  return set === undefined || set === '' ? join(homedir(), '.cache') : set;
}

/** Where the workers of a queue have their local folders, below the one that is named, or below the user's own. */
export const workersFolder = (work: string | null): string => join(work ?? join(cacheFolder(), 'copydesk'), WORKERS);

/** Who runs it elsewhere has another storage behind the same names. */
const endpoint = (): string => process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'] ?? '';

/**
 * What is asked for by two options, one or both of which name object storage; null where both name folders.
 * @throws UsageError where a URL is none, or the one contains the other
 */
export function remoteOf(raw: string, clean: string, work: string | undefined, folder: string): Remote | null {
  const rawUrl = isS3Url(raw) ? parseS3Url('--raw', raw) : null;
  const cleanUrl = isS3Url(clean) ? parseS3Url('--clean', clean) : null;
  if (rawUrl === null && cleanUrl === null) {
    if (work !== undefined) throw new UsageError('--work: only for --raw s3://… or --clean s3://…');
    return null;
  }
  if (rawUrl && cleanUrl && isBelow(rawUrl, cleanUrl))
    throw new UsageError(`${rawUrl.shown}: the raw documents stand where the records go; name another with --clean`);
  const remote = { raw: rawUrl?.shown ?? null, clean: cleanUrl?.shown ?? null };
  const name = (cleanUrl ?? rawUrl)?.bucket ?? '';
  const fallback = (): string =>
    join(cacheFolder(), 'copydesk', `${name}-${shortHash({ endpoint: endpoint(), ...remote })}`);
  return { ...remote, work: work === undefined ? fallback() : resolve(folder, work) };
}

/** Below the folder that a run works in. */
export const localFolders = (work: string): { raw: string; clean: string } => ({
  raw: join(work, 'raw'),
  clean: join(work, 'clean'),
});

/** Says whose folder it is. */
const SIGN = 'collection.json';

/**
 * Makes the folder that a run works in.
 * @throws UsageError where it is another collection's
 */
export async function prepareWork({ work, ...remote }: Remote): Promise<void> {
  const local = localFolders(work);
  const sign = join(work, SIGN);
  const own = canonicalJson({ endpoint: endpoint(), ...remote });
  await makeFolder(work);
  const signed = (await readOptional(sign)).trim();
  if (signed !== '' && signed !== own)
    throw new UsageError(`${work}: it was made for another collection, or another endpoint; name another with --work`);
  // In it, what is no object is removed.
  const isOthers = signed === '' && (await readdir(work)).some((name) => !name.startsWith(SIGN) && name !== WORKERS);
  if (isOthers) throw new UsageError(`${work}: expected a new folder, or an empty one; name another with --work`);
  if (signed === '') await replaceLines(sign, [own]);
  for (const folder of [local.raw, local.clean]) await makeFolder(folder);
}

export type OpenStore = (option: string, url: S3Url) => Promise<ObjectStore>;

/** A place in S3-compatible object storage. @throws UsageError where the client is not installed */
export const openAtS3: OpenStore = async (option, url) => (await import('./s3-store.js')).openS3(option, url);

/**
 * Opens what a run has in object storage, does the work, and sends the state.
 * @throws UsageError if the storage cannot be used, LockedError if another run is at work
 */
export async function withObjects<T>(
  remote: Remote | null,
  warn: (text: string) => void,
  work: (objects: RunObjects | null) => Promise<T>,
  openStore: OpenStore = openAtS3,
): Promise<T> {
  if (remote === null) return work(null);
  const local = localFolders(remote.work);
  const urls = {
    raw: remote.raw === null ? null : parseS3Url('--raw', remote.raw),
    clean: remote.clean === null ? null : parseS3Url('--clean', remote.clean),
  };
  const { RawObjects } = await import('./raw-objects.js');
  const { CleanObjects } = await import('./clean-objects.js');
  const { raw: from, clean: to } = urls;
  const output = from && to && isBelow(to, from) ? to.prefix.slice(from.prefix.length) : null;
  const isOutput = (key: string): boolean => output !== null && key.startsWith(output);
  const raw = from && (await RawObjects.open(await openStore('--raw', from), local.raw, isOutput));
  let clean: CleanObjects | null = null;
  try {
    clean = to && (await CleanObjects.open(await openStore('--clean', to), local.clean, warn));
    const done = await work({ raw, clean });
    await clean?.push();
    return done;
  } catch (error) {
    // Of one object only, but without it there is no going on.
    throw error instanceof ObjectError
      ? new UsageError(`object storage: an object cannot be read or written: ${error.message}`, { cause: error })
      : error;
  } finally {
    raw?.clear();
    // A lock that cannot be given back now is taken over later.
    await clean?.close().catch(() => undefined);
  }
}
