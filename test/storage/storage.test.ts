import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import type { RunReport } from '../../src/commands/run-report.js';
import { run } from '../../src/commands/run.js';
import type { RunSettings } from '../../src/commands/settings.js';
import { ObjectError } from '../../src/io/storage/object-store.js';
import { listRaw } from '../../src/io/storage/list-raw.js';
import { acquireObjectLock } from '../../src/io/storage/object-lock.js';
import { localFolders, remoteOf, workersFolder } from '../../src/io/storage/run-objects.js';
import { parseS3Url } from '../../src/io/storage/s3-url.js';
import { openWorkerFolder } from '../../src/io/storage/worker-folder.js';
import { walkRaw } from '../../src/io/walk-raw.js';
import { ownIdentity } from '../../src/io/process-identity.js';
import { Collection, FILES } from '../commands/collection.js';
import { standInEngine } from '../engines/stand-in.js';
import { readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { Bucket, MemoryStore } from './memory-store.js';
import { keepsToContract } from './store-contract.js';

/** Runs whose documents and records are in object storage, on a stand-in for it. */

const LOCK = 'clean/.copydesk/lock';
const STATE = 'clean/.copydesk/state.json';

/** A bucket, and machines that work on what is in it. */
class Remote {
  readonly bucket = new Bucket();
  private readonly settings = new Collection({}).settings();
  private now = Date.now();
  warnings: string[] = [];
  why: Record<string, string> = {};

  constructor(files: Record<string, string | Uint8Array> = FILES) {
    for (const [path, content] of Object.entries(files)) this.bucket.put(`raw/${path}`, Buffer.from(content));
  }

  run(machine: string, changes: Partial<RunSettings> = {}): Promise<RunReport> {
    this.now += 3_600_000;
    this.bucket.fetched = [];
    this.bucket.written = [];
    this.warnings = [];
    this.why = {};
    const log = pino(
      { level: 'debug' },
      {
        write: (line: string) => {
          const { level, msg, event, rawPath, why } = JSON.parse(line) as Record<string, string>;
          if (Number(level) >= 40) this.warnings.push(msg ?? '');
          if (event === 'shard') this.why[rawPath ?? ''] = why ?? '';
        },
      },
    );
    const console = { log, progress: () => undefined, done: () => undefined };
    const remote = { raw: 's3://memory/raw', clean: 's3://memory/clean', work: machine };
    const openStore = (_: string, { prefix }: { prefix: string }) =>
      Promise.resolve(new MemoryStore(this.bucket, prefix));
    return run(
      { ...this.settings, ...localFolders(machine), remote, ...changes },
      { console, now: () => this.now, engine: standInEngine(2), openStore },
    );
  }

  get records(): Record<string, string> {
    return this.bucket.tree('clean/');
  }
}

async function recordsOfFolder(files: Record<string, string | Uint8Array> = FILES): Promise<Record<string, string>> {
  const collection = new Collection(files);
  await collection.run();
  return readTree(collection.clean);
}

describe('a stand-in for object storage', () => {
  keepsToContract(() => new MemoryStore(new Bucket(), 'some/'));
});

describe('the URL of object storage', () => {
  it('names a bucket, and what keys begin with', () => {
    expect(parseS3Url('--raw', 's3://news/a/b/')).toEqual({ bucket: 'news', prefix: 'a/b/', shown: 's3://news/a/b' });
    expect(parseS3Url('--raw', 's3://news')).toEqual({ bucket: 'news', prefix: '', shown: 's3://news' });
    for (const wrong of ['s3://', 's3:///x', 's3://news//x', 'http://news'])
      expect(() => parseS3Url('--raw', wrong), wrong).toThrow('--raw: ');
  });

  it('keeps raw documents and records apart', () => {
    expect(() => remoteOf('s3://news/a', 's3://news', undefined, '.')).toThrow('name another with --clean');
    expect(() => remoteOf('s3://news/a', 's3://news/a', undefined, '.')).toThrow('name another with --clean');
    expect(() => remoteOf('raw', 'clean', 'here', '.')).toThrow('--work: only for');
    expect(remoteOf('s3://news', 's3://news/clean', 'here', '/x')).toMatchObject({ work: '/x/here' });
  });
});

describe('the raw documents in object storage', () => {
  const list = (keys: readonly string[]): ReturnType<typeof listRaw> => {
    const bucket = new Bucket();
    for (const key of keys) bucket.put(key, key.endsWith('/') ? '' : 'x');
    return listRaw(new MemoryStore(bucket));
  };

  it('are those that would be found in a folder, in the same order', async () => {
    const paths = [
      'b.txt',
      'b.txt.meta.json',
      'a/b.txt',
      'a-b.txt',
      'a.html',
      'c.pdf',
      '.hidden/x.txt',
      'd/.x.txt',
      'ü.txt',
    ];
    const folder = scratchFolder();
    writeTree(folder, Object.fromEntries(paths.map((path) => [path, 'x'])));
    const walked = await walkRaw(folder, join(folder, 'clean'));
    const { files, leftAlone, failed } = await list([...paths, 'a/', 'empty/']);
    expect(files.map(({ found, ...file }) => (expect(found?.etag).toBeTypeOf('string'), file))).toEqual(walked.files);
    expect({ leftAlone, failed }).toEqual({ leftAlone: walked.leftAlone, failed: walked.failed });
  });

  it('have no key that leads elsewhere, and none that is a file and a folder', async () => {
    const long = 'x'.repeat(252) + '.txt';
    const wrong = ['../up.txt', '/lead.txt', 'a//b.txt', './here.txt', 'a/../../b.txt', long];
    const { files, failed } = await list([...wrong, 'fine b.txt', 'both.txt', 'both.txt/inner.txt']);
    expect(files.map(({ rawPath }) => rawPath)).toEqual(['both.txt/inner.txt', 'fine b.txt']);
    expect(failed.map(({ path }) => path).sort()).toEqual([...wrong, 'both.txt'].sort());
  });
});

describe('a run over object storage', () => {
  it('makes the records that a run over folders makes, and does nothing the second time', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    expect(remote.records).toEqual(await recordsOfFolder());
    expect(remote.bucket.text(LOCK)).toBe('{"free":true}\n');
    const second = await remote.run(machine);
    expect(second.documents).toMatchObject({ cleaned: 0, skipped: 4, total: 4 });
    expect(remote.bucket.fetched).toEqual([]);
  });

  it('goes on from any machine, which needs nothing but the storage', async () => {
    const remote = new Remote();
    await remote.run(scratchFolder());
    const other = scratchFolder();
    expect((await remote.run(other)).documents).toMatchObject({ cleaned: 0, skipped: 4 });
    expect(remote.bucket.fetched.filter((key) => Object.hasOwn(FILES, key))).toEqual([]);
    expect(readTree(join(other, 'clean'))).toEqual(remote.records);
  });

  it('brings each raw file once, and leaves none', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    expect(remote.bucket.fetched.sort()).toEqual(Object.keys(FILES).sort());
    expect(readTree(join(machine, 'raw'))).toEqual({});
  });

  it('cleans what has changed or come, and tells of what has gone', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    // The same size, at the same time.
    remote.bucket.put('raw/a.txt', 'Text of A');
    remote.bucket.put('raw/new.txt', 'Something new.');
    remote.bucket.objects.delete('raw/b/b.html');
    const report = await remote.run(machine);
    expect(remote.why).toEqual({ 'a.txt': 'changed', 'new.txt': 'new' });
    expect(report.vanished).toEqual(['b/b.html.json']);
    expect(remote.records).toHaveProperty(['b/b.html.json']);
    await remote.run(machine, { prune: true });
    expect(remote.records).not.toHaveProperty(['b/b.html.json']);
    // Written anew with the same content: looked at, and not cleaned.
    remote.bucket.now += 1000;
    remote.bucket.put('raw/a.txt', 'Text of A');
    expect((await remote.run(machine)).documents.cleaned).toBe(0);
  });

  it('reads sidecars and decisions beside the documents, and brings them only when they have changed', async () => {
    const remote = new Remote({ 'a.txt': 'Text of a', 'a.txt.meta.json': '{"source":"otter.example"}' });
    const machine = scratchFolder();
    await remote.run(machine);
    expect(JSON.parse(remote.records['a.txt.json'] ?? '')).toMatchObject({ source: 'otter.example' });
    await remote.run(machine);
    expect(remote.bucket.fetched).toEqual([]);
    remote.bucket.put('raw/a.txt.meta.json', '{"source":"heron.example"}');
    remote.bucket.put('raw/.copydesk/decisions.jsonl', 'nothing sensible\n');
    await remote.run(machine);
    expect(remote.why).toEqual({ 'a.txt': 'inputs changed' });
    expect(remote.warnings).toEqual([expect.stringContaining('line 1 is left out')]);
  });

  it('mends what somebody has changed or removed here, as the objects count', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    const { clean } = localFolders(machine);
    const before = readTree(clean);
    writeFileSync(join(clean, 'a.txt.json'), 'spoilt');
    rmSync(join(clean, 'b'), { recursive: true });
    expect((await remote.run(machine)).documents.cleaned).toBe(0);
    expect(readTree(clean)).toEqual(before);
  });

  it('does again what somebody has changed or removed there', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    const before = remote.records;
    remote.bucket.put('clean/a.txt.json', 'spoilt');
    remote.bucket.objects.delete('clean/b/b.html.json');
    await remote.run(machine);
    expect(remote.why).toEqual({ 'a.txt': 'clean file changed', 'b/b.html': 'clean file missing' });
    expect(remote.records).toEqual(before);
  });

  it('works with one of the two in a folder', async () => {
    const remote = new Remote();
    const clean = join(scratchFolder(), 'clean');
    const work = scratchFolder();
    await remote.run(work, { clean, remote: { raw: 's3://memory/raw', clean: null, work } });
    expect(readTree(clean)).toEqual(await recordsOfFolder());
    const { raw } = new Collection(FILES);
    await remote.run(work, { raw, remote: { raw: null, clean: 's3://memory/clean', work } }).catch((error: unknown) => {
      expect(String(error)).toContain('it was made for another collection');
    });
    const other = scratchFolder();
    await remote.run(other, { raw, remote: { raw: null, clean: 's3://memory/clean', work: other } });
    expect(remote.records).toEqual(await recordsOfFolder());
  });

  it('names a file that has gone since the run began, and goes on', async () => {
    const remote = new Remote();
    // Listed, and gone by the time that it is asked for.
    remote.bucket.onFetch = () => remote.bucket.objects.delete('raw/a.txt');
    const report = await remote.run(scratchFolder());
    expect(report.failed).toEqual([{ path: 'a.txt', problem: 'it has gone since the run began' }]);
    expect(report.files).toMatchObject({ cleaned: 2, failed: 1 });
  });
});

describe('an object that cannot be read, while others can', () => {
  const deny = (remote: Remote, denied: string): void => {
    remote.bucket.onFetch = (key) => {
      if (key === denied) throw new ObjectError('AccessDenied');
    };
  };

  it('is named where it is a document', async () => {
    const remote = new Remote();
    deny(remote, 'a.txt');
    const report = await remote.run(scratchFolder());
    expect(report.failed).toEqual([{ path: 'a.txt', problem: 'it cannot be read: AccessDenied' }]);
    expect(report.files).toMatchObject({ cleaned: 2, failed: 1 });
  });

  it('ends the run in one line where it is a record', async () => {
    const remote = new Remote();
    await remote.run(scratchFolder());
    deny(remote, 'a.txt.json');
    await expect(remote.run(scratchFolder())).rejects.toThrow(
      new UsageError('object storage: an object cannot be read or written: AccessDenied'),
    );
    expect(remote.bucket.text(LOCK)).toBe('{"free":true}\n');
  });
});

describe('a run that dies', () => {
  /** All writes of a run, and after which it is ended. */
  it('ends the same after any of its writes, whoever goes on', async () => {
    const whole = new Remote();
    await whole.run(scratchFolder());
    const writes = whole.bucket.written.length;
    expect(writes).toBeGreaterThan(8);
    // The last one gives back the lock, without which a run is done, too.
    for (let left = 1; left < writes - 1; left++)
      for (const isSame of [true, false]) {
        const remote = new Remote();
        const machine = scratchFolder();
        remote.bucket.writesLeft = left;
        await expect(remote.run(machine), `after ${left}`).rejects.toThrow('cannot be reached');
        remote.bucket.writesLeft = Infinity;
        // Its process is dead, as far as the other machine can tell: by its silence.
        const lock = remote.bucket.text(LOCK);
        if (lock !== undefined && !lock.includes('free'))
          remote.bucket.put(
            LOCK,
            lock.replace(/"pid":\d+/, '"pid":4194303').replace(/"started":"[^"]*"/, '"started":null'),
          );
        const next = isSame ? machine : scratchFolder();
        await remote.run(next);
        expect(remote.records, `after ${left}`).toEqual(whole.records);
        expect((await remote.run(scratchFolder())).documents).toMatchObject({ cleaned: 0, skipped: 4 });
      }
  });

  it('leaves a state that is taken as a whole or not at all', async () => {
    const remote = new Remote();
    await remote.run(scratchFolder());
    remote.bucket.put('clean/.copydesk/ledger.jsonl', 'half of another');
    const report = await remote.run(scratchFolder());
    expect(remote.warnings).toEqual([expect.stringContaining('was killed while it wrote its state')]);
    expect(report.documents).toMatchObject({ cleaned: 0, skipped: 4 });
    const { objects } = JSON.parse(remote.bucket.text(STATE) ?? '') as { objects: Record<string, string> };
    for (const [key, etag] of Object.entries(objects))
      expect(remote.bucket.objects.get(`clean/${key}`)?.etag).toBe(etag);
  });
});

const elsewhere = { ...ownIdentity(), host: 'another.example' };

describe('the lock in object storage', () => {
  const setUp = (): { bucket: Bucket; store: MemoryStore } => {
    const bucket = new Bucket();
    return { bucket, store: new MemoryStore(bucket, 'clean/') };
  };

  it('is held by one, and given back', async () => {
    const { store } = setUp();
    const lock = await acquireObjectLock(store, elsewhere);
    await expect(acquireObjectLock(store)).rejects.toThrow('another run (process');
    await lock.renew();
    await expect(acquireObjectLock(store)).rejects.toThrow(
      'on another.example) holds s3://memory/clean/.copydesk/lock',
    );
    await lock.release();
    await (await acquireObjectLock(store)).release();
  });

  it('of a process that is dead, or silent for ten minutes, does not count', async () => {
    const { bucket, store } = setUp();
    await acquireObjectLock(store, { ...ownIdentity(), pid: 4194303, started: null });
    await acquireObjectLock(store, elsewhere);
    bucket.now += 9 * 60_000;
    await expect(acquireObjectLock(store)).rejects.toThrow('another.example');
    bucket.now += 2 * 60_000;
    await acquireObjectLock(store);
  });

  it('that was taken over stops whoever held it', async () => {
    const { bucket, store } = setUp();
    const lost = await acquireObjectLock(store, elsewhere);
    bucket.now += 11 * 60_000;
    const lock = await acquireObjectLock(store);
    await expect(lost.renew()).rejects.toThrow('another one may have begun');
    expect(() => {
      lost.check();
    }).toThrow('another one may have begun');
    await lost.release();
    await lock.renew();
  });

  it('is known as the own one where only the answer was lost', async () => {
    const { bucket, store } = setUp();
    bucket.losesAnswers = true;
    const lock = await acquireObjectLock(store);
    await lock.renew();
    // Written, and not known to be: the next write finds that it was.
    bucket.failsAnswers = true;
    await expect(lock.renew()).rejects.toThrow('cannot be reached');
    bucket.failsAnswers = false;
    await lock.renew();
    await lock.release();
    expect((await store.read('.copydesk/lock'))?.text).toContain('free');
  });

  it('has two runs not work at once, and a storage without conditions refused', async () => {
    const remote = new Remote();
    await acquireObjectLock(new MemoryStore(remote.bucket, 'clean/'), elsewhere);
    await expect(remote.run(scratchFolder())).rejects.toThrow('another run (process');
    const careless = new Remote();
    careless.bucket.keepsConditions = false;
    await expect(careless.run(scratchFolder())).rejects.toThrow('does not keep to conditional writes');
    expect([...careless.bucket.objects.keys()].filter((key) => key.startsWith('clean/'))).toEqual([]);
  });
});

describe('the folder that a run works in', () => {
  it('is one collection only', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    expect(existsSync(join(machine, 'collection.json'))).toBe(true);
    expect(readdirSync(machine).sort()).toEqual(['clean', 'clean.jsonl', 'collection.json', 'raw', 'raw.jsonl']);
    const other = { raw: 's3://memory/other', clean: 's3://memory/clean', work: machine };
    await expect(remote.run(machine, { remote: other })).rejects.toThrow('name another with --work');
    expect(readFileSync(join(machine, 'collection.json'), 'utf8')).toContain('s3://memory/raw');
  });

  it('is no folder of somebody else, in which it would remove what it does not know', async () => {
    const folder = scratchFolder();
    writeTree(folder, { 'raw/mine.txt': 'Mine.' });
    await expect(new Remote().run(folder)).rejects.toThrow('expected a new folder, or an empty one');
    expect(readTree(folder)).toEqual({ 'raw/mine.txt': 'Mine.' });
  });

  it('may be that of the workers of a queue, too', async () => {
    const work = scratchFolder();
    const own = await openWorkerFolder(workersFolder(work));
    await new Remote().run(work);
    writeTree(own, { 'raw/brought.txt': 'Brought.' });
    // Of one that was killed; of one that lives; of one on a machine that cannot be asked.
    const sign = JSON.stringify({ ...ownIdentity(), pid: 4194303, started: null });
    writeTree(workersFolder(work), { 'worker-dead/process.json': sign, 'worker-dead/raw/a.txt': 'Left.' });
    writeTree(workersFolder(work), { 'worker-far/process.json': JSON.stringify(elsewhere) });
    const other = await openWorkerFolder(workersFolder(work));
    expect(readdirSync(workersFolder(work)).sort()).toEqual(
      [own, other]
        .map((path) => basename(path))
        .concat('worker-far')
        .sort(),
    );
    expect(readTree(own)).toHaveProperty(['raw/brought.txt']);
  });

  it('does not lose what somebody has decided in it', async () => {
    const remote = new Remote();
    const machine = scratchFolder();
    await remote.run(machine);
    writeTree(machine, { 'raw/.copydesk/decisions.jsonl': 'a decision\n' });
    await expect(remote.run(machine)).rejects.toThrow(
      'somebody has decided here; add it to s3://memory/raw/.copydesk/',
    );
    remote.bucket.put('raw/.copydesk/decisions.jsonl', 'a decision\n');
    rmSync(join(machine, 'raw/.copydesk/decisions.jsonl'));
    await remote.run(machine);
    expect(readFileSync(join(machine, 'raw/.copydesk/decisions.jsonl'), 'utf8')).toBe('a decision\n');
  });
});
