import type { Shard } from '../../io/shard.js';
import type { TaskName } from '../engine.js';

/** What a planner and its workers share beside the queue: a folder that all of them see, or a place in object storage. */

/** What both sides do. Names are paths below the place, with '/'; each note appears whole, and is written once. */
export interface Shared {
  /** Has notes be written below a folder. */
  open(folder: string): Promise<void>;
  /** False where another one was first, or where nobody has opened the folder. */
  write(name: string, text: string): Promise<boolean>;
  /** Null where there is none. */
  read(name: string): Promise<string | null>;
  has(name: string): Promise<boolean>;
  /** Names directly below a folder. */
  list(folder: string): Promise<string[]>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
  /** Removes all below a folder. */
  clear(folder: string): Promise<void>;
  /** Removes a part that nobody waits for any more, if it is still there. */
  discard(part: string): Promise<void>;
}

/** The planner's side. A part is named as its marker names it. */
export interface PlannerShared extends Shared {
  /** As workers are told of it: an absolute path, or a URL. */
  readonly place: string;
  /** How long to wait before looking for news again, in milliseconds, where there was some, and where there has long been none. */
  readonly pauses: { readonly shortestMs: number; readonly longestMs: number };
  /** Has workers find the published lines of a local folder below a folder of notes. */
  shareLines(folder: string, lines: string): Promise<void>;
  /** Sees to it that a part can be settled; false where it has gone. Many are brought side by side, in any order. */
  bring(part: string, shard: Shard, task: TaskName): Promise<boolean>;
  /** Has it stand where the shard names its part, in the planner's own folder. */
  settle(part: string, shard: Shard): Promise<void>;
  /** Removes what attempts have left beside the parts of shards, in folders. Only when no shard is in hand. */
  removeLeftovers(folders: Iterable<string>): Promise<void>;
}

/** A worker's side. */
export interface WorkerShared extends Shared {
  /** The folder below which this machine writes parts. */
  readonly clean: string;
  /** Whether that folder is this worker's own: then what is wrong with it is no other's trouble. */
  readonly isOwn: boolean;
  /** Whether a run has ever been here. */
  isHere(): Promise<boolean>;
  /** The published lines, in a folder of this machine: those below a folder of notes, which the planner has at a path below the place. */
  linesOf(folder: string, path: string): Promise<string>;
  /** The shard as one attempt does it: with a part of its own, for a worker that was taken for dead may still be writing. */
  begin(shard: Shard, key: string): Promise<Shard>;
  /** Lays a part that is done where the planner finds it, below a folder of notes if need be; its name for the marker. */
  handIn(folder: string, shard: Shard): Promise<string>;
  /** Keeps nothing of an attempt that is this machine's alone. */
  end(shard: Shard): Promise<void>;
}
