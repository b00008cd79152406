import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import { isFault, type Reader, type ReadItem } from '../../src/io/reader.js';
import { READERS } from '../../src/io/readers/index.js';
import type { Sink } from '../../src/io/sink.js';
import { rejectedRecord } from '../../src/stages/record.js';
import { collect, gzip, readError, scratchFolder, storedChunks } from './scratch.js';

/** What every reader and every sink keeps to. A new one is found by its file. */

async function load<T>(folder: string): Promise<T[]> {
  const url = new URL(`../../src/io/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  const modules = await Promise.all(names.map((name) => import(new URL(name, url).href) as Promise<Record<string, T>>));
  return modules.map((module, at) => {
    const found = module[names[at]?.slice(0, -3) ?? ''];
    if (found === undefined) throw new Error(`${names[at] ?? ''}: exports nothing of its own name`);
    return found;
  });
}

const readers = await load<Reader>('readers');
const sinks = await load<Sink>('sinks');
const limits = { maxBytes: 2000 };
/** Formats whose table of contents stands at their end, and which pack what they hold themselves. */
const AT_ANY_PLACE = new Set(['zip', 'parquet']);

it('all readers are registered', () => {
  expect([...READERS].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(readers);
});

describe.each(readers.map((reader) => [reader.name, reader] as const))('reader %s', (name, reader) => {
  const path = `a/b.${name}`;
  const read = (file: ReturnType<typeof storedChunks>, as = path): Promise<ReadItem[]> =>
    collect(reader.read({ rawPath: as, hints: {} }, file, limits));

  it('takes its own names, packed where it can be read as a stream, in any case, and no others', () => {
    const packed = AT_ANY_PLACE.has(name) ? [] : [`${path}.gz`, `${path}.zst`];
    for (const own of [path, ...packed, path.toUpperCase()])
      expect(READERS.filter((other) => other.accepts(own))).toEqual([reader]);
    for (const other of [name, `a.${name}.bak`, `a.${name}.meta.json`, '', 'a'])
      expect(reader.accepts(other)).toBe(false);
  });

  it('makes something of any bytes: documents or faults, never an error, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 4000 }).map((bytes) => Buffer.from(bytes)),
        fc.boolean(),
        async (bytes, compressed) => {
          const as = compressed ? `${path}.gz` : path;
          const items = await read(storedChunks([bytes]), as);
          if (!reader.container) expect(items.length).toBe(1);
          for (const item of items) expect(item.rawPath).toBe(as);
          expect(await read(storedChunks([bytes.subarray(0, 7), bytes.subarray(7)]), as)).toEqual(items);
        },
      ),
    );
  });

  it('holds no more than it may', async () => {
    const chunks = Array.from({ length: 50 }, () => randomBytes(1000));
    for (const [as, file] of [
      [path, storedChunks(chunks)],
      [`${path}.gz`, storedChunks([gzip('x'.repeat(50_000))])],
    ] as const)
      for (const item of await read(file, as))
        if (!isFault(item)) expect(item.payload.length).toBeLessThanOrEqual(limits.maxBytes);
  });

  it('ends with a fault where the disk gives up', async () => {
    const last = (await read(storedChunks(['half'], readError()))).at(-1);
    expect(last).toMatchObject({ rejection: { reason: 'unreadable' }, transient: true });
  });
});

describe.each(sinks.map((sink) => [sink.name, sink] as const))('sink %s', (_name, sink) => {
  const provenance = { copydesk: '0', rules: 'r', options: 'o', inputs: 'i' };
  const raw = { rawPath: 'a', key: null, offset: null, format: 'text', hints: {}, sha256: '0'.repeat(64) } as const;
  const record: ArticleRecord = {
    ...rejectedRecord(raw, { reason: 'empty', detail: '' }, provenance),
    headline: 'Line\u2028one\nand "two" \ud800 報',
  };

  it('writes a record that reads back as it was, and ends with a line feed', async () => {
    const path = join(scratchFolder(), 'sub', 'x');
    const open = await sink.open(path, { durable: true });
    await open.write(record);
    const { size } = await open.close();
    const content = readFileSync(path, 'utf8');
    expect(recordSchema.parse(JSON.parse(content))).toEqual(record);
    expect(content.endsWith('\n')).toBe(true);
    expect(Buffer.byteLength(content)).toBe(size);
  });

  it('leaves nothing when it is given up', async () => {
    const folder = scratchFolder();
    const open = await sink.open(join(folder, 'x'), { durable: false });
    await open.write(record);
    await open.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});
