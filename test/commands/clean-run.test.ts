import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { recordSchema } from '../../src/core/record.js';
import { acquireLock, LockedError } from '../../src/io/lock.js';
import { summaryLine } from '../../src/commands/run-report.js';
import { gzip, readTree, writeTree } from '../io/scratch.js';
import { standInEngine } from '../engines/stand-in.js';
import { Collection, FILES } from './collection.js';

describe('a run', () => {
  it('gives one clean file a raw file, one record a document', async () => {
    const collection = new Collection(FILES);
    const report = await collection.run();
    expect(Object.keys(readTree(collection.clean))).toEqual(['a.txt.json', 'b/b.html.json', 'c.jsonl.gz.jsonl']);
    const record = recordSchema.parse(JSON.parse(readTree(collection.clean)['b/b.html.json'] ?? ''));
    expect(record).toMatchObject({ text: '<p>Text of b', provenance: { rawPath: 'b/b.html', format: 'html' } });
    expect(report).toMatchObject({
      exitCode: 0,
      files: { found: 3, cleaned: 3, skipped: 0, failed: 0 },
      documents: { total: 4, cleaned: 4, accepted: 4, faulty: 0 },
      characters: { kept: 27, removed: { related: 12 } },
    });
    expect(summaryLine(report)).toMatch(
      /^4 documents: 4 accepted, 0 review, 0 rejected \(0 faulty\); 4 cleaned, 0 skipped; 27 characters kept, 12 removed \(related 12\); /,
    );
  });

  it('leaves its report, and no parts and no lock', async () => {
    const collection = new Collection(FILES);
    const { id } = await collection.run();
    const state = join(collection.clean, '.copydesk');
    expect(readdirSync(state).sort()).toEqual(['duplicates', 'ledger.jsonl', 'lines', 'runs', 'yields.jsonl']);
    expect(JSON.parse(readFileSync(join(state, 'runs', `${id}.json`), 'utf8'))).toMatchObject({
      id,
      documents: { total: 4 },
    });
  });

  it('gives the same bytes whatever the number of jobs and the order in which files came', async () => {
    const files = Object.entries({
      ...FILES,
      'bad.txt': '\0',
      'd.jsonl': 'x\n{"text":"y"}',
      'e/f.txt': 'z'.repeat(5000),
    });
    const [one, other] = [
      new Collection(Object.fromEntries(files)),
      new Collection(Object.fromEntries(files.reverse())),
    ];
    await one.run({ jobs: 1 }, standInEngine(1));
    await other.run({ jobs: 8, durable: true }, standInEngine(8));
    expect(readTree(other.clean)).toEqual(readTree(one.clean));
  });

  it('counts faults: rejected in their places, all others cleaned, exit code 1, also when they are skipped', async () => {
    const collection = new Collection({
      ...FILES,
      'bad.txt': '\0',
      'boom.txt': 'BOOM',
      'empty.txt': '',
      'short.html.gz': gzip('<p>x').subarray(0, 12),
    });
    const report = await collection.run();
    expect(report).toMatchObject({ exitCode: 1, documents: { total: 8, accepted: 4, rejected: 4, faulty: 3 } });
    expect(report.faulty.map(({ rawPath }) => rawPath).sort()).toEqual(['bad.txt', 'boom.txt', 'short.html.gz']);
    const again = await collection.run();
    expect(again).toMatchObject({ exitCode: 1, documents: { total: 8, cleaned: 0, skipped: 8, faulty: 3 } });
  });

  it('tells once of what no reader takes, and warns of a broken sidecar', async () => {
    const collection = new Collection({ ...FILES, 'x.jpg': '', 'y.jpg': '', 'a.txt.meta.json': '{"url": 5}' });
    expect((await collection.run()).leftAlone).toEqual(['x.jpg', 'y.jpg']);
    expect(collection.events.filter(({ level }) => level === 40).map(({ msg }) => msg)).toEqual([
      'left alone, as no reader takes them: 2 files (x.jpg, y.jpg)',
      'a.txt: its sidecar is left out: url: expected an http(s) URL',
    ]);
  });

  it('cleans only what is asked for', async () => {
    const collection = new Collection(FILES);
    expect((await collection.run({ only: 'b/**' })).files).toMatchObject({ found: 1, cleaned: 1, vanished: 0 });
    expect(Object.keys(readTree(collection.clean))).toEqual(['b/b.html.json']);
  });

  it('leaves out an output folder that stands inside raw/', async () => {
    const collection = new Collection(FILES);
    const clean = join(collection.raw, 'out');
    await collection.run({ clean });
    expect((await collection.run({ clean })).files).toMatchObject({ found: 3, skipped: 3 });
  });
});

describe('a run that cannot be', () => {
  it('is refused if there is no raw folder, or nowhere to write', async () => {
    const collection = new Collection(FILES);
    const { root, raw } = collection;
    await expect(collection.run({ raw: join(root, 'none') })).rejects.toThrow(UsageError);
    await expect(collection.run({ raw: join(raw, 'a.txt') })).rejects.toThrow('expected a folder of raw documents');
    await expect(collection.run({ clean: join(raw, 'a.txt') })).rejects.toThrow('expected a folder for the records');
    await expect(collection.run({ clean: raw })).rejects.toThrow('stand in the output folder');
    await expect(collection.run({ clean: root })).rejects.toThrow('stand in the output folder');
  });

  it('is refused while another one is at work', async () => {
    const collection = new Collection(FILES);
    const lock = await acquireLock(join(collection.clean, '.copydesk/lock'));
    await expect(collection.run()).rejects.toThrow(LockedError);
    lock.release();
    await collection.run();
  });

  it('removes what a dead run has left', async () => {
    const collection = new Collection(FILES);
    writeTree(collection.clean, { 'b/.copydesk-dead-1.part': 'half' });
    await collection.run();
    expect(readdirSync(join(collection.clean, 'b'))).toEqual(['b.html.json']);
  });

  it('fails for one file only where something stands in its way', async () => {
    const collection = new Collection(FILES);
    writeTree(collection.clean, { 'a.txt.json/x': '' });
    const report = await collection.run();
    expect(report).toMatchObject({ exitCode: 1, files: { cleaned: 2, failed: 1 } });
    expect(report.failed[0]?.path).toBe('a.txt');
    expect(Object.keys(readTree(collection.clean))).toEqual(['a.txt.json/x', 'b/b.html.json', 'c.jsonl.gz.jsonl']);
  });
});
