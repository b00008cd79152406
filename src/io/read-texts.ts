import { z } from 'zod';
import { recordSchema } from '../core/record.js';
import { parseJson } from './issues.js';
import { splitLines } from './lines.js';
import { MAX_RECORD } from './parse-record.js';
import { gather, openStored } from './stored-file.js';

/** What comparing documents needs of a record. */
export interface RecordText {
  readonly id: string;
  readonly key: string | null;
  /** The record's place in its file, from 0. */
  readonly at: number;
  readonly published: string | null;
  readonly text: string;
}

/** Records are read often and were checked when they were written: only what is needed is looked at. */
const schema = z.object({
  schema: recordSchema.shape.schema,
  id: recordSchema.shape.id,
  status: recordSchema.shape.status,
  datePublished: z.object({ value: z.string() }).nullable(),
  text: z.string(),
  provenance: z.object({ key: z.string().nullable() }),
});

function parse(bytes: Uint8Array, at: number): RecordText | null {
  const parsed = parseJson(Buffer.from(bytes).toString('utf8'));
  const { data } = schema.safeParse('json' in parsed ? parsed.json : null);
  if (data === undefined || data.status === 'rejected' || data.text === '') return null;
  return { id: data.id, key: data.provenance.key, at, published: data.datePublished?.value ?? null, text: data.text };
}

/**
 * The records of a clean file that have a text and are not rejected; nothing for a file that is not ours.
 * @throws what the file system throws
 */
export async function* readTexts(path: string): AsyncGenerator<RecordText> {
  const bytes = openStored(path).bytes();
  if (!path.endsWith('.jsonl')) {
    const whole = await gather(bytes, MAX_RECORD);
    const record = whole === null ? null : parse(whole, 0);
    if (record !== null) yield record;
    return;
  }
  let at = 0;
  for await (const line of splitLines(bytes, MAX_RECORD)) {
    if (line.kind === 'broken') throw line.error;
    const record = line.kind === 'line' ? parse(line.bytes, at) : null;
    if (record !== null) yield record;
    at += 1;
  }
}
