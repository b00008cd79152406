import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash48 } from '../../core/line-hash.js';
import { byCodeUnit } from '../../core/order.js';
import { publishLines } from '../../corpus/lines/publish.js';
import type { SourceSample } from '../../corpus/lines/sample.js';
import { splitLines } from '../lines.js';
import { makeFolder } from '../make-folder.js';
import { replaceLines } from '../part-file.js';
import { openStored } from '../stored-file.js';
import { PARTITIONS, partitionName, publishedToJson } from './published.js';
import { addJson, MAX_SAMPLE, sampleToJson } from './sample-json.js';

/**
 * What has been learned, in a folder: for each partition of the sources what is remembered of their documents, and what is published of
 * their lines. Samples come in, are sorted by partition, and are merged partition by partition: memory holds one.
 */

const ABOUT = 'about.json';

interface About {
  /** Hash of the rules by which the documents were read: other rules may see other lines. */
  readonly rules: string;
  /** Milliseconds since 1970 when learning began anew: what was read before is forgotten. */
  readonly begun: number;
}

async function readAbout(folder: string): Promise<About | null> {
  try {
    const { rules, begun } = JSON.parse(await readFile(join(folder, ABOUT), 'utf8')) as Partial<About>;
    return typeof rules === 'string' && typeof begun === 'number' ? { rules, begun } : null;
  } catch {
    return null;
  }
}

const partitionOf = (source: string): number => hash48(source) % PARTITIONS;

export class LineStore {
  private readonly waiting = new Map<number, string[]>();
  private held = 0;

  private constructor(
    private readonly folder: string,
    /** Names this memory: what was read for another one has to be read again. */
    readonly begun: number,
  ) {}

  /** Opens what was learned by the same rules; what was learned by others is forgotten, and with `anew` all is. */
  static async open(folder: string, rules: string, now: number, anew = false): Promise<LineStore> {
    const about = await readAbout(folder);
    if (about?.rules === rules && !anew) {
      await removeIncoming(folder);
      return new LineStore(folder, about.begun);
    }
    await rm(folder, { recursive: true, force: true });
    await makeFolder(folder);
    await writeFile(join(folder, ABOUT), JSON.stringify({ rules, begun: now } satisfies About) + '\n');
    return new LineStore(folder, now);
  }

  /** Takes in the samples that a worker wrote. */
  async take(part: string): Promise<void> {
    for await (const line of splitLines(openStored(part).bytes(), MAX_SAMPLE)) {
      if (line.kind !== 'line') throw new Error(`${part}: not a file of samples`);
      const json = Buffer.from(line.bytes).toString('utf8');
      const { source } = JSON.parse(json) as { source: string };
      const partition = partitionOf(source);
      const list = this.waiting.get(partition);
      if (list === undefined) this.waiting.set(partition, [json]);
      else list.push(json);
      this.held += json.length;
      if (this.held >= MOST_HELD) await this.flush();
    }
  }

  /** Merges what has come in with what was known, and publishes. */
  async merge(): Promise<void> {
    await this.flush();
    for (let partition = 0; partition < PARTITIONS; partition++) await this.mergePartition(partition);
  }

  private async flush(): Promise<void> {
    for (const [partition, list] of this.waiting)
      await appendFile(join(this.folder, partitionName('incoming', partition)), list.join('\n') + '\n');
    this.waiting.clear();
    this.held = 0;
  }

  private async mergePartition(partition: number): Promise<void> {
    const samples = new Map<string, SourceSample>();
    const path = (kind: 'sample' | 'published' | 'incoming'): string =>
      join(this.folder, partitionName(kind, partition));
    if (!(await addFile(samples, path('incoming')))) return;
    await addFile(samples, path('sample'));
    const sorted = [...samples.values()].sort((a, b) => byCodeUnit(a.source, b.source));
    await replaceLines(path('sample'), samplesAsJson(sorted));
    await replaceLines(path('published'), publishedAsJson(sorted));
    await rm(path('incoming'), { force: true });
  }
}

/** Characters of samples that wait for their files. */
const MOST_HELD = 32 * 1024 * 1024;

/** False if there is no such file. What cannot be read in it is left out. */
async function addFile(samples: Map<string, SourceSample>, path: string): Promise<boolean> {
  let found = false;
  for await (const line of splitLines(openStored(path).bytes(), MAX_SAMPLE)) {
    if (line.kind === 'line') addJson(samples, Buffer.from(line.bytes).toString('utf8'));
    found ||= line.kind === 'line';
  }
  return found;
}

function* samplesAsJson(samples: readonly SourceSample[]): Iterable<string> {
  for (const sample of samples) yield sampleToJson(sample, sample.repeatedTexts());
}

function* publishedAsJson(samples: readonly SourceSample[]): Iterable<string> {
  for (const sample of samples) {
    const lines = publishLines(sample);
    if (lines.length > 0) yield publishedToJson(sample.source, lines);
  }
}

/** Half of what came in before a run was killed: its files will be read again. */
async function removeIncoming(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('incoming-') || name.endsWith('.part')) await rm(join(folder, name), { force: true });
}
