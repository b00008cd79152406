import type { CleanOptions } from '../core/options.js';
import { recordSchema, type ArticleRecord, type Rejection } from '../core/record.js';
import type { RepeatedLines } from '../core/types.js';
import { errorMessage } from '../io/error-code.js';
import { isFault, type ReadItem } from '../io/reader.js';
import type { Shard } from '../io/shard.js';
import { clean as cleanDocument, MODELS, type Provenance } from '../pipeline.js';
import type { Decided } from '../stages/decided.js';
import { rejectedRecord } from '../stages/record.js';
import { sha256 } from '../stages/record/identity.js';
import { decidedFor } from './decided.js';
import type { TaskContext } from './engine.js';
import { publishedFor } from './published.js';

export type Clean = typeof cleanDocument;

/** All that a record hangs on beside its document. */
export interface Making {
  readonly options: CleanOptions;
  readonly provenance: Provenance;
  readonly lines: RepeatedLines;
  readonly decided: Decided;
}

/** The record of whatever a reader gave. A defect of ours costs one document, not the run. */
export function recordOf(
  item: ReadItem,
  { options, provenance, lines, decided }: Making,
  clean: Clean = cleanDocument,
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

export async function makingOf(shard: Pick<Shard, 'inputs' | 'decisions'>, context: TaskContext): Promise<Making> {
  return {
    options: context.options,
    provenance: { ...context.provenance, inputs: shard.inputs },
    lines: await publishedFor(context),
    decided: decidedFor(shard, context),
  };
}
