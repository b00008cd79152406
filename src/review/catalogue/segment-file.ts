import { z } from 'zod';
import { openPacked, writePacked, type PackedFile } from '../../io/packed-file.js';
import { decodeColumns, encodeColumns } from './columns.js';
import type { Segment } from './segment.js';

/** A segment on disk: names in the header, behind it the columns, behind these what is searched. A cache; made again when it is lost. */

/** Raised whenever the same records would give other columns. */
const VERSION = 3;

const count = z.number().int().nonnegative();
const names = z.array(z.string());
const headerSchema = z.strictObject({
  catalogue: z.literal(VERSION),
  seenMs: z.number(),
  files: z.array(z.strictObject({ path: z.string(), size: count, mtimeMs: z.number() })),
  sources: names,
  languages: names,
  flags: names,
  rules: names,
  rows: count,
  strikes: count,
  columns: count,
  textSize: count,
  textDigest: z.string(),
});

/** A segment that was written, and when the clean files had been looked at for it, in milliseconds. */
export interface StoredSegment {
  readonly segment: Segment;
  readonly seenMs: number;
}

export async function writeSegment(
  path: string,
  { segment, seenMs }: StoredSegment,
  texts: Iterable<Uint8Array>,
): Promise<void> {
  const { rows, strikes, ...named } = segment;
  const columns = encodeColumns(rows, strikes);
  const counts = { rows: rows.at.length, strikes: strikes.rule.length, columns: columns.length };
  const header: z.infer<typeof headerSchema> = {
    catalogue: VERSION,
    seenMs,
    ...named,
    ...counts,
    files: [...named.files],
    sources: [...named.sources],
    languages: [...named.languages],
    flags: [...named.flags],
    rules: [...named.rules],
  };
  await writePacked(path, header, chained([columns], texts));
}

function* chained<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

/** The segment at a path; null where there is none of this version that is whole. */
export async function readSegment(path: string): Promise<StoredSegment | null> {
  return withSegment(path, async (file, header) => {
    const { rows, strikes, columns: size, seenMs, files, sources, languages, flags, rules, ...texts } = header;
    const columns = decodeColumns(await file.read(0, size), { rows, strikes });
    const { textSize, textDigest } = texts;
    const named = { files, sources, languages, flags, rules, textSize, textDigest };
    return columns && { seenMs, segment: { ...named, ...columns } };
  });
}

/** Calls `use` with a reader of what is searched in a segment; null where it is not there, or holds others by now. */
export async function readTexts<T>(
  path: string,
  textDigest: string,
  use: (read: (start: number, end: number) => Promise<Buffer>) => Promise<T>,
): Promise<T | null> {
  return withSegment(path, async (file, { columns, ...header }) =>
    header.textDigest === textDigest ? use((start, end) => file.read(columns + start, columns + end)) : null,
  );
}

async function withSegment<T>(
  path: string,
  use: (file: PackedFile, header: z.infer<typeof headerSchema>) => Promise<T | null>,
): Promise<T | null> {
  const file = await openPacked(path);
  if (file === null) return null;
  try {
    const { data } = headerSchema.safeParse(file.header);
    return data === undefined || file.size !== data.columns + data.textSize ? null : await use(file, data);
  } finally {
    await file.close();
  }
}
