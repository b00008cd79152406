import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { readApproved, writeApproved } from '../../src/io/approved.js';
import type { Comparable } from '../../src/io/comparable.js';
import { comparable } from '../review/compare/documents.js';
import { collect, gzip, scratchFolder } from './scratch.js';

type Placed = { path: string; document: Comparable };
const DOCUMENTS: readonly Placed[] = ['a', 'b', 'b'].map((path, i) => ({
  path: `${path}.json`,
  document: comparable({ text: `Text ${i}\n\n報 😀`, authors: ['Ida Brannigan'] }),
}));

// eslint-disable-next-line @typescript-eslint/require-await
async function* stream(documents: readonly Placed[], error?: Error): AsyncGenerator<Placed> {
  yield* documents;
  if (error !== undefined) throw error;
}

const options = { durable: true, tag: 't' };
const write = (path: string, documents = stream(DOCUMENTS), stop = false): Promise<number | null> =>
  writeApproved(path, documents, options, () => stop);

describe('an approved state', () => {
  it('reads back as it was written, and has the same bytes each time', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'x/records.jsonl.gz');
    expect(await write(path)).toBe(3);
    const bytes = readFileSync(path);
    expect(await collect(readApproved(path))).toEqual(DOCUMENTS);
    await write(path);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(join(folder, 'x'))).toEqual(['records.jsonl.gz']);
  });

  it('stays as it was where a later one breaks off, is interrupted or holds nothing', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'records.jsonl.gz');
    await write(path);
    await expect(write(path, stream(DOCUMENTS, new Error('broken')))).rejects.toThrow('broken');
    expect(await write(path, stream(DOCUMENTS), true)).toBeNull();
    expect(await write(path, stream([]))).toBe(0);
    expect(await collect(readApproved(path))).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(['records.jsonl.gz']);
  });

  it('is refused in one line where it is damaged or is something else', async () => {
    const path = join(scratchFolder(), 'records.jsonl.gz');
    await write(path);
    const whole = readFileSync(path);
    const header = '{"schema":"copydesk-approved/1"}\n';
    const row = (name: string): string => JSON.stringify({ path: name, ...comparable() }) + '\n';
    for (const bytes of [
      whole.subarray(0, -20),
      gzip(header + row('a')),
      gzip(header + row('b') + row('a') + '{"documents":2}\n'),
      gzip('{"schema":"other"}\n'),
      Buffer.from('no gzip'),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, bytes);
      const read = collect(readApproved(path));
      await expect(read).rejects.toThrow(UsageError);
      await expect(read).rejects.toThrow(/^[^\n]*approve anew$/);
    }
  });
});
