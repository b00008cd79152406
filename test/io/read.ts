import { isFault, DEFAULT_LIMITS, type ReadItem, type ReadLimits } from '../../src/io/reader.js';
import { readerFor } from '../../src/io/readers/index.js';
import type { StoredFile } from '../../src/io/stored-file.js';
import { collect, storedChunks } from './scratch.js';

/** What the reader for a name makes of some bytes: documents in short, faults by their details, and what was passed over. */
export interface Reading {
  readonly items: ReadItem[];
  readonly passedOver: Record<string, number>;
  /** Payloads; of a fault, "reason: detail". */
  readonly said: string[];
}

export async function readAs(
  path: string,
  content: StoredFile | string | Uint8Array,
  limits: Partial<ReadLimits> = {},
  hints = {},
): Promise<Reading> {
  const reader = readerFor(path);
  if (!reader) throw new Error(`no reader takes ${path}`);
  const file = typeof content === 'string' || content instanceof Uint8Array ? storedChunks([content]) : content;
  const passedOver: Record<string, number> = {};
  const passOver = (kind: string): void => {
    passedOver[kind] = (passedOver[kind] ?? 0) + 1;
  };
  const items = await collect(reader.read({ rawPath: path, hints }, file, { ...DEFAULT_LIMITS, ...limits }, passOver));
  const said = items.map((item) =>
    isFault(item) ? `${item.rejection.reason}: ${item.rejection.detail}` : Buffer.from(item.payload).toString(),
  );
  return { items, passedOver, said };
}
