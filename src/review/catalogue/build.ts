import { join } from 'node:path';
import { hashText } from '../../core/hash.js';
import { errorCode } from '../../io/error-code.js';
import { COARSE_MS, lookAt, type FoundFile } from '../../io/look-at.js';
import { STATE_FOLDER } from '../../io/paths.js';
import { readRecords } from '../../io/read-records.js';
import { joinSegments, type Catalogue } from './catalogue.js';
import { factsOf } from './facts.js';
import { readSegment, readTexts, writeSegment, type StoredSegment } from './segment-file.js';
import { recordsOf, SegmentBuilder } from './segment.js';

/** Clean files are spread over so many segments: one that changes has a sixty-fourth of the catalogue written again. */
export const SEGMENTS = 64;

export const segmentPath = (clean: string, number: number): string =>
  join(clean, STATE_FOLDER, 'review', `${String(number).padStart(2, '0')}.segment`);

/** What was written of the catalogue, as it is; segments that are missing or damaged are empty. */
export async function loadSegments(clean: string): Promise<(StoredSegment | null)[]> {
  const segments: (StoredSegment | null)[] = [];
  for (let number = 0; number < SEGMENTS; number++) segments.push(await readSegment(segmentPath(clean, number)));
  return segments;
}

export interface Refreshing {
  /** Of now, in milliseconds. */
  readonly nowMs: number;
  /** Told now and then how many clean files of how many were read. */
  readonly progress: (done: number, all: number) => void;
  /** Asked between files: what was done stays done. */
  readonly isStopped: () => boolean;
}

const isSame = (a: FoundFile, b: FoundFile | undefined): boolean =>
  b?.path === a.path && b.size === a.size && b.mtimeMs === a.mtimeMs;

/** Whether a file is as it was when a segment was made of it, without a doubt. */
const isTrusted = (file: FoundFile, stored: StoredSegment, was: FoundFile | undefined): boolean =>
  isSame(file, was) && file.mtimeMs + COARSE_MS < stored.seenMs;

const isCurrent = (files: readonly FoundFile[], stored: StoredSegment): boolean =>
  files.length === stored.segment.files.length &&
  files.every((file, i) => isTrusted(file, stored, stored.segment.files[i]));

/**
 * Brings the segments up to date with clean/, reading only records of files that have changed.
 * @returns the segments as they are now, or null where nothing has changed
 * @throws what the file system throws
 */
export async function refreshSegments(
  clean: string,
  known: readonly (StoredSegment | null)[],
  surroundings: Refreshing,
): Promise<(StoredSegment | null)[] | null> {
  const found = await lookAt(clean);
  const parts: FoundFile[][] = Array.from({ length: SEGMENTS }, () => []);
  for (const file of found) parts[hashText(file.path) % SEGMENTS]?.push(file);
  const now = [...known];
  let changed = false;
  let done = 0;
  for (const [number, files] of parts.entries()) {
    const stored = known[number] ?? null;
    if (surroundings.isStopped()) break;
    const step = (): void => {
      surroundings.progress(++done, found.length);
    };
    if (stored === null ? files.length === 0 : isCurrent(files, stored)) {
      files.forEach(step);
      continue;
    }
    now[number] = await rebuild(clean, number, files, stored, { ...surroundings, step });
    changed = true;
  }
  return changed ? now : null;
}

async function rebuild(
  clean: string,
  number: number,
  files: readonly FoundFile[],
  stored: StoredSegment | null,
  { nowMs, step }: { readonly nowMs: number; readonly step: () => void },
): Promise<StoredSegment> {
  const path = segmentPath(clean, number);
  const texts =
    stored === null
      ? null
      : await readTexts(path, stored.segment.textDigest, (read) => read(0, stored.segment.textSize));
  const known = new Map(stored?.segment.files.map((file, i) => [file.path, i]));
  const builder = new SegmentBuilder();
  for (const file of files) {
    builder.addFile(file);
    const was = known.get(file.path);
    if (stored !== null && texts !== null && was !== undefined && isTrusted(file, stored, stored.segment.files[was]))
      for (const { place, facts } of recordsOf(stored.segment, was, texts)) builder.add(place, facts);
    else await addRecords(builder, clean, file);
    step();
  }
  const { segment, texts: searched } = builder.finish();
  const made: StoredSegment = { segment, seenMs: nowMs };
  await writeSegment(path, made, searched);
  return made;
}

/** What is no record, and what cannot be read, is left out: `clean` tells of it. */
async function addRecords(builder: SegmentBuilder, clean: string, file: FoundFile): Promise<void> {
  try {
    for await (const found of readRecords(join(clean, file.path)))
      if (found.kind === 'record') builder.add(found, factsOf(found.record));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

const EMPTY = new SegmentBuilder().finish().segment;

/** All segments as one catalogue; those that are not there are empty. */
export const catalogueOf = (stored: readonly (StoredSegment | null)[]): Catalogue =>
  joinSegments(stored.map((one) => one?.segment ?? EMPTY));
