import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { recordSchema } from '../core/record.js';
import type { Ledger } from '../io/ledger.js';
import { splitLines } from '../io/lines.js';
import { cleanPathOf } from '../io/paths.js';
import { MAX_RECORD } from '../io/parse-record.js';
import type { RunObjects } from '../io/storage/run-objects.js';
import { gather, openStored } from '../io/stored-file.js';
import type { CleanWalk } from '../io/walk-clean.js';
import type { RawWalk } from '../io/walk-raw.js';

/** A clean file whose raw file has gone. */
export interface Vanished {
  readonly cleanPath: string;
  readonly rawPath: string;
}

async function firstRecord(path: string, container: boolean): Promise<unknown> {
  const file = openStored(path);
  if (!container) return JSON.parse(Buffer.from((await gather(file.bytes(), MAX_RECORD)) ?? '').toString('utf8'));
  for await (const line of splitLines(file.bytes(), MAX_RECORD))
    return line.kind === 'line' ? JSON.parse(Buffer.from(line.bytes).toString('utf8')) : null;
  return null;
}

/** The raw path that a clean file was made from; null for a file that is not ours, whatever it is doing in clean/. */
async function originOf(root: string, cleanPath: string): Promise<string | null> {
  const container = cleanPath.endsWith('.jsonl');
  try {
    const { data } = recordSchema.safeParse(await firstRecord(join(root, cleanPath), container));
    const rawPath = data?.provenance.rawPath;
    return rawPath !== undefined && cleanPathOf(rawPath, container) === cleanPath ? rawPath : null;
  } catch {
    return null;
  }
}

/** Clean files whose raw files have gone, in order. What stands below a folder that could not be read has not gone. */
export async function findVanished(root: string, raw: RawWalk, clean: CleanWalk, ledger: Ledger): Promise<Vanished[]> {
  const expected = new Set(raw.files.map(({ rawPath, container }) => cleanPathOf(rawPath, container)));
  const origins = new Map<string, string>();
  for (const rawPath of ledger.paths())
    for (const container of [false, true]) origins.set(cleanPathOf(rawPath, container), rawPath);
  const vanished: Vanished[] = [];
  for (const cleanPath of clean.files) {
    if (expected.has(cleanPath) || raw.failed.some(({ path }) => cleanPath.startsWith(path))) continue;
    const rawPath = origins.get(cleanPath) ?? (await originOf(root, cleanPath));
    if (rawPath !== null) vanished.push({ cleanPath, rawPath });
  }
  return vanished;
}

/** Removes clean files, in object storage too, the folders that this leaves empty, and what the ledger knew of them. */
export async function prune(
  root: string,
  vanished: readonly Vanished[],
  ledger: Ledger,
  objects: RunObjects | null = null,
): Promise<void> {
  for (const { cleanPath, rawPath } of vanished) {
    await objects?.clean?.remove(cleanPath);
    await rm(join(root, cleanPath), { force: true });
    ledger.delete(rawPath);
    for (let folder = dirname(cleanPath); folder !== '.'; folder = dirname(folder)) {
      const removed = await rmdir(join(root, folder)).then(
        () => true,
        () => false,
      );
      if (!removed) break;
    }
  }
}
