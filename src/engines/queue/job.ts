import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../stages/record/identity.js';
import { canonicalJson } from '../../io/hash.js';
import type { Shard } from '../../io/shard.js';

/** What lies in the queue: where the work is described, and never a document. */
export interface ShardJob {
  /** The folder of the records as the planner calls it. */
  readonly clean: string;
  /** Of its exchange. */
  readonly exchange: string;
  readonly key: string;
  /** Absent where it is too large: then it lies in the exchange. */
  readonly shard?: Shard;
}

/** Larger shards, with hundreds of decisions about one file, are no load for a queue. */
export const MOST_IN_JOB = 16 * 1024;

/** BullMQ takes no numbers for ids. */
export const jobIdOf = (key: string): string => `s${key}`;

/**
 * Names a shard by all that decides what comes of it, and nothing else: the same work has the same key, whoever plans it. The part's name
 * and how many threads share the documents are the planner's business; the file's size and time tell whether what was reported is of the file as it is.
 */
export async function keyOf(exchange: string, shard: Shard, raw: string): Promise<string> {
  const found = await stat(join(raw, shard.rawPath)).catch(() => null);
  const stamp = found && [found.size, found.mtimeMs];
  return sha256(canonicalJson({ exchange, stamp, shard: { ...shard, part: undefined, spread: undefined } })).slice(
    0,
    32,
  );
}
