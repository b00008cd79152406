import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { recordSchema } from '../../src/core/record.js';
import type { ExportSink } from '../../src/io/export-sink.js';
import { EXPORTS } from '../../src/io/exports/index.js';
import { folder } from '../../src/io/output/folder.js';
import { COLUMNS } from '../../src/io/table/columns.js';
import type { Entry } from '../../src/io/table/entry.js';
import { plainValue } from '../../src/io/table/row.js';
import { openExport } from '../../src/io/write-export.js';
import { ENTRIES } from '../io/table/entries.js';
import { scratchFolder } from '../io/scratch.js';

/** What every format of `export` keeps to, found in its folder: what was written reads back, by readers that are not ours. */

const here = new URL('../../src/io/exports/', import.meta.url);
const sinks = await Promise.all(
  readdirSync(here)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map(async (name) => {
      const module = (await import(new URL(name, here).href)) as Record<string, ExportSink>;
      const found = module[name.slice(0, -3)];
      if (found === undefined) throw new Error(`${name}: exports nothing of its own name`);
      return found;
    }),
);

type Row = Record<string, unknown>;
const lines = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

const rows = (entries: readonly Entry[]): Row[] =>
  entries.map((entry) => Object.fromEntries(COLUMNS.map((column) => [column.name, plainValue(column, entry)])));

/** Of a value, what CSV keeps: it has texts only, and does not tell an empty one from none. */
const asText = (value: unknown): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** For each format, a reader of others' making, and what it is to find. */
const READERS: Record<
  string,
  { read(path: string): Promise<Row[]> | Row[]; expected(entries: readonly Entry[]): Row[] }
> = {
  parquet: {
    read: async (path) => (await parquetReadObjects({ file: await asyncBufferFromFile(path) })) as Row[],
    expected: (entries) =>
      entries.map((entry) =>
        Object.fromEntries<unknown>(
          COLUMNS.map(({ name, type, value }): [string, unknown] => {
            const found = value(entry);
            if (typeof found !== 'number') return [name, found];
            return [name, type.kind === 'time' ? new Date(found) : type.kind === 'long' ? BigInt(found) : found];
          }),
        ),
      ),
  },
  jsonl: { read: lines, expected: rows },
  records: { read: lines, expected: (entries) => entries.map(({ record }) => recordSchema.parse(record)) },
  csv: {
    read: (path) => parseCsv(readFileSync(path), { columns: true }) as unknown as Row[],
    expected: (entries) =>
      rows(entries).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]))),
  },
  md: {
    read: (path) => {
      const [, front = ''] = /^---\n([^]*?\n)---\n/.exec(readFileSync(path, 'utf8')) ?? [];
      return [parseYaml(front) as Row];
    },
    expected: (entries) =>
      entries.map(({ record: { headline, authors, url, source, inLanguage, status, id, ...record }, duplicateOf }) => ({
        title: headline,
        authors,
        date: record.datePublished?.value ?? null,
        url,
        source,
        language: inLanguage,
        status,
        id,
        ...(duplicateOf === null ? {} : { duplicateOf }),
      })),
  },
};

interface Written {
  readonly paths: readonly string[];
  readonly bytes: readonly string[];
}

async function write(sink: ExportSink, entries: readonly Entry[], fileSize = Infinity): Promise<Written> {
  const out = join(scratchFolder(), 'out');
  const to = openExport(sink, folder(out, 'about', { durable: false, tag: 't' }), {
    columns: COLUMNS,
    fileSize,
    guard: false,
  });
  for (const entry of entries) await to.write(entry);
  await to.close();
  const paths = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && found.name.endsWith(sink.extension))
    .map((found) => join(found.parentPath, found.name))
    .sort();
  expect(to.files).toBe(paths.length);
  return { paths, bytes: paths.map((path) => readFileSync(path, 'base64')) };
}

async function read(name: string, paths: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const path of paths) found.push(...((await READERS[name]?.read(path)) ?? []));
  return found;
}

it('all formats are registered, and each is read back here', () => {
  const names = sinks.map(({ name }) => name).sort();
  expect(EXPORTS.map(({ name }) => name).sort()).toEqual(names);
  expect(Object.keys(READERS).sort()).toEqual(names);
});

describe.each(sinks.map((sink) => [sink.name, sink] as const))('export %s', (name, sink) => {
  const expected = (entries: readonly Entry[]): Row[] => READERS[name]?.expected(entries) ?? [];

  it('reads back as it was, in order', async () => {
    const { paths } = await write(sink, ENTRIES);
    expect(await read(name, paths)).toEqual(expected(ENTRIES));
  });

  it('is the same each time', async () => {
    expect((await write(sink, ENTRIES)).bytes).toEqual((await write(sink, ENTRIES)).bytes);
  });

  it('reads back from several files, begun when the one before is full', async () => {
    const { paths } = await write(sink, ENTRIES, 1);
    expect(paths.length).toBe(ENTRIES.length);
    expect(await read(name, paths)).toEqual(expected(ENTRIES));
  });

  it('writes nothing but columns for no records', async () => {
    const { paths } = await write(sink, []);
    expect(paths.length).toBe(sink.shape === 'table' ? 1 : 0);
    expect(await read(name, paths)).toEqual([]);
  });
});
