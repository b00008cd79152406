import type { RawFile } from './walk-raw.js';

/** Stored bytes from which handing a container's documents to other threads is worth what it costs. */
const LEAST_BYTES = 256 * 1024;

/** Containers for each thread with which all of them have something to do nearly to the end, each with files of its own. */
const ENOUGH = 4;

/**
 * Whether a container's documents are worked on side by side: where there are too few containers for threads to share them out as they are. Those
 * that seem done are not counted; whether they are is found out one by one, later.
 */
export function spreadIn(
  files: readonly RawFile[],
  jobs: number,
  seemsDone: (rawPath: string) => boolean,
): (file: RawFile, bytes: number) => boolean {
  let containers = 0;
  if (jobs > 1) for (const { container, rawPath } of files) if (container && !seemsDone(rawPath)) containers++;
  const isFew = jobs > 1 && containers < ENOUGH * jobs;
  return (file, bytes) => isFew && file.container && bytes >= LEAST_BYTES;
}
