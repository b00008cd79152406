import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import type { CleanOptions } from '../core/options.js';
import { recordTexts } from '../core/record-pieces.js';
import { recordSchema, type ArticleRecord, type Rejection } from '../core/record.js';
import { sortStale } from '../core/stale.js';
import type { RepeatedLines } from '../core/types.js';
import { EarlierPart } from '../io/earlier-part.js';
import { errorCode, errorMessage } from '../io/error-code.js';
import { HeldLines } from '../io/learned/held.js';
import { PassedOver } from '../io/passed-over.js';
import { isResumable } from '../io/paths.js';
import { PublishedRecords } from '../io/published-records.js';
import { isFault, type ReadItem } from '../io/reader.js';
import { readerFor } from '../io/readers/index.js';
import type { Shard } from '../io/shard.js';
import type { OpenSink } from '../io/sink.js';
import { sinkFor } from '../io/sinks/index.js';
import { SourceYields } from '../io/source-yields.js';
import { openStored } from '../io/stored-file.js';
import { addTallies, isFaulty, NOTHING, tallyOf } from '../io/tally.js';
import { clean as cleanDocument, MODELS, type Provenance } from '../pipeline.js';
import { Decided } from '../stages/decided.js';
import { NO_LINES } from '../stages/held-lines.js';
import { rejectedRecord } from '../stages/record.js';
import { sha256 } from '../stages/record/identity.js';
import { decidedFor } from './decided.js';
import type { FaultyDocument, ShardReport, StaleDecision, TaskContext } from './engine.js';
import { publishedFor } from './published.js';
import { NO_PULSE, type Pulse } from './pulse.js';
import { watched } from './watched.js';

type Clean = typeof cleanDocument;

/** A container may hold millions of faulty documents; the log names the first of them, the tally counts all. */
const NAMED_FAULTS = 20;

/** The record of whatever a reader gave. A defect of ours costs one document, not the run. */
export function recordOf(
  item: ReadItem,
  options: CleanOptions,
  provenance: Provenance,
  clean: Clean,
  lines: RepeatedLines = NO_LINES,
  decided: Decided = Decided.NOTHING,
): ArticleRecord {
  if (isFault(item)) return rejectedRecord(item, item.rejection, provenance);
  try {
    return recordSchema.parse(clean(item, options, provenance, MODELS, lines, decided));
  } catch (error) {
    const detail = `copydesk failed on this document: ${errorMessage(error).slice(0, 300)}`;
    const rejection: Rejection = { reason: 'unreadable', detail };
    return rejectedRecord({ ...item, sha256: sha256(item.payload) }, rejection, provenance);
  }
}

/** Errors of the machine that no other document would be spared. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** Why a raw file has no clean file, in one line. Stops the run for what would fail every document. */
export function describeFailure(error: unknown, clean: string): string {
  const code = errorCode(error);
  if (code === undefined) return `copydesk failed on this file: ${errorMessage(error)}`;
  if (HOPELESS.has(code)) throw new UsageError(`${clean}: cannot go on: ${code}; mend it and run again`);
  return code === 'ENOENT' ? 'it has gone since the run began' : `its clean file cannot be written: ${code}`;
}

/** The decisions about this document alone whose passage its record does not hold. */
function staleIn(record: ArticleRecord, item: ReadItem, decided: Decided): StaleDecision[] {
  const own = decided.onDocument(item);
  if (own.length === 0) return [];
  const { key, offset } = item;
  return sortStale(recordTexts(record), own).stale.map(({ id }) => ({ decision: id, key, offset }));
}

/**
 * The whole line for one raw file: read, clean and write its documents one after another, into the shard's part, behind what a killed run left
 * there. What the published clean file holds already is not cleaned again.
 */
export async function cleanShard(
  shard: Shard,
  context: TaskContext,
  clean: Clean = cleanDocument,
  pulse: Pulse = NO_PULSE,
): Promise<ShardReport> {
  const startedMs = performance.now();
  const reader = readerFor(shard.rawPath);
  if (!reader) return { shard, outcome: 'failed', detail: 'no reader takes it' };
  const file = openStored(join(context.raw, shard.rawPath));
  const provenance: Provenance = { ...context.provenance, inputs: shard.inputs };
  const faulty: FaultyDocument[] = [];
  const held = new HeldLines();
  const yields = new SourceYields();
  const passedOver = new PassedOver();
  const part = join(context.clean, shard.part);
  let tally = NOTHING;
  let sink: OpenSink | undefined;
  const decided = decidedFor(shard, context);
  const stale: StaleDecision[] = [];
  let earlier = EarlierPart.NONE;
  let published: PublishedRecords | undefined;
  try {
    const lines = await publishedFor(context);
    const openSink = (): Promise<OpenSink> =>
      sinkFor(reader.container).open(part, { durable: context.durable, start: earlier.start });
    // What stands there is of a run that was killed, or of the worker that a document has just ended.
    if (isResumable(part) || shard.poisoned !== undefined)
      earlier = await EarlierPart.open(part, context.limits, context.provenance);
    else sink = await openSink();
    const { options, limits } = context;
    published = new PublishedRecords(context.clean, shard.published, { options, limits, lines, decided, provenance });
    for await (const item of watched(reader.read(shard, file, context.limits, passedOver.add), shard, pulse)) {
      const taken = await earlier.take(item);
      const copied = await published.take(item, taken === null);
      const record = taken ?? copied ?? recordOf(item, options, provenance, clean, lines, decided);
      held.add(record.provenance.inputs, record.source);
      // What was there before has been counted when it came.
      if (copied === null) yields.addRecord(record);
      if (stale.length < NAMED_FAULTS) stale.push(...staleIn(record, item, decided));
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
