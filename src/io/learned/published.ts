import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { countBefore } from '../../core/order.js';
import type { PublishedLine } from '../../corpus/lines/publish.js';
import type { RepeatedLines, SourceLines } from '../../core/types.js';
import { SHARES } from '../../rules/repeated-line.js';
import { sha256 } from '../../stages/record/identity.js';
import { readOptional } from '../read-optional.js';
import { packLines, unpackLines } from './sample-json.js';

/** The lines that are told to the judge, by source, as files of JSON lines and in memory: nine bytes a line. */

/** Files that the sources are spread over, by hash. What is remembered of one file's sources is held in memory at once. */
export const PARTITIONS = 64;

export const partitionName = (kind: 'sample' | 'published' | 'incoming', partition: number): string =>
  `${kind}-${String(partition).padStart(2, '0')}.jsonl`;

export const ALL_PUBLISHED = partitionName('published', 0);

/** One source's lines as one line of JSON without its line feed: lines, the number of each one's share in SHARES, texts. */
export function publishedToJson(source: string, lines: readonly PublishedLine[]): string {
  const shares = lines.map(({ share }) => SHARES.indexOf(share as (typeof SHARES)[number]));
  return JSON.stringify([source, packLines(lines.map(({ line }) => line)), shares, lines.map(({ text }) => text)]);
}

/** Sorted lines and their shares. */
class PackedLines implements SourceLines {
  constructor(
    private readonly lines: Float64Array,
    private readonly shares: Uint8Array,
    readonly hash: string,
  ) {}

  get size(): number {
    return this.lines.length;
  }

  get(line: number): number | undefined {
    const at = countBefore(this.lines.length, (i) => (this.lines[i] as number) < line);
    return this.lines[at] === line ? SHARES[this.shares[at] as number] : undefined;
  }
}

const publishedSchema = z.tuple([
  z.string(),
  z.base64(),
  z.array(z.number().int().min(0).lt(SHARES.length)),
  z.array(z.string()),
]);

/** Source, lines, shares and texts; null for a damaged line, which is as if nothing were known of its source. */
function parseLine(json: string): z.infer<typeof publishedSchema> | null {
  if (json === '') return null;
  try {
    return publishedSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** All that is published, as it was when it was read. */
export class Published implements RepeatedLines {
  /** Names the whole of it. */
  readonly version: string;

  private constructor(
    private readonly sources: ReadonlyMap<string, PackedLines>,
    version: string,
  ) {
    this.version = version;
  }

  static readonly NOTHING = new Published(new Map(), '');

  /** Reads a folder of published lines; nothing is published where there is none. */
  static async read(folder: string): Promise<Published> {
    const sources = new Map<string, PackedLines>();
    const hashes: string[] = [];
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const text = await readOptional(join(folder, partitionName('published', partition)));
      for (const json of text.split('\n')) {
        const line = parseLine(json);
        if (line === null) continue;
        const [source, lines, shares] = line;
        const hash = sha256(json).slice(0, 16);
        hashes.push(hash);
        sources.set(source, new PackedLines(Float64Array.from(unpackLines(lines)), Uint8Array.from(shares), hash));
      }
    }
    return hashes.length === 0 ? Published.NOTHING : new Published(sources, sha256(hashes.join('\n')).slice(0, 16));
  }

  /** Writes all that a folder holds to one file: alone in a folder under ALL_PUBLISHED, it says the same. */
  static async gather(folder: string, path: string): Promise<void> {
    await writeFile(path, '');
    for (let partition = 0; partition < PARTITIONS; partition++)
      await appendFile(path, await readOptional(join(folder, partitionName('published', partition))));
  }

  get size(): number {
    return this.sources.size;
  }

  get(source: string): SourceLines | undefined {
    return this.sources.get(source);
  }

  /** Lines of all sources. */
  countLines(): number {
    let count = 0;
    for (const { size } of this.sources.values()) count += size;
    return count;
  }

  /** Names what is published of some sources; of all where it is not known of which. */
  versionOf(sources: readonly string[] | null): string {
    if (sources === null) return this.version;
    const hashes = sources.map((source) => this.sources.get(source)?.hash ?? '');
    return hashes.every((hash) => hash === '') ? '' : sha256(hashes.join('\n')).slice(0, 16);
  }
}

/** What is published of one source, most widely held first, for people to read. */
export async function readPublishedSource(folder: string, source: string): Promise<PublishedLine[]> {
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const text = await readOptional(join(folder, partitionName('published', partition)));
    for (const json of text.split('\n')) {
      const published = parseLine(json);
      if (published?.[0] !== source) continue;
      const [, lines, shares, texts] = published;
      return unpackLines(lines)
        .map((line, i) => ({ line, share: SHARES[shares[i] as number] as number, text: texts[i] ?? '' }))
        .sort((a, b) => b.share - a.share || (a.text < b.text ? -1 : 1));
    }
  }
  return [];
}
