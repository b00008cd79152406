import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { findClusters, type Cluster } from '../corpus/copies/clusters.js';
import { linesOf } from '../corpus/copies/copies-of.js';
import { sign, SIGNATURE_VERSION } from '../corpus/copies/signature.js';
import type { Signed } from '../corpus/copies/signed.js';
import { tableLines } from '../io/cluster-table.js';
import { errorCode } from '../io/error-code.js';
import { COARSE_MS, lookAt, type FoundFile } from '../io/look-at.js';
import { publishPart, writeLines } from '../io/part-file.js';
import { STATE_FOLDER } from '../io/paths.js';
import { readTexts } from '../io/read-texts.js';
import { readCache, readCacheHeader, cacheLines, type CacheHeader, type SignedFile } from '../io/signature-cache.js';

/** How many copies stand in a collection. */
export interface DuplicateCounts {
  /** Records that were compared: accepted or for review, with a text. */
  readonly records: number;
  readonly clusters: number;
  /** Records that are copies of another one. */
  readonly copies: number;
}

export interface DuplicateSettings {
  readonly clean: string;
  readonly durable: boolean;
  /** Of now, in milliseconds. */
  readonly nowMs: number;
  /** Asked now and then; nothing is written once it says yes. */
  readonly isInterrupted: () => boolean;
  readonly progress: (text: string) => void;
}

/** Where the table of copies stands, and what only this step reads. */
export function duplicatePaths(clean: string): { table: string; cache: string } {
  const folder = join(clean, STATE_FOLDER, 'duplicates');
  return { table: join(folder, 'clusters.jsonl'), cache: join(folder, 'signatures.jsonl') };
}

function stampOf(found: readonly FoundFile[]): string {
  const hash = createHash('sha256');
  for (const { path, size, mtimeMs } of found) hash.update(JSON.stringify([path, size, mtimeMs]) + '\n');
  return hash.digest('hex');
}

/** Whether nothing has changed since the table was made. */
async function isCurrent(header: CacheHeader, stamp: string, table: string): Promise<boolean> {
  if (header.stamp !== stamp || header.newestMs + COARSE_MS >= header.seenMs) return false;
  const { size } = await stat(table).catch(() => ({ size: -1 }));
  return size === header.table.size;
}

/** Signatures by clean file: those known for files that have not changed, the others read off the records. Null when interrupted. */
async function signAll(
  found: readonly FoundFile[],
  header: CacheHeader | null,
  cache: string,
  settings: DuplicateSettings,
): Promise<SignedFile[] | null> {
  const known = new Map<string, SignedFile>();
  if (header !== null) for await (const file of readCache(cache)) known.set(file.path, file);
  const signed: SignedFile[] = [];
  for (const file of found) {
    if (settings.isInterrupted()) return null;
    const was = known.get(file.path);
    const isSame = was?.size === file.size && was.mtimeMs === file.mtimeMs;
    if (isSame && file.mtimeMs + COARSE_MS < (header?.seenMs ?? 0)) signed.push(was);
    else {
      signed.push({ ...file, records: await signFile(settings.clean, file.path) });
      settings.progress(`looking for copies: ${signed.length} of ${found.length} files`);
    }
  }
  return signed;
}

async function signFile(clean: string, path: string): Promise<Signed[]> {
  const records: Signed[] = [];
  for await (const { text, ...record } of readTexts(join(clean, path)))
    records.push({ ...record, path, signature: sign(text) });
  return records;
}

/** Runs a phase to its end, with breaths in which signals arrive. Null when interrupted. */
async function finish<T>(phase: Generator<undefined, T>, isInterrupted: () => boolean): Promise<T | null> {
  for (;;) {
    const step = phase.next();
    if (step.done === true) return step.value;
    await letOthersRun();
    if (isInterrupted()) return null;
  }
}

/**
 * Brings the table of copies up to date with all records in clean/. Reads only what has changed, and writes only if something has; table and
 * cache appear whole. For the holder of the lock.
 * @returns null when interrupted: the table is as it was
 * @throws what the file system throws
 */
export async function findDuplicates(settings: DuplicateSettings): Promise<DuplicateCounts | null> {
  const { clean, durable, nowMs, isInterrupted } = settings;
  const { table, cache } = duplicatePaths(clean);
  const found = await lookAt(clean);
  const stamp = stampOf(found);
  const header = await readCacheHeader(cache).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (header !== null && (await isCurrent(header, stamp, table))) {
    const { records, clusters, copies } = header.table;
    return { records, clusters, copies };
  }
  const files = await signAll(found, header, cache, settings);
  if (files === null) return null;
  const records = files.flatMap((file) => file.records);
  settings.progress(`looking for copies among ${records.length} documents`);
  const clusters = await finish(findClusters(records), isInterrupted);
  if (clusters === null) return null;
  const counts = { records: records.length, ...countsOf(clusters) };
  const written = await writeLines(`${table}.part`, tableLines(linesOf(clusters)), { durable });
  const newestMs = found.reduce((newest, { mtimeMs }) => Math.max(newest, mtimeMs), 0);
  const counted = { ...written, ...counts };
  const now: CacheHeader = { signatures: SIGNATURE_VERSION, seenMs: nowMs, stamp, newestMs, table: counted };
  await writeLines(`${cache}.part`, cacheLines(now, files), { durable });
  await publishPart(`${table}.part`, table, { durable });
  await publishPart(`${cache}.part`, cache, { durable });
  return counts;
}

function countsOf(clusters: readonly Cluster[]): Omit<DuplicateCounts, 'records'> {
  return { clusters: clusters.length, copies: clusters.reduce((sum, { copies }) => sum + copies.length, 0) };
}
