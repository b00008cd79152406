import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../core/errors.js';
import { approvedPathOf, readApproved } from '../io/approved.js';
import { readComparables, type Complain } from '../io/read-comparables.js';
import type { Placed } from '../review/compare/pairs.js';

/** One of the two states that are compared. */
export interface Side {
  /** As people know it. */
  readonly name: string;
  /** Its folder of records; null for an approved state. */
  readonly folder: string | null;
  /** Documents in the order of their paths; of those in other files than are wanted, none. */
  read(isWanted: (path: string) => boolean, complain: Complain): AsyncGenerator<Placed>;
}

async function* wantedOf(
  documents: AsyncIterable<Placed>,
  isWanted: (path: string) => boolean,
): AsyncGenerator<Placed> {
  for await (const placed of documents) if (isWanted(placed.path)) yield placed;
}

const approvedSide = (path: string, name: string): Side => ({
  name,
  folder: null,
  read: (isWanted) => wantedOf(readApproved(path), isWanted),
});

/**
 * A folder of records, or a file that `--approve` has written.
 * @throws UsageError if neither is there
 */
export async function openSide(given: string): Promise<Side> {
  const path = resolve(given);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true) return approvedSide(path, given);
  if (found?.isDirectory() !== true)
    throw new UsageError(`compare: ${given}: expected a folder of records, or a state that --approve has written`);
  return { name: given, folder: path, read: (isWanted, complain) => readComparables(path, isWanted, complain) };
}

/**
 * The state of a folder that was approved last.
 * @param given where it stands, if not in the folder
 * @throws UsageError if there is none
 */
export async function openApproved(clean: string, given: string | undefined): Promise<Side> {
  const path = given === undefined ? approvedPathOf(clean) : resolve(given);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true)
    throw new UsageError(
      `compare: nothing is approved yet (no ${given ?? path}); compare --approve keeps what is there now`,
    );
  return approvedSide(path, given ?? 'approved');
}

/** Whether two states are one and the same place. */
export async function isSamePlace(a: Side, b: Side): Promise<boolean> {
  return a.folder !== null && b.folder !== null && (await realpath(a.folder)) === (await realpath(b.folder));
}
