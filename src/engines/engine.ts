import type { Decision } from '../core/decision.js';
import type { CleanOptions } from '../core/options.js';
import type { ReadLimits } from '../io/reader.js';
import type { ShardLines } from '../io/learned/held.js';
import type { PassedOverCounts } from '../io/passed-over.js';
import type { Shard } from '../io/shard.js';
import type { Written } from '../io/sink.js';
import type { YieldParts } from '../io/source-yields.js';
import type { Tally } from '../io/tally.js';
import type { Provenance } from '../pipeline.js';
import type { Elsewhere } from './elsewhere.js';
import type { Pulse } from './pulse.js';

/** Tasks: to read what documents say of their source, and to clean them. */
export type TaskName = 'learn' | 'clean';

/** What a worker must know beside its shard; the same for all shards of a run. JSON, as the shard is. */
export interface TaskContext {
  /** Absolute paths of the folders. */
  readonly raw: string;
  readonly clean: string;
  readonly limits: ReadLimits;
  readonly options: CleanOptions;
  readonly provenance: Omit<Provenance, 'inputs'>;
  readonly durable: boolean;
  /** Where the lines that sources repeat are published, and which of what stood there counts; null where they are not asked for. */
  readonly lines: { readonly folder: string; readonly version: string } | null;
  /** What people decided about documents of a source, or of all; what is about one document comes with its shard. Absent: nothing. */
  readonly decisions?: readonly Decision[];
}

/** A document that was rejected for a fault. */
export interface FaultyDocument {
  readonly key: string | null;
  readonly offset: number | null;
  readonly reason: string;
  readonly detail: string;
}

/** A decision whose passage does not stand in its document any more. */
export interface StaleDecision {
  readonly decision: string;
  readonly key: string | null;
  readonly offset: number | null;
}

/** What came of a shard that was cleaned: a finished part, or why there is none. JSON. */
export type ShardReport = { readonly shard: Shard } & (
  | {
      readonly outcome: 'done';
      /** Of the raw file's stored bytes as they were read. */
      readonly sha256: string;
      readonly written: Written;
      readonly tally: Tally;
      /** Of its documents, those whose records a killed run had left. */
      readonly resumed: number;
      /** … and those whose records were taken from the clean file as it was. */
      readonly copied: number;
      /** Decisions about one document whose passage does not stand in it any more. */
      readonly stale: readonly StaleDecision[];
      readonly passedOver: PassedOverCounts;
      readonly lines: ShardLines;
      readonly yields: YieldParts;
      /** The first of them, for the log. */
      readonly faulty: readonly FaultyDocument[];
      readonly durationMs: number;
    }
  | { readonly outcome: 'failed'; readonly detail: string }
);

/** What came of a shard that was learned from: a part of samples, or why there is none. JSON. */
export type LearnReport = { readonly shard: Shard } & (
  | { readonly outcome: 'done'; /** Documents that were read. */ readonly documents: number }
  | { readonly outcome: 'failed'; readonly detail: string }
);

export interface Reports {
  readonly learn: LearnReport;
  readonly clean: ShardReport;
}

/**
 * Does one shard of a task, in whatever thread it runs, and tells which document it is on; or hands the documents to threads elsewhere. Throws
 * only what must stop the whole run.
 */
export type Task<Name extends TaskName = 'clean'> = (
  shard: Shard,
  context: TaskContext,
  pulse: Pulse,
  elsewhere?: Elsewhere | null,
) => Promise<Reports[Name]>;

/** All tasks by name. */
export type Tasks = { readonly [Name in TaskName]: Task<Name> };

/** A way to do many shards. The reports come in any order; what stands in them hangs on the shard alone. */
export interface Engine {
  readonly name: string;
  /** Takes shards no faster than it can do them, and stops taking them when the iterable ends. */
  run<Name extends TaskName>(
    task: Name,
    shards: AsyncIterable<Shard>,
    context: TaskContext,
  ): AsyncIterable<Reports[Name]>;
}
