import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import type { ArticleRecord } from '../../src/core/record.js';
import { acquireLock } from '../../src/io/lock.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { record } from '../io/table/entries.js';
import { copydesk, startCopydesk } from './built.js';
import { parse } from './parse.js';

const id = (n: number): string => n.toString(16).padStart(32, '0');
const numbered = (n: number, changes: Parameters<typeof record>[0] = {}): ArticleRecord =>
  record({ id: id(n), headline: `Story ${n}`, ...changes });

const place = (n: number, path: string): object => ({ id: id(n), path, key: null });
const CLUSTERS = JSON.stringify({
  original: place(2, 'b/c.jsonl.jsonl'),
  copies: [{ ...place(1, 'a.txt.json'), copy: 'exact', similarity: 1 }],
});
const removal = { start: 0, end: 1, text: 'x', reason: 'ui', rule: 'r', evidence: null, confidence: 1 } as const;

/** Three records in two files; the first is a copy of the second. */
function collection(more: Record<string, string> = {}): string {
  const root = scratchFolder();
  const rows = [numbered(2, { removals: [removal] }), numbered(3, { status: 'review' })];
  writeTree(root, {
    'clean/a.txt.json': JSON.stringify(numbered(1), null, 2) + '\n',
    'clean/b/c.jsonl.jsonl': rows.map((row) => JSON.stringify(row) + '\n').join(''),
    'clean/.copydesk/duplicates/clusters.jsonl': CLUSTERS + '\n',
    ...more,
  });
  return root;
}

const rowsOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('copydesk export', () => {
  it('writes one file, says how much, and is the same the next time', async () => {
    const root = collection();
    const { code, stdout, stderr } = await copydesk(['export', '--to', 'parquet', 'out/news.parquet'], root);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '3 of 3 documents to out/news.parquet (1 file)\n',
      stderr: '',
    });
    const path = join(root, 'out/news.parquet');
    const file = await asyncBufferFromFile(path);
    expect((await parquetReadObjects({ file })).map(({ headline }) => headline as string)).toEqual([
      'Story 1',
      'Story 2',
      'Story 3',
    ]);
    const before = readFileSync(path);
    expect((await copydesk(['export', '--to', 'parquet', 'out/news.parquet'], root)).code).toBe(2);
    const again = await copydesk(['export', '--to', 'parquet', 'out/news.parquet', '--force', '--json'], root);
    expect(JSON.parse(again.stdout)).toEqual({ records: 3, exported: 3, files: 1, broken: 0 });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(root, 'out'))).toEqual(['news.parquet']);
  });

  it('writes to standard output, what is asked for only', async () => {
    const root = collection();
    const { code, stdout, stderr } = await copydesk(
      ['export', '--to', 'jsonl', '-', '--columns', 'id,copies,duplicateOf', '--where', 'status=accepted'],
      root,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(rowsOf(stdout)).toEqual([
      { id: id(1), copies: 0, duplicateOf: id(2) },
      { id: id(2), copies: 1, duplicateOf: null },
    ]);
    const csv = await copydesk(['export', '--to', 'csv', '-', '--columns', 'headline,copies'], root);
    expect(csv.stdout).toBe('headline,copies\r\nStory 1,0\r\nStory 2,1\r\nStory 3,0\r\n');
  });

  it('leaves out copies, and what was struck', async () => {
    const root = collection();
    const args = ['export', '--to', 'records', '-', '--duplicates', 'originals', '--no-removals'];
    const found = rowsOf((await copydesk(args, root)).stdout);
    expect(found).toEqual([numbered(2), numbered(3, { status: 'review' })]);
    const columns = rowsOf((await copydesk(['export', '--to', 'jsonl', '-', '--no-removals'], root)).stdout);
    expect(columns.some((row) => 'removals' in row)).toBe(false);
  });

  it('writes a folder of files of a size, or of documents', async () => {
    const root = collection();
    expect((await copydesk(['export', '--to', 'jsonl', 'shards', '--shard-size', '1kB'], root)).stdout).toBe(
      '3 of 3 documents to shards (3 files)\n',
    );
    const names = readdirSync(join(root, 'shards')).sort();
    expect(names).toEqual(['.copydesk-export', 'part-00000.jsonl', 'part-00001.jsonl', 'part-00002.jsonl']);
    expect((await copydesk(['export', '--to', 'jsonl', 'shards', '--force'], root)).code).toBe(0);
    expect(readdirSync(join(root, 'shards')).sort()).toEqual(names.slice(0, 2));
    expect((await copydesk(['export', '--to', 'md', 'docs', '--quiet'], root)).stdout).toBe('');
    expect(readdirSync(join(root, 'docs', 'b', 'c.jsonl')).sort()).toEqual(['00000001.md', '00000002.md']);
    expect(readFileSync(join(root, 'docs/a.txt.md'), 'utf8')).toMatch(/^---\ntitle: "Story 1"\n/);
  });

  it('names what is no record, passes over it, and exits with 1', async () => {
    const root = collection({
      'clean/a0.json': '{"id": 1}',
      'clean/b/d.jsonl.jsonl': `${JSON.stringify(numbered(4))}\nno JSON\n${JSON.stringify(numbered(5))}\n`,
    });
    const { code, stdout, stderr } = await copydesk(['export', '--to', 'csv', 'out.csv', '--quiet'], root);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const events = rowsOf(stderr);
    expect(events.map(({ path }) => path)).toEqual(['a0.json', 'b/d.jsonl.jsonl:2']);
    expect(readFileSync(join(root, 'out.csv'), 'utf8').match(/Story/g)?.length).toBe(5);
  });

  it('has columns for nothing, and needs no table of copies', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'clean'));
    expect((await copydesk(['export', '--to', 'parquet', 'out.parquet'], root)).stdout).toContain('0 of 0 documents');
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(join(root, 'out.parquet')));
    expect(metadata.num_rows).toBe(0n);
    expect(metadata.schema.some(({ name }) => name === 'headline')).toBe(true);
    writeTree(root, { 'clean/a.txt.json': JSON.stringify(numbered(1)) });
    const { stdout } = await copydesk(['export', '--to', 'jsonl', '-', '--columns', 'copies'], root);
    expect(rowsOf(stdout)).toEqual([{ copies: null }]);
    const asked = await copydesk(['export', '--to', 'jsonl', '-', '--duplicates', 'keep'], root);
    expect(asked).toMatchObject({ code: 2, stdout: '' });
    expect(asked.stderr).toMatch(/^copydesk: --duplicates: there is no table of copies in .*\n$/);
  });

  it('takes no lock, and goes on while a run holds it', async () => {
    const root = collection();
    const lock = await acquireLock(join(root, 'clean/.copydesk/lock'));
    expect((await copydesk(['export', '--to', 'jsonl', 'out.jsonl'], root)).code).toBe(0);
    lock.release();
  });

  it('ends quietly when nobody reads on', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => JSON.stringify(numbered(n)) + '\n').join('');
    const root = collection({ 'clean/z.jsonl.jsonl': rows });
    const { child, ended } = startCopydesk(['export', '--to', 'jsonl', '-'], root);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('leaves nothing when it is interrupted', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => JSON.stringify(numbered(n)) + '\n').join('');
    const root = collection({ 'clean/z.jsonl.jsonl': rows });
    const { child, ended } = startCopydesk(['export', '--to', 'parquet', 'shards'], root);
    while (!readdirSync(root).some((name) => name.endsWith('.part')) && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 143, stdout: '' });
    expect(readdirSync(root)).toEqual(['clean']);
  });

  it('changes nothing in clean/', async () => {
    const root = collection();
    const before = statSync(join(root, 'clean/a.txt.json')).mtimeMs;
    await copydesk(['export', '--to', 'jsonl', 'out.jsonl'], root);
    expect(statSync(join(root, 'clean/a.txt.json')).mtimeMs).toBe(before);
    expect(readdirSync(join(root, 'clean')).sort()).toEqual(['.copydesk', 'a.txt.json', 'b']);
  });
});

describe('copydesk export cannot', () => {
  it.each<[string, string[], RegExp]>([
    ['write no format', ['OUT/o'], /^--to: expected one of parquet, jsonl, csv, md, records$/],
    ['write any format', ['OUT/o', '--to', 'xlsx'], /^--to: expected one of .*, got "xlsx"$/],
    ['write into the records', ['OUT/clean/o.csv', '--to', 'csv'], /must not lie in one another/],
    ['write into the raw documents', ['OUT/raw/o.csv', '--to', 'csv'], /must not lie in one another/],
    ['write by a link', ['OUT/link/o.csv', '--to', 'csv'], /must not lie in one another/],
    ['write around them', ['OUT', '--to', 'md', '--force'], /must not lie in one another/],
    ['write over a file', ['OUT/there.csv', '--to', 'csv'], /is there already; --force replaces it$/],
    ['write over a folder', ['OUT/other', '--to', 'md', '--force'], /is a folder that no export has made/],
    ['write a file over a folder', ['OUT/dir.csv', '--to', 'csv', '--force'], /is a folder$/],
    ['write a folder over a file', ['OUT/there.csv', '--to', 'csv', '--shard-size', '1MB'], /is a file, and a folder/],
    ['write one format by the name of another', ['OUT/o.csv', '--to', 'jsonl'], /looks like csv, and --to says jsonl$/],
    ['compress', ['OUT/o.csv.gz', '--to', 'csv'], /pipe "-" to gzip$/],
    ['stream parquet', ['-', '--to', 'parquet'], /^export: parquet cannot go to standard output/],
    ['stream documents', ['-', '--to', 'md'], /^export: md cannot go to standard output/],
    ['stream shards', ['-', '--to', 'csv', '--shard-size', '1MB'], /^--shard-size: standard output is one stream$/],
    ['stream and report', ['-', '--to', 'csv', '--json'], /^--json: standard output is taken/],
    ['shard documents', ['OUT/o', '--to', 'md', '--shard-size', '1MB'], /^--shard-size: md makes a file a document$/],
    ['choose columns of documents', ['OUT/o', '--to', 'md', '--columns', 'id'], /^--columns: md has no columns$/],
    [
      'choose what is not there',
      ['OUT/o', '--to', 'csv', '--columns', 'body'],
      /^--columns: no field "body"; there are/,
    ],
    ['ask for what is not there', ['OUT/o', '--to', 'csv', '--where', 'a=b'], /^--where: no field "a"; there are/],
    ['read no folder', ['OUT/o', '--to', 'csv', '--clean', 'OUT/none'], /expected a folder of records/],
  ])('%s', async (_what, args, message) => {
    const root = collection({ 'there.csv': 'mine', 'other/thesis.doc': 'mine', 'dir.csv/a': '', 'raw/a.txt': '' });
    symlinkSync(join(root, 'clean', 'b'), join(root, 'link'));
    const folders = ['--clean', join(root, 'clean'), '--raw', join(root, 'raw')];
    const given = args.map((arg) => arg.replace(/^OUT/, root));
    const asked = parse('export', ...folders, ...given);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
    expect(readFileSync(join(root, 'there.csv'), 'utf8')).toBe('mine');
    expect(existsSync(join(root, 'other/thesis.doc'))).toBe(true);
    expect(existsSync(join(root, 'o'))).toBe(false);
  });

  it.each(['', 'many', '0', '-1MB', '1TB', '1 2MB'])('write files of %j', async (size) => {
    await expect(parse('export', 'o', '--to', 'csv', '--shard-size', size)).rejects.toThrow(/size such as 256MB/);
  });

  it('write where there is no place', async () => {
    const root = collection();
    writeFileSync(join(root, 'file'), '');
    const { code, stdout, stderr } = await copydesk(['export', '--to', 'csv', 'file/out.csv'], root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^copydesk: cannot go on: E\w+: file\/out\.csv\n$/);
  });
});
