import type { Logger } from 'pino';
import { DocumentShelf } from '../io/shelf.js';
import { pairDocuments, type Pair } from '../review/compare/pairs.js';
import type { Side } from './compare-sides.js';

/** Which documents are compared. */
export interface Wanted {
  /** By the clean file. */
  readonly path: (path: string) => boolean;
  readonly pair: (pair: Pair) => boolean;
}

export interface CompareWork {
  readonly before: Side;
  readonly after: Side;
  readonly wanted: Wanted;
  readonly log: Logger;
  readonly progress: (text: string) => void;
}

const number = new Intl.NumberFormat('en');

/**
 * Gives all pairs of documents, one in memory at a time.
 * @returns how many places hold no record or cannot be read; each was told of
 * @throws UsageError for an approved state that is damaged, and what the file system throws
 */
export async function eachPair(work: CompareWork, use: (pair: Pair) => void): Promise<number> {
  const { before, after, wanted, log, progress } = work;
  let [broken, seen] = [0, 0];
  const complainOf =
    ({ name }: Side) =>
    (path: string, problem: string): void => {
      broken += 1;
      log.error({ event: 'broken', side: name, path, problem }, `${name}: ${path}: ${problem}`);
    };
  const shelf = new DocumentShelf();
  const sides = [before.read(wanted.path, complainOf(before)), after.read(wanted.path, complainOf(after))] as const;
  try {
    for await (const pair of pairDocuments(...sides, shelf)) {
      if (!wanted.pair(pair)) continue;
      use(pair);
      seen += 1;
      progress(`comparing: ${number.format(seen)} documents so far`);
    }
    return broken;
  } finally {
    for (const side of sides) await side.return(undefined);
    await shelf.close();
  }
}
