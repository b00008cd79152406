import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import { recordTexts } from '../core/record-pieces.js';
import type { ArticleRecord } from '../core/record.js';
import { sortStale } from '../core/stale.js';
import type { RawDocument } from '../core/types.js';
import { EarlierPart } from '../io/earlier-part.js';
import { errorCode, errorMessage } from '../io/error-code.js';
import { HeldLines } from '../io/learned/held.js';
import { PassedOver } from '../io/passed-over.js';
import { isResumable } from '../io/paths.js';
import { PublishedRecords } from '../io/published-records.js';
import { bytesOf, isFault, type ReadItem } from '../io/reader.js';
import { readerFor } from '../io/readers/index.js';
import type { Shard } from '../io/shard.js';
import type { OpenSink } from '../io/sink.js';
import { sinkFor } from '../io/sinks/index.js';
import { SourceYields } from '../io/source-yields.js';
import { openStored } from '../io/stored-file.js';
import { addTallies, isFaulty, NOTHING, tallyOf } from '../io/tally.js';
import { clean as cleanDocument } from '../pipeline.js';
import type { Decided } from '../stages/decided.js';
import { ahead, leavable } from './ahead.js';
import { makingOf, recordOf, type Clean } from './clean-document.js';
import type { Elsewhere } from './elsewhere.js';
import type { FaultyDocument, ShardReport, StaleDecision, TaskContext } from './engine.js';
import { NO_PULSE, type Pulse } from './pulse.js';
import { watched } from './watched.js';

/** A container may hold millions of faulty documents; the log names the first of them, the tally counts all. */
const NAMED_FAULTS = 20;

/** Errors of the machine that no other document would be spared. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** Says of an error of the machine what to do; null of another. */
export function hopelessOf(error: unknown, where: string): UsageError | null {
  const code = errorCode(error);
  if (code === undefined || !HOPELESS.has(code)) return null;
  return new UsageError(`${where}: cannot go on: ${code}; mend it and run again`, { cause: error });
}

/** Why a raw file has no clean file, in one line. Stops the run for what would fail every document. */
export function describeFailure(error: unknown, clean: string): string {
  const code = errorCode(error);
  if (code === undefined) return `copydesk failed on this file: ${errorMessage(error)}`;
  const hopeless = hopelessOf(error, clean);
  if (hopeless) throw hopeless;
  return code === 'ENOENT' ? 'it has gone since the run began' : `its clean file cannot be written: ${code}`;
}

/** The decisions about this document alone whose passage its record does not hold. */
function staleIn(record: ArticleRecord, item: ReadItem, decided: Decided): StaleDecision[] {
  const own = decided.onDocument(item);
  if (own.length === 0) return [];
  const { key, offset } = item;
  return sortStale(recordTexts(record), own).stale.map(({ id }) => ({ decision: id, key, offset }));
}

interface Cleaned {
  readonly item: ReadItem;
  readonly record: ArticleRecord;
}

interface Begun {
  readonly bytes: number;
  /** The record that a killed run left, or that the published clean file holds. */
  readonly taken: ArticleRecord | null;
  readonly copied: ArticleRecord | null;
  readonly made: Cleaned | Promise<Cleaned>;
}

/** Looks for each document's record, in turn, and has it made where there is none. */
async function* begun(
  items: AsyncIterable<ReadItem>,
  earlier: EarlierPart,
  published: PublishedRecords,
  make: (item: ReadItem) => Begun['made'],
): AsyncGenerator<Begun> {
  for await (const item of items) {
    const taken = await earlier.take(item);
    const copied = await published.take(item, taken === null);
    const record = taken ?? copied;
    yield { bytes: bytesOf(item), taken, copied, made: record === null ? make(item) : { item, record } };
  }
}

/**
 * The whole line for one raw file: read, clean and write its documents one after another, into the shard's part, behind what a killed run left
 * there. What the published clean file holds already is not cleaned again. Where documents can be handed to threads elsewhere, they are cleaned
 * side by side; all else stays in their order, so that the part is the same.
 */
export async function cleanShard(
  shard: Shard,
  context: TaskContext,
  clean: Clean = cleanDocument,
  pulse: Pulse = NO_PULSE,
  elsewhere: Elsewhere | null = null,
): Promise<ShardReport> {
  const startedMs = performance.now();
  const reader = readerFor(shard.rawPath);
  if (!reader) return { shard, outcome: 'failed', detail: 'no reader takes it' };
  const file = openStored(join(context.raw, shard.rawPath));
  const faulty: FaultyDocument[] = [];
  const held = new HeldLines();
  const yields = new SourceYields();
  const passedOver = new PassedOver();
  const part = join(context.clean, shard.part);
  let tally = NOTHING;
  let sink: OpenSink | undefined;
  const stale: StaleDecision[] = [];
  let earlier = EarlierPart.NONE;
  let published: PublishedRecords | undefined;
  try {
    const making = await makingOf(shard, context);
    const openSink = (): Promise<OpenSink> =>
      sinkFor(reader.container).open(part, { durable: context.durable, start: earlier.start });
    // What stands there is of a run that was killed, or of the worker that a document has just ended.
    if (isResumable(part) || shard.poisoned !== undefined)
      earlier = await EarlierPart.open(part, context.limits, context.provenance);
    else sink = await openSink();
    published = new PublishedRecords(context.clean, shard.published, { ...making, limits: context.limits });
    const items = watched(reader.read(shard, file, context.limits, passedOver.add), shard, pulse);
    const makeHere = (item: ReadItem): Cleaned => ({ item, record: recordOf(item, making, clean) });
    const makeElsewhere = async (item: RawDocument, threads: Elsewhere): Promise<Cleaned> => {
      const handed = await threads.do('clean', item);
      return 'made' in handed ? { item, record: handed.made } : makeHere(handed.lost);
    };
    const make = (item: ReadItem): Begun['made'] =>
      elsewhere === null || isFault(item) ? makeHere(item) : leavable(makeElsewhere(item, elsewhere));
    for await (const { taken, copied, made } of ahead(begun(items, earlier, published, make), elsewhere?.most ?? 1)) {
      const { item, record } = await made;
      held.add(record.provenance.inputs, record.source);
      // What was there before has been counted when it came.
      if (copied === null) yields.addRecord(record);
      if (stale.length < NAMED_FAULTS) stale.push(...staleIn(record, item, making.decided));
      if (taken === null) await (sink ??= await openSink()).write(record);
      tally = addTallies(tally, tallyOf(record, isFault(item) && item.transient));
      if (record.rejection && isFaulty(record) && faulty.length < NAMED_FAULTS)
        faulty.push({ key: item.key, offset: item.offset, ...record.rejection });
    }
    const written = await (sink ??= await openSink()).close();
    const durationMs = Math.round(performance.now() - startedMs);
    const digest = await file.sha256();
    const counts = {
      tally,
      resumed: earlier.records,
      copied: published.records,
      stale,
      passedOver: passedOver.counts,
    };
    const found = { ...counts, lines: held.finish(), yields: yields.toParts(), faulty };
    return { shard, outcome: 'done', sha256: digest, written, ...found, durationMs };
  } catch (error) {
    await sink?.discard();
    return { shard, outcome: 'failed', detail: describeFailure(error, context.clean) };
  } finally {
    await earlier.close();
    await published?.close();
  }
}
