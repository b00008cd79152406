import { createHash } from 'node:crypto';
import type { ArticleRecord } from '../core/record.js';
import type { Provenance } from '../pipeline.js';
import { sha256 } from '../stages/record/identity.js';
import { HeldLines, type ShardLines } from './learned/held.js';
import { inputsOf, type InputSources } from './learned/inputs-of.js';
import { splitLines } from './lines.js';
import { parseRecord } from './parse-record.js';
import { isFault, RECORD_PER_DOCUMENT, type Reader, type ReadLimits } from './reader.js';
import type { Shard } from './shard.js';
import type { Written } from './sink.js';
import { gather, openStored, type StoredFile } from './stored-file.js';
import { addTallies, NOTHING, tallyOf, type Tally } from './tally.js';

/** What the ledger would know about a raw file, found again in its clean file. */
export interface Adopted {
  /** Of the raw file's stored bytes. */
  readonly sha256: string;
  readonly clean: Written;
  readonly tally: Tally;
  readonly lines: ShardLines;
}

async function* cleanLines(
  path: string,
  file: StoredFile,
  container: boolean,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  const maxBytes = limits.maxBytes * RECORD_PER_DOCUMENT;
  if (container) {
    for await (const line of splitLines(file.bytes(), maxBytes)) {
      if (line.kind !== 'line') throw new Error(`${path}: not a file of records`);
      yield line.bytes;
    }
  } else {
    const bytes = await gather(file.bytes(), maxBytes);
    if (bytes === null) throw new Error(`${path}: not a record`);
    yield bytes;
  }
}

const isCurrent = (record: ArticleRecord, rawPath: string, now: Provenance): boolean => {
  const was = record.provenance;
  return (
    was.rawPath === rawPath && was.copydesk === now.copydesk && was.rules === now.rules && was.options === now.options
  );
};

/** One digest over which documents there are, in which order, and what they hang on beside their bytes. */
class Contents {
  private readonly hash = createHash('sha256');
  add(key: string | null, offset: number | null, digest: string, inputs: string): void {
    this.hash.update(JSON.stringify([key, offset, digest, inputs]) + '\n');
  }
  digest(): string {
    return this.hash.digest('hex');
  }
}

/**
 * Compares a clean file with its raw file: undefined unless its records are whole, were made by these rules, options and inputs, and from
 * exactly the documents that the raw file holds now. Reads both files; cleans nothing.
 */
export async function adopt(
  reader: Reader,
  shard: Pick<Shard, 'rawPath' | 'hints'>,
  paths: { readonly raw: string; readonly clean: string },
  settings: InputSources & { readonly limits: ReadLimits },
  provenance: Provenance,
): Promise<Adopted | undefined> {
  const { limits } = settings;
  const cleanFile = openStored(paths.clean);
  const made = new Contents();
  const held = new HeldLines();
  let size = 0;
  let tally = NOTHING;
  try {
    for await (const bytes of cleanLines(paths.clean, cleanFile, reader.container, limits)) {
      const record = parseRecord(bytes);
      if (!record || !isCurrent(record, shard.rawPath, provenance)) return undefined;
      const { key, offset, rawSha256, inputs } = record.provenance;
      made.add(key, offset, rawSha256, inputs);
      held.add(inputs, record.source);
      tally = addTallies(tally, tallyOf(record));
      size += bytes.length + (reader.container ? 1 : 0);
    }
    const rawFile = openStored(paths.raw);
    const there = new Contents();
    for await (const item of reader.read(shard, rawFile, limits))
      there.add(
        item.key,
        item.offset,
        isFault(item) ? item.sha256 : sha256(item.payload),
        await inputsOf(item, settings, provenance.inputs),
      );
    if (made.digest() !== there.digest()) return undefined;
    const clean = { size, sha256: await cleanFile.sha256() };
    return { sha256: await rawFile.sha256(), clean, tally, lines: held.finish() };
  } catch {
    return undefined; // Cannot be read, so cannot be trusted: it is cleaned again.
  }
}
