import type { CleanOptions } from '../core/options.js';
import type { ReadLimits } from '../io/reader.js';
import type { Shard } from '../io/shard.js';
import type { Written } from '../io/sink.js';
import type { Tally } from '../io/tally.js';
import type { Provenance } from '../pipeline.js';

export type TaskName = 'clean';

/** What a worker must know beside its shard; the same for all shards of a run. JSON, as the shard is. */
export interface TaskContext {
  /** Absolute paths of the folders. */
  readonly raw: string;
  readonly clean: string;
  readonly limits: ReadLimits;
  readonly options: CleanOptions;
  readonly provenance: Omit<Provenance, 'inputs'>;
  readonly durable: boolean;
}

/** A document that was rejected for a fault. */
export interface FaultyDocument {
  readonly key: string | null;
  readonly offset: number | null;
  readonly reason: string;
  readonly detail: string;
}

/** What came of a shard: a finished part, or why there is none. JSON. */
export type ShardReport = { readonly shard: Shard } & (
  | {
      readonly outcome: 'done';
      /** Of the raw file's stored bytes as they were read. */
      readonly sha256: string;
      readonly written: Written;
      readonly tally: Tally;
      /** The first of them, for the log. */
      readonly faulty: readonly FaultyDocument[];
      readonly durationMs: number;
    }
  | { readonly outcome: 'failed'; readonly detail: string }
);

/** Does one shard of a task, in whatever process it runs. Throws only what must stop the whole run. */
export type Task = (shard: Shard, context: TaskContext) => Promise<ShardReport>;

/** A way to do many shards. The reports come in any order; what stands in them hangs on the shard alone. */
export interface Engine {
  readonly name: string;
  /** Takes shards no faster than it can do them, and stops taking them when the iterable ends. */
  run(task: TaskName, shards: AsyncIterable<Shard>): AsyncIterable<ShardReport>;
}
