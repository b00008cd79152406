import { stat } from 'node:fs/promises';
import { sha256 } from '../../stages/record/identity.js';
import { canonicalJson } from '../../io/hash.js';
import type { Shard } from '../../io/shard.js';

/** What lies in the queue: where the work is described, and never a document. */
export interface ShardJob {
  /** The place of the records as the planner calls it. */
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
 * and how documents are shared out are the planner's business; `stamp` tells whether what was reported is of the file as it is.
 */
export function keyOf(exchange: string, shard: Shard, stamp: unknown): string {
  const what = { ...shard, part: undefined, spread: undefined, shares: undefined, made: undefined };
  return sha256(canonicalJson({ exchange, stamp, shard: what })).slice(0, 32);
}

/** A file's size and time; null where there is none. */
export async function stampOfFile(path: string): Promise<unknown> {
  const found = await stat(path).catch(() => null);
  return found && [found.size, found.mtimeMs];
}
