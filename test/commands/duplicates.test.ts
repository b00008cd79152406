import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duplicatePaths, findDuplicates, type DuplicateSettings } from '../../src/commands/find-duplicates.js';
import { summaryLine } from '../../src/commands/run-report.js';
import { loadSettings } from '../../src/commands/settings.js';
import { acquireLock } from '../../src/io/lock.js';
import type { ClusterLine } from '../../src/corpus/copies/copies-of.js';
import { article } from '../corpus/copies/signed.js';
import { gzip, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { copydesk } from './built.js';
import { Collection } from './collection.js';

const { text, edited } = article(41);
const other = article(42).text;
const FILES = {
  'a.txt': text,
  'b/b.txt': edited(0.1),
  'c.jsonl.gz': gzip([text, other].map((body, i) => JSON.stringify({ id: `row ${i}`, text: body })).join('\n') + '\n'),
};

function tableIn(clean: string): ClusterLine[] {
  const lines = readFileSync(duplicatePaths(clean).table, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ClusterLine);
}

const pathsIn = (clean: string): string[][] =>
  tableIn(clean).map(({ original, copies }) =>
    [original, ...copies].map(({ path, key }) => `${path} ${key ?? ''}`.trim()),
  );

const settings = (clean: string, changes: Partial<DuplicateSettings> = {}): DuplicateSettings => ({
  clean,
  durable: false,
  nowMs: Date.now() + 60_000,
  isInterrupted: () => false,
  progress: () => undefined,
  ...changes,
});

describe('a run', () => {
  it('ends with the table of copies, and changes no record for it', async () => {
    const [collection, without] = [new Collection(FILES), new Collection(FILES)];
    const report = await collection.run();
    expect(report.duplicates).toEqual({ records: 4, clusters: 1, copies: 2 });
    expect(summaryLine(report)).toContain('; 2 copies of 1 originals; ');
    expect(pathsIn(collection.clean)[0]?.sort()).toEqual(['a.txt.json', 'b/b.txt.json', 'c.jsonl.gz.jsonl row 0']);
    expect((await without.run({ duplicates: false })).duplicates).toBeNull();
    expect(existsSync(join(without.clean, '.copydesk/duplicates'))).toBe(false);
    expect(readTree(without.clean)).toEqual(readTree(collection.clean));
  });

  it('gives the same table at once and in three runs', async () => {
    const [once, thrice] = [new Collection(FILES), new Collection({ 'b/b.txt': FILES['b/b.txt'] })];
    await once.run();
    await thrice.run();
    writeTree(thrice.raw, { 'c.jsonl.gz': FILES['c.jsonl.gz'] });
    await thrice.run();
    writeTree(thrice.raw, { 'a.txt': FILES['a.txt'] });
    await thrice.run();
    expect(tableIn(thrice.clean)).toEqual(tableIn(once.clean));
  });

  it('keeps its report where the step fails, and exits with 1', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const { cache } = duplicatePaths(collection.clean);
    rmSync(cache);
    mkdirSync(cache);
    const report = await collection.run();
    expect(report).toMatchObject({ exitCode: 1, documents: { total: 4 }, failed: [] });
    expect(report.duplicates).toHaveProperty('problem');
    expect(existsSync(join(collection.clean, '.copydesk/runs', `${report.id}.json`))).toBe(true);
  });

  it('does not look for copies when it is only asked what it would do', async () => {
    const collection = new Collection(FILES);
    await collection.dryRun();
    expect(existsSync(collection.clean)).toBe(false);
  });

  it('takes the configuration and its option', async () => {
    const root = scratchFolder();
    expect((await loadSettings({}, root)).duplicates).toBe(true);
    expect((await loadSettings({ duplicates: false }, root)).duplicates).toBe(false);
    writeFileSync(join(root, 'copydesk.config.json'), '{"duplicates": false}');
    expect((await loadSettings({ duplicates: true }, root)).duplicates).toBe(false);
  });
});

describe('the step', () => {
  async function cleaned(): Promise<string> {
    const collection = new Collection(FILES);
    await collection.run({ duplicates: false });
    return collection.clean;
  }

  it('writes nothing when nothing has changed', async () => {
    const clean = await cleaned();
    const counts = await findDuplicates(settings(clean));
    const { table, cache } = duplicatePaths(clean);
    const inodes = [table, cache].map((path) => statSync(path).ino);
    expect(await findDuplicates(settings(clean))).toEqual(counts);
    expect([table, cache].map((path) => statSync(path).ino)).toEqual(inodes);
  });

  it('reads only what has changed: of the rest it trusts its cache', async () => {
    const clean = await cleaned();
    const path = join(clean, 'b/b.txt.json');
    const time = new Date(1_900_000_000_000);
    utimesSync(path, time, time);
    await findDuplicates(settings(clean, { nowMs: 2_000_000_000_000 }));
    // Other contents under the same size and time, which only a reader would see.
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('e', 'o'));
    utimesSync(path, time, time);
    rmSync(join(clean, 'c.jsonl.gz.jsonl'));
    expect(await findDuplicates(settings(clean, { nowMs: 2_000_000_000_001 }))).toEqual({
      records: 2,
      clusters: 1,
      copies: 1,
    });
  });

  it.each([
    [
      'is missing',
      (path: string): void => {
        rmSync(path);
      },
    ],
    [
      'is cut off',
      (path: string): void => {
        writeFileSync(path, readFileSync(path).subarray(0, 900));
      },
    ],
    [
      'is of another version',
      (path: string): void => {
        writeFileSync(path, '{"signatures":0}\n');
      },
    ],
  ])('makes the same table where its cache %s', async (_what, damage) => {
    const clean = await cleaned();
    const counts = await findDuplicates(settings(clean));
    const { table, cache } = duplicatePaths(clean);
    const before = readFileSync(table, 'utf8');
    damage(cache);
    writeFileSync(table, '');
    expect(await findDuplicates(settings(clean))).toEqual(counts);
    expect(readFileSync(table, 'utf8')).toBe(before);
  });

  it('leaves the table as it was when it is interrupted', async () => {
    const clean = await cleaned();
    expect(await findDuplicates(settings(clean, { isInterrupted: () => true }))).toBeNull();
    expect(existsSync(duplicatePaths(clean).table)).toBe(false);
  });

  it('leaves out what is rejected and what is no record', async () => {
    const clean = await cleaned();
    writeTree(clean, { 'x.json': '{"text": "no record"}', 'y.json': 'no JSON', 'z.jsonl': '\n\n' });
    expect(await findDuplicates(settings(clean))).toEqual({ records: 4, clusters: 1, copies: 2 });
  });
});

describe('copydesk duplicates', () => {
  it('names the largest clusters, and diff what a document is a copy of', async () => {
    const root = scratchFolder();
    writeTree(root, { 'raw/a.txt': text, 'raw/b.txt': text, 'raw/c.txt': other });
    await copydesk(['clean', '--no-duplicates', '--quiet'], root);
    expect((await copydesk(['diff', 'a.txt'], root)).stdout).not.toMatch(/^copies/m);
    const { code, stdout, stderr } = await copydesk(['duplicates'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, row] = stdout.split('\n');
    expect(head).toBe('3 documents: 1 copies of 1 originals');
    expect(row).toMatch(/^ +1 {2}[ab]\.txt\.json$/);
    const [original, copy] = row?.endsWith('a.txt.json') === true ? ['a', 'b'] : ['b', 'a'];
    expect((await copydesk(['diff', `${original}.txt`], root)).stdout).toMatch(/^copies {4}original of 1 copy$/m);
    expect((await copydesk(['diff', `${copy}.txt`], root)).stdout).toContain(
      `\ncopies    copy of ${original}.txt.json (exact)\n`,
    );
    const json = await copydesk(['duplicates', '--json'], root);
    expect(JSON.parse(json.stdout)).toEqual({ records: 3, clusters: 1, copies: 1 });
    expect((await copydesk(['duplicates', '--quiet'], root)).stdout).toBe('');
  });

  it('exits with 2 where there are no records, and with 3 while a run is at work', async () => {
    const root = scratchFolder();
    expect(await copydesk(['duplicates'], root)).toMatchObject({ code: 2, stdout: '' });
    const lock = await acquireLock(join(root, 'clean/.copydesk/lock'));
    expect(await copydesk(['duplicates'], root)).toMatchObject({ code: 3, stdout: '' });
    lock.release();
  });
});
