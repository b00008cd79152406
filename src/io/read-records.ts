import { recordSchema, type ArticleRecord } from '../core/record.js';
import { describeIssues, parseJson } from './issues.js';
import { isBlank, splitLines } from './lines.js';
import { MAX_RECORD } from './parse-record.js';
import { gather, openStored } from './stored-file.js';

/** What stands at a place of a clean file. `at` counts from 0, in the order of the file; `begin` and `length` say where its bytes are. */
export type ReadRecord =
  | {
      readonly kind: 'record';
      readonly at: number;
      readonly begin: number;
      readonly length: number;
      readonly record: ArticleRecord;
    }
  | { readonly kind: 'broken'; readonly at: number; readonly problem: string };

const TOO_LARGE = `larger than ${MAX_RECORD} bytes`;
/** A file of another tool lacks all keys; the first few say enough. */
const MAX_PROBLEM = 200;

function parse(bytes: Uint8Array, at: number, begin: number): ReadRecord {
  const parsed = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  if ('problem' in parsed) return { kind: 'broken', at, problem: parsed.problem };
  const { data, error } = recordSchema.safeParse(parsed.json);
  if (data !== undefined) return { kind: 'record', at, begin, length: bytes.length, record: data };
  const problem = describeIssues(error);
  const cut = problem.length > MAX_PROBLEM ? `${problem.slice(0, MAX_PROBLEM)} …` : problem;
  return { kind: 'broken', at, problem: `no record: ${cut}` };
}

/**
 * All that stands in a clean file, one record in memory at a time; blank lines are passed over.
 * @throws what the file system throws
 */
export async function* readRecords(path: string): AsyncGenerator<ReadRecord> {
  const bytes = openStored(path).bytes();
  if (!path.endsWith('.jsonl')) {
    const whole = await gather(bytes, MAX_RECORD);
    yield whole === null ? { kind: 'broken', at: 0, problem: TOO_LARGE } : parse(whole, 0, 0);
    return;
  }
  let at = 0;
  for await (const line of splitLines(bytes, MAX_RECORD)) {
    if (line.kind === 'broken') throw line.error;
    if (line.kind === 'too-large') yield { kind: 'broken', at, problem: TOO_LARGE };
    else if (!isBlank(line.bytes)) yield parse(line.bytes, at, line.offset);
    at += 1;
  }
}
