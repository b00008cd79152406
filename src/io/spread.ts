import type { Shard } from './shard.js';
import type { RawFile } from './walk-raw.js';

/** Stored bytes from which handing a container's documents to other threads is worth what it costs. */
const LEAST_BYTES = 256 * 1024;

/** Containers for each thread with which all of them have something to do nearly to the end, each with files of its own. */
const ENOUGH = 4;

/** Stored bytes of a share: some seconds of work. */
const SHARE_BYTES = 1024 * 1024;
/** Each share reads the whole container, which costs some hundredths of what cleaning it does. */
const MOST_SHARES = 8;
/** Pieces of work with which a queue's workers, whose number nobody knows, have something to do nearly to the end. */
const ENOUGH_QUEUED = 64;

export interface Sharing {
  /** Threads of this machine that share the work. */
  readonly jobs: number;
  /** Whether workers of a queue do. */
  readonly queued: boolean;
}

/** How a container's documents may be worked on side by side. */
export type Spread = Pick<Shard, 'spread' | 'shares'>;

/**
 * Says which containers' documents are worked on side by side: where there are too few containers for threads or workers to share them out as
 * they are. Those that seem done are not counted; whether they are is found out one by one, later.
 */
export function spreadIn(
  files: readonly RawFile[],
  { jobs, queued }: Sharing,
  seemsDone: (rawPath: string) => boolean,
): (file: RawFile, bytes: number) => Spread {
  let containers = 0;
  if (jobs > 1 || queued)
    for (const { container, rawPath } of files) if (container && !seemsDone(rawPath)) containers++;
  const isFew = jobs > 1 && containers < ENOUGH * jobs;
  const most = queued ? Math.min(MOST_SHARES, Math.ceil(ENOUGH_QUEUED / Math.max(1, containers))) : 1;
  return (file, bytes) => {
    if (!file.container) return {};
    const shares = Math.min(most, Math.floor(bytes / SHARE_BYTES));
    return {
      ...(isFew && bytes >= LEAST_BYTES ? { spread: true } : {}),
      ...(shares > 1 ? { shares } : {}),
    };
  };
}
