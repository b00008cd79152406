import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { record } from '../io/table/entries.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { copydesk } from './built.js';

/** A real database reads what we write. Only where @duckdb/node-api is installed: 70 MB of binary are too much for a development dependency. */

interface DuckDB {
  DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }> }>;
    }>;
  };
}

const name = '@duckdb/node-api';
const duckdb = await import(name).then(
  (module) => module as DuckDB,
  () => null,
);

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const queries =
  /^```sql\n([^]*?)^```$/m
    .exec(readme)?.[1]
    ?.split(/;\n\n?/)
    .filter((query) => query.trim() !== '') ?? [];

const id = (n: number): string => n.toString(16).padStart(32, '0');
const day = (value: string): { value: string; precision: 'minute'; from: string; raw: string } => ({
  value,
  precision: 'minute',
  from: 'url',
  raw: value,
});
const struck = (reason: 'ui' | 'legal', text: string) =>
  ({ start: 0, end: text.length, text, reason, rule: 'r', evidence: null, confidence: 0.5 }) as const;

const RECORDS = [
  record({ id: id(1), source: 'a', inLanguage: 'en', headline: 'One', datePublished: day('2031-05-03T01:00+02:00') }),
  record({
    id: id(2),
    source: 'a',
    inLanguage: 'en-GB',
    headline: 'Two',
    text: 'T',
    datePublished: day('2031-05-02T23:59'),
  }),
  record({ id: id(3), source: 'b', inLanguage: 'en', headline: 'Copy', datePublished: day('2031-05-04T12:00') }),
  record({
    id: id(4),
    source: 'b',
    status: 'review',
    removals: [struck('ui', 'ab'), struck('ui', 'c'), struck('legal', 'dddd')],
  }),
  record({ id: id(5), source: 'b', inLanguage: 'en', headline: 'Undated' }),
];
const PLACE = { path: 'c.jsonl.jsonl', key: null };
const CLUSTER = { original: { id: id(1), ...PLACE }, copies: [{ id: id(3), ...PLACE, copy: 'near', similarity: 0.7 }] };

describe.skipIf(duckdb === null)('DuckDB', () => {
  const folder = (): string => {
    const root = scratchFolder();
    writeTree(root, {
      'clean/c.jsonl.jsonl': RECORDS.map((row) => JSON.stringify(row) + '\n').join(''),
      'clean/.copydesk/duplicates/clusters.jsonl': JSON.stringify(CLUSTER) + '\n',
    });
    return root;
  };
  const ask = async (sql: string): Promise<unknown[][]> => {
    const connection = await (await duckdb?.DuckDBInstance.create(':memory:'))?.connect();
    return ((await connection?.runAndReadAll(sql))?.getRowObjectsJson() ?? []).map((row) => Object.values(row));
  };

  it('answers what the README asks', async () => {
    const root = folder();
    await copydesk(['export', '--to', 'parquet', 'news.parquet'], root);
    const answers = await Promise.all(
      queries.map((query) => ask(query.replace("'news.parquet'", `'${root}/news.parquet'`))),
    );
    expect(answers).toEqual([
      [
        ['2031-05-02', 'a', '2'],
        ['2031-05-04', 'b', '1'],
        [null, 'b', '1'],
      ],
      [
        ['b', 'legal', '1', '4'],
        ['b', 'ui', '2', '3'],
      ],
      [
        ['2031-05-02 23:59:00', 'a', 'Two', 'T'],
        ['2031-05-02 23:00:00', 'a', 'One', ''],
        [null, 'b', 'Undated', ''],
      ],
    ]);
  });

  it('reads the same from parquet and jsonl, in one file or many', async () => {
    const root = folder();
    await Promise.all([
      copydesk(['export', '--to', 'parquet', 'shards', '--shard-size', '1kB'], root),
      copydesk(['export', '--to', 'jsonl', 'all.jsonl'], root),
    ]);
    const columns = 'id, source, authors, datePublished, inLanguage, text, wordCount, removals, copies, duplicateOf';
    const [one, other] = await Promise.all([
      ask(`SELECT ${columns} FROM '${root}/shards/*.parquet' ORDER BY id`),
      ask(`SELECT ${columns} FROM '${root}/all.jsonl' ORDER BY id`),
    ]);
    expect(one.length).toBe(RECORDS.length);
    expect(one.map((row) => row.map(String))).toEqual(other.map((row) => row.map(String)));
  });
});
