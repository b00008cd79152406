import type { Shard } from '../../io/shard.js';
import type { Reports, TaskName } from '../engine.js';
import type { Say } from './link.js';
import type { Outgoing } from './sender.js';

/** What came of a shard: a report, and the part that it speaks of. */
export interface Arrived {
  readonly key: string;
  readonly shard: Shard;
  readonly part: string;
  readonly report: Reports[TaskName];
}

/** A shard that was given to workers, or is about to be. */
export interface InHand extends Outgoing {
  /** How often a worker has failed at it. */
  failures: number;
  /** Whether there was a marker of it, and its part is being brought. */
  isHeard: boolean;
  readonly arrive: (arrived: Arrived | null) => void;
  readonly stop: (error: unknown) => void;
}

export interface DispatchSettings {
  readonly task: TaskName;
  /** Tells the content of a raw file from others, as far as can be told without reading it. */
  readonly stampOf: (rawPath: string) => Promise<unknown>;
  readonly isInterrupted: () => boolean;
  readonly say: Say;
  /** A shard at which a worker has failed is tried again after so long, in milliseconds, once for each; empty: never. */
  readonly retryMs: readonly number[];
  /** The queue is asked so often what has become of shards. */
  readonly lookMs: number;
}
