import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import { comparableSchema, type Comparable } from './comparable.js';
import { UsageError } from '../core/errors.js';
import { byCodeUnit } from '../core/order.js';
import { errorCode } from './error-code.js';
import { gunzip } from './gunzip.js';
import { parseJson } from './issues.js';
import { splitLines } from './lines.js';
import { oneFile, type OnDisk } from './output/one-file.js';
import { STATE_FOLDER } from './paths.js';
import { MAX_RECORD } from './parse-record.js';
import { openStored } from './stored-file.js';

/**
 * A state of a collection that a person approved of: what is compared of each record, as JSON lines, packed with gzip. It is input, and is
 * not made again when it is lost.
 */

const SCHEMA = 'copydesk-approved/1';
const headerSchema = z.looseObject({ schema: z.literal(SCHEMA) });
const lineSchema = z.strictObject({ path: z.string(), ...comparableSchema.shape });
const endSchema = z.strictObject({ documents: z.number() });

/** Lines are packed in gzip members of so many UTF-16 units each: streams, and yet no stream. */
const MEMBER = 4 * 1024 * 1024;

const pack = promisify(gzip);

/** Where a collection keeps its approved state if nothing else is said. */
export const approvedPathOf = (clean: string): string => join(clean, STATE_FOLDER, 'approved', 'records.jsonl.gz');

/** Writes an approved state, whole or not at all. The same records give the same bytes. `isInterrupted` is asked at each: then null. */
export async function writeApproved(
  path: string,
  documents: AsyncIterable<{ readonly path: string; readonly document: Comparable }>,
  options: OnDisk,
  isInterrupted: () => boolean,
): Promise<number | null> {
  const to = oneFile(path, options);
  try {
    const file = await to.create('', '');
    let waiting = [JSON.stringify({ schema: SCHEMA })];
    let held = 0;
    let count = 0;
    const flush = async (): Promise<void> => {
      const lines = waiting.map((line) => line + '\n').join('');
      waiting = [];
      held = 0;
      await file.append(await pack(lines));
    };
    for await (const { path: clean, document } of documents) {
      if (isInterrupted()) {
        await to.discard();
        return null;
      }
      const line = JSON.stringify({ path: clean, ...document });
      waiting.push(line);
      held += line.length;
      count += 1;
      if (held >= MEMBER) await flush();
    }
    waiting.push(JSON.stringify({ documents: count }));
    await flush();
    await file.close();
    if (count === 0) await to.discard();
    else await to.publish();
    return count;
  } catch (error) {
    await to.discard();
    throw error;
  }
}

async function* jsonLines(path: string): AsyncGenerator {
  for await (const line of splitLines(gunzip(openStored(path).bytes()), MAX_RECORD)) {
    if (line.kind === 'broken') throw line.error;
    const parsed = line.kind === 'line' ? parseJson(Buffer.from(line.bytes).toString('utf8')) : undefined;
    yield parsed !== undefined && 'json' in parsed ? parsed.json : undefined;
  }
}

/** Whether something stands at a path that is no approved state: nobody meant to have it replaced. */
export async function isForeign(path: string): Promise<boolean> {
  const lines = jsonLines(path);
  try {
    return !headerSchema.safeParse((await lines.next()).value).success;
  } catch (error) {
    return errorCode(error) !== 'ENOENT';
  } finally {
    await lines.return(undefined);
  }
}

/**
 * An approved state, in the order of the paths, one document in memory at a time.
 * @throws UsageError for a file that is none or is damaged, and what the file system throws
 */
export async function* readApproved(
  path: string,
): AsyncGenerator<{ readonly path: string; readonly document: Comparable }> {
  const damaged = new UsageError(`${path}: expected a state that compare --approve has written, whole; approve anew`);
  const refuse = (error: unknown): never => {
    throw error instanceof Error && 'code' in error ? error : damaged;
  };
  const lines = jsonLines(path);
  const next = async (): Promise<unknown> => (await lines.next().catch(refuse)).value as unknown;
  try {
    if (!headerSchema.safeParse(await next()).success) throw damaged;
    let [count, last] = [0, ''];
    for (;;) {
      const json = await next();
      const line = lineSchema.safeParse(json).data;
      if (line === undefined) {
        if (endSchema.safeParse(json).data?.documents !== count) throw damaged;
        return;
      }
      const { path: clean, ...document } = line;
      if (byCodeUnit(clean, last) < 0) throw damaged;
      [count, last] = [count + 1, clean];
      yield { path: clean, document };
    }
  } finally {
    await lines.return(undefined);
  }
}
