import { join } from 'node:path';
import { recordTexts } from '../core/record-pieces.js';
import type { ArticleRecord } from '../core/record.js';
import { sortStale } from '../core/stale.js';
import type { RawDocument } from '../core/types.js';
import { EarlierPart } from '../io/earlier-part.js';
import { HeldLines } from '../io/learned/held.js';
import { PassedOver } from '../io/passed-over.js';
import { MadeRecords } from '../io/made-records.js';
import { isResumable } from '../io/paths.js';
import { PublishedRecords } from '../io/published-records.js';
import { bytesOf, isFault, type ReadItem } from '../io/reader.js';
import { readerFor } from '../io/readers/index.js';
import { isInShare, type Shard } from '../io/shard.js';
import type { OpenSink } from '../io/sink.js';
import { sinkFor } from '../io/sinks/index.js';
import { SourceYields } from '../io/source-yields.js';
import { openStored } from '../io/stored-file.js';
import { addTallies, isFaulty, NOTHING, tallyOf } from '../io/tally.js';
import { clean as cleanDocument } from '../pipeline.js';
import type { Decided } from '../stages/decided.js';
import { ahead, leavable } from './ahead.js';
import { makingOf, recordOf, type Clean } from './clean-document.js';
import { describeFailure } from './describe-failure.js';
import type { Elsewhere } from './elsewhere.js';
import type { FaultyDocument, ShardReport, StaleDecision, TaskContext } from './engine.js';
import { NO_PULSE, type Pulse } from './pulse.js';
import { watched } from './watched.js';

/** A container may hold millions of faulty documents; the log names the first of them, the tally counts all. */
const NAMED_FAULTS = 20;

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

/** Where records may stand that are wanted. */
interface Sources {
  readonly earlier: EarlierPart;
  readonly published: PublishedRecords;
  readonly made: MadeRecords;
}

/** Looks for the record of each document that is of the shard's share, in turn, and has it made where there is none. */
async function* begun(
  items: AsyncIterable<ReadItem>,
  { share }: Shard,
  { earlier, published, made }: Sources,
  make: (item: ReadItem) => Begun['made'],
): AsyncGenerator<Begun> {
  let ordinal = 0;
  for await (const item of items) {
    const isOurs = isInShare(share, ordinal++);
    const taken = isOurs ? await earlier.take(item) : null;
    const copied = await published.take(item, isOurs && taken === null);
    const other = await made.take(item);
    const record = taken ?? copied ?? other;
    if (isOurs) yield { bytes: bytesOf(item), taken, copied, made: record === null ? make(item) : { item, record } };
  }
}

/**
 * The whole line for one raw file: read, clean and write its documents one after another, into the shard's part, behind what a killed run left
 * there. What the published clean file holds already is not cleaned again, nor what others have made of shares of it. Where documents can be handed to threads elsewhere, they are cleaned
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
  let others: MadeRecords | undefined;
  try {
    const making = await makingOf(shard, context);
    const openSink = (): Promise<OpenSink> =>
      sinkFor(reader.container).open(part, { durable: context.durable, start: earlier.start });
    // What stands there is of a run that was killed, or of the worker that a document has just ended.
    if (isResumable(part) || shard.poisoned !== undefined)
      earlier = await EarlierPart.open(part, context.limits, context.provenance);
    else sink = await openSink();
    published = new PublishedRecords(context.clean, shard.published, { ...making, limits: context.limits });
    others = await MadeRecords.open(context.clean, shard.made ?? [], context.limits, context.provenance);
    const items = watched(reader.read(shard, file, context.limits, passedOver.add), shard, pulse);
    const makeHere = (item: ReadItem): Cleaned => ({ item, record: recordOf(item, making, clean) });
    const makeElsewhere = async (item: RawDocument, threads: Elsewhere): Promise<Cleaned> => {
      const handed = await threads.do('clean', item);
      return 'made' in handed ? { item, record: handed.made } : makeHere(handed.lost);
    };
    const make = (item: ReadItem): Begun['made'] =>
      elsewhere === null || isFault(item) ? makeHere(item) : leavable(makeElsewhere(item, elsewhere));
    const records = begun(items, shard, { earlier, published, made: others }, make);
    for await (const { taken, copied, made } of ahead(records, elsewhere?.most ?? 1)) {
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
    await others?.close();
  }
}
