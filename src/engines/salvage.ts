import { rename, rm } from 'node:fs/promises';
import { errorCode } from '../io/error-code.js';
import { splitLines } from '../io/lines.js';
import type { Shard } from '../io/shard.js';
import { openStored } from '../io/stored-file.js';
import type { ArticleRecord } from '../core/record.js';

/** The records that stand before the document on which a worker ended. */
export interface Salvage {
  /** The next of them, in order; null once there are no more. */
  next(): Promise<ArticleRecord | null>;
  close(): Promise<void>;
}

const NOTHING: Salvage = { next: () => Promise.resolve(null), close: () => Promise.resolve() };

async function* recordsOf(part: string, most: number): AsyncGenerator<ArticleRecord, undefined> {
  let count = 0;
  for await (const line of splitLines(openStored(part).bytes(), Infinity)) {
    if (line.kind !== 'line' || count++ >= most) return undefined;
    try {
      yield JSON.parse(Buffer.from(line.bytes).toString('utf8')) as ArticleRecord;
    } catch {
      return undefined; // The last one, of which the worker had written a piece.
    }
  }
  return undefined;
}

/**
 * What a worker had written of a container's part before a document ended it, so that many such documents in one container do not cost as
 * many times its cleaning. Takes the part out of the way.
 */
export async function salvage(part: string, { poisoned = [] }: Pick<Shard, 'poisoned'>): Promise<Salvage> {
  const last = poisoned.at(-1);
  if (last === undefined) return NOTHING;
  // Still a name that the next run knows for a part and removes, should this one be killed.
  const aside = part.replace(/(?:\.part)?$/, '-ended.part');
  try {
    await rename(part, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return NOTHING;
    throw error;
  }
  const records = recordsOf(aside, last.ordinal);
  return {
    async next() {
      const step = await records.next();
      return step.done === true ? null : step.value;
    },
    async close() {
      await records.return(undefined);
      await rm(aside, { force: true });
    },
  };
}
