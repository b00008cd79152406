import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';
import { parseJson } from './issues.js';
import { makeFolder } from './make-folder.js';
import { publishPart } from './part-file.js';
import { readAt } from './read-at.js';

/** A file of the tool's own state: a header in JSON, and behind it bytes that are read at any place. */

/** Bytes before the header: its length. */
const PREFIX = 8;
const LONGEST_HEADER = 512 * 1024 * 1024;

/** Writes a packed file, whole or not at all. */
export async function writePacked(path: string, header: unknown, bodies: Iterable<Uint8Array>): Promise<void> {
  await makeFolder(dirname(path));
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w');
    try {
      const json = Buffer.from(JSON.stringify(header));
      const prefix = Buffer.alloc(PREFIX);
      prefix.writeDoubleLE(json.length);
      await file.appendFile(Buffer.concat([prefix, json]));
      for (const bytes of joined(bodies)) await file.appendFile(bytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await publishPart(part, path, { durable: false });
}

const AT_ONCE = 4 * 1024 * 1024;

/** Many small pieces as few large ones. */
function* joined(bodies: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let held = 0;
  for (const body of bodies) {
    waiting.push(body);
    held += body.length;
    if (held < AT_ONCE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    held = 0;
  }
  yield Buffer.concat(waiting);
}

/** A packed file that is open for reading. */
export interface PackedFile {
  readonly header: unknown;
  /** Size of all that stands behind the header. */
  readonly size: number;
  /** Bytes behind the header; fewer where the file ends before. */
  read(start: number, end: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a packed file; null where there is none, or none that is whole. */
export async function openPacked(path: string): Promise<PackedFile | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return null;
  const { size } = await file.stat();
  const prefix = await readAt(file, 0, Math.min(PREFIX, size));
  const length = prefix.length < PREFIX ? -1 : prefix.readDoubleLE();
  const start = PREFIX + length;
  const isSound = Number.isInteger(length) && length >= 0 && length <= LONGEST_HEADER && start <= size;
  const parsed = isSound ? parseJson((await readAt(file, PREFIX, start)).toString('utf8')) : { problem: 'broken' };
  if ('problem' in parsed) {
    await file.close();
    return null;
  }
  return {
    header: parsed.json,
    size: size - start,
    read: (from, to) => readAt(file, start + from, Math.min(start + to, size)),
    close: () => file.close(),
  };
}
