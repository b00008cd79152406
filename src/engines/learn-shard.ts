import { join } from 'node:path';
import type { RawDocument } from '../core/types.js';
import { documentLines, type DocumentLines } from '../corpus/lines/document-lines.js';
import { SourceSample } from '../corpus/lines/sample.js';
import { sampleToJson } from '../io/learned/sample-json.js';
import { openPart } from '../io/part-file.js';
import { bytesOf, isFault, type ReadItem } from '../io/reader.js';
import { readerFor } from '../io/readers/index.js';
import { isInShare, type Share, type Shard } from '../io/shard.js';
import { openStored } from '../io/stored-file.js';
import { ahead, leavable } from './ahead.js';
import { describeFailure } from './describe-failure.js';
import type { Elsewhere } from './elsewhere.js';
import type { LearnReport, TaskContext } from './engine.js';
import type { Pulse } from './pulse.js';
import { watched } from './watched.js';

/** Lines in memory from which samples are written out; what is written in pieces is merged all the same. */
const MOST_LINES = 1_000_000;

/** The lines of a document; null for one that has none to give. A defect of ours costs what one document says, and cleaning tells of it. */
export function linesOf(item: ReadItem, { options }: TaskContext): DocumentLines | null {
  if (isFault(item)) return null;
  try {
    return documentLines(item, options);
  } catch {
    return null;
  }
}

async function linesElsewhere(document: RawDocument, elsewhere: Elsewhere): Promise<DocumentLines | null> {
  const handed = await elsewhere.do('learn', document);
  return 'made' in handed ? handed.made : null;
}

interface Read {
  readonly bytes: number;
  readonly lines: DocumentLines | null | Promise<DocumentLines | null>;
}

async function* begun(
  items: AsyncIterable<ReadItem>,
  share: Share | undefined,
  read: (item: ReadItem) => Read['lines'],
): AsyncGenerator<Read> {
  let ordinal = 0;
  for await (const item of items) if (isInShare(share, ordinal++)) yield { bytes: bytesOf(item), lines: read(item) };
}

/** Reads the documents of one raw file for the lines of their sources, and writes a part of samples. */
export async function learnShard(
  shard: Shard,
  context: TaskContext,
  pulse: Pulse,
  elsewhere: Elsewhere | null = null,
): Promise<LearnReport> {
  const reader = readerFor(shard.rawPath);
  if (!reader) return { shard, outcome: 'failed', detail: 'no reader takes it' };
  let part: Awaited<ReturnType<typeof openPart>> | undefined;
  try {
    const file = (part = await openPart(join(context.clean, shard.part), { durable: false }));
    let samples = new Map<string, SourceSample>();
    let held = 0;
    let documents = 0;
    const write = async (): Promise<void> => {
      for (const sample of samples.values()) await file.append(sampleToJson(sample, sample.allTexts()) + '\n');
      samples = new Map();
      held = 0;
    };
    const items = reader.read(shard, openStored(join(context.raw, shard.rawPath)), context.limits);
    const read = (item: ReadItem): Read['lines'] =>
      elsewhere === null || isFault(item) ? linesOf(item, context) : leavable(linesElsewhere(item, elsewhere));
    const texts = begun(watched(items, shard, pulse), shard.share, read);
    for await (const { lines } of ahead(texts, elsewhere?.most ?? 1)) {
      const document = await lines;
      if (document === null) continue;
      let sample = samples.get(document.source);
      if (sample === undefined) samples.set(document.source, (sample = new SourceSample(document.source)));
      sample.add(document, document.texts);
      documents += 1;
      held += document.lines.length;
      if (held >= MOST_LINES) await write();
    }
    await write();
    await file.close();
    return { shard, outcome: 'done', documents };
  } catch (error) {
    await part?.discard();
    return { shard, outcome: 'failed', detail: describeFailure(error, context.clean) };
  }
}
