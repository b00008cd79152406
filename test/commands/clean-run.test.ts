import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { recordSchema } from '../../src/core/record.js';
import { acquireLock, LockedError } from '../../src/io/lock.js';
import { DEFAULT_LIMITS } from '../../src/io/reader.js';
import { dryRun } from '../../src/commands/dry-run.js';
import { summaryLine, type RunReport } from '../../src/commands/run-report.js';
import { run } from '../../src/commands/run.js';
import type { RunSettings } from '../../src/commands/settings.js';
import { gzip, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { standIn, standInEngine } from '../engines/stand-in.js';

interface Event {
  readonly level: number;
  readonly event: string;
  readonly rawPath?: string;
  readonly why?: string;
  readonly msg: string;
}

/** A collection with its own clock, an hour later at each run, and what its last run logged. */
class Collection {
  readonly root = scratchFolder();
  readonly raw = join(this.root, 'raw');
  readonly clean = join(this.root, 'clean');
  events: Event[] = [];
  private now = Date.now();

  constructor(files: Record<string, string | Uint8Array>) {
    writeTree(this.raw, files);
  }

  settings(changes: Partial<RunSettings> = {}): RunSettings {
    const { raw, clean } = this;
    const options = { ...DEFAULT_OPTIONS, minWords: 0 };
    return {
      raw,
      clean,
      jobs: 2,
      only: null,
      force: false,
      verify: false,
      durable: false,
      prune: false,
      options,
      limits: DEFAULT_LIMITS,
      ...changes,
    };
  }

  private surroundings(): Parameters<typeof run>[1] {
    this.events = [];
    this.now += 3_600_000;
    const log = pino({ level: 'debug' }, { write: (line) => void this.events.push(JSON.parse(line) as Event) });
    const console = { log, progress: () => undefined, done: () => undefined };
    return { console, now: () => this.now, engine: standInEngine(2) };
  }

  run(changes: Partial<RunSettings> = {}, engine = standInEngine(2)): Promise<RunReport> {
    return run(this.settings(changes), { ...this.surroundings(), engine });
  }

  dryRun(changes: Partial<RunSettings> = {}): ReturnType<typeof dryRun> {
    return dryRun(this.settings(changes), this.surroundings());
  }

  /** Which files the last run cleaned, and why. */
  cleaned(): Record<string, string> {
    const shards = this.events.filter(({ event }) => event === 'shard');
    return Object.fromEntries(shards.map(({ rawPath, why }) => [rawPath, why] as [string, string]).sort());
  }
}

const FILES = {
  'a.txt': 'Text of a',
  'b/b.html': '<p>Text of b',
  'c.jsonl.gz': gzip('{"id":1,"text":"one"}\n{"id":2,"text":"two"}\n'),
};
const ALL = ['a.txt', 'b/b.html', 'c.jsonl.gz'];

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
    expect(readdirSync(state).sort()).toEqual(['ledger.jsonl', 'runs']);
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

describe('a run after a run', () => {
  it('cleans nothing if nothing changed, and touches no clean file', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const before = statSync(join(collection.clean, 'a.txt.json'));
    const report = await collection.run();
    expect(collection.cleaned()).toEqual({});
    expect(report).toMatchObject({
      files: { cleaned: 0, skipped: 3 },
      documents: { total: 4, skipped: 4, accepted: 4 },
      characters: { kept: 27 },
    });
    expect(statSync(join(collection.clean, 'a.txt.json'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  });

  it('cleans what is new or changed', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    writeTree(collection.raw, { 'a.txt': 'Other text', 'd.txt': 'New' });
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed', 'd.txt': 'new' });
  });

  it('goes by the content where the time has changed', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    utimesSync(join(collection.raw, 'a.txt'), 1, 1);
    await collection.run();
    expect(collection.cleaned()).toEqual({});
  });

  it('trusts size and time only if the file was not written around the time it was read', async () => {
    const collection = new Collection({ 'a.txt': 'Text of a' });
    const path = join(collection.raw, 'a.txt');
    const duringTheRun = Date.now() / 1000 + 3600;
    utimesSync(path, duringTheRun, duringTheRun);
    await collection.run();
    writeFileSync(path, 'Text of z');
    utimesSync(path, duringTheRun, duringTheRun);
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed' });
  });

  it('finds with --verify what size and time do not show, on either side', async () => {
    const collection = new Collection(FILES);
    for (const name of ALL) utimesSync(join(collection.raw, name), 1, 1);
    await collection.run();
    writeTree(collection.raw, { 'a.txt': 'Text of z' });
    utimesSync(join(collection.raw, 'a.txt'), 1, 1);
    const clean = join(collection.clean, 'b/b.html.json');
    writeFileSync(clean, readFileSync(clean, 'utf8').replace('Text of b', 'Text of x'));
    await collection.run();
    expect(collection.cleaned()).toEqual({});
    await collection.run({ verify: true });
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed', 'b/b.html': 'clean file changed' });
  });

  it('cleans again whose clean file is missing or of another size', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    rmSync(join(collection.clean, 'a.txt.json'));
    writeFileSync(join(collection.clean, 'b/b.html.json'), '');
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'clean file missing', 'b/b.html': 'clean file changed' });
  });

  it('cleans again whose sidecar has come, changed or gone', async () => {
    const collection = new Collection(FILES);
    const sidecar = 'b/b.html.meta.json';
    const changed = { 'b/b.html': 'inputs changed' };
    await collection.run();
    writeTree(collection.raw, { [sidecar]: '{"url": "https://b.example/1"}' });
    await collection.run();
    expect(collection.cleaned()).toEqual(changed);
    expect(JSON.parse(readTree(collection.clean)['b/b.html.json'] ?? '')).toMatchObject({
      url: 'https://b.example/1',
      source: 'b.example',
    });
    writeTree(collection.raw, { [sidecar]: '{"url": "https://b.example/2"}' });
    await collection.run();
    expect(collection.cleaned()).toEqual(changed);
    rmSync(join(collection.raw, sidecar));
    await collection.run();
    expect(collection.cleaned()).toEqual(changed);
    expect(JSON.parse(readTree(collection.clean)['b/b.html.json'] ?? '')).toMatchObject({ url: null });
  });

  it('cleans all again when an option that decides has changed, or when it is forced', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const options = { ...DEFAULT_OPTIONS, minWords: 1 };
    await collection.run({ options });
    expect(collection.cleaned()).toEqual(Object.fromEntries(ALL.map((path) => [path, 'options changed'])));
    await collection.run({ options, force: true });
    expect(collection.cleaned()).toEqual(Object.fromEntries(ALL.map((path) => [path, 'forced'])));
  });

  it('cleans all again when the rules have changed', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const ledger = join(collection.clean, '.copydesk/ledger.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(/"rules":"[0-9a-f]+"/g, '"rules":"of old"'));
    await collection.run();
    expect(collection.cleaned()).toEqual(Object.fromEntries(ALL.map((path) => [path, 'rules changed'])));
  });

  it('tries again what failed for a passing reason', async () => {
    const collection = new Collection({ 'a.txt': 'Text' });
    const timedOut: typeof standIn = (...all) => ({
      ...standIn(...all),
      status: 'rejected',
      rejection: { reason: 'timed-out', detail: 'after 30 s' },
    });
    expect((await collection.run({}, standInEngine(1, timedOut))).exitCode).toBe(1);
    expect((await collection.run()).exitCode).toBe(0);
    expect(collection.cleaned()).toEqual({ 'a.txt': 'tried again' });
  });
});

describe('a run whose ledger is lost', () => {
  const spoil: [string, (path: string) => void][] = [
    ['missing', rmSync],
    [
      'garbage',
      (path) => {
        writeFileSync(path, '\0\0{');
      },
    ],
    [
      'cut in half',
      (path) => {
        writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2));
      },
    ],
  ];
  it.each(spoil)('(%s) finds in the records what is done', async (_how, spoilLedger) => {
    const collection = new Collection({ ...FILES, 'bad.txt': '\0', 'd.jsonl': 'broken\n{"text":"fine"}\n' });
    await collection.run();
    const before = readTree(collection.clean);
    spoilLedger(join(collection.clean, '.copydesk/ledger.jsonl'));
    const report = await collection.run();
    expect(collection.cleaned()).toEqual({});
    expect(report).toMatchObject({ exitCode: 1, documents: { total: 7, skipped: 7, accepted: 5, faulty: 2 } });
    expect(readTree(collection.clean)).toEqual(before);
    await collection.run();
    expect(collection.cleaned()).toEqual({});
  });

  it('cleans what has changed since, and what is no whole record', async () => {
    const collection = new Collection({ ...FILES, 'd.txt': 'Text of d', 'e.jsonl': '{"text":"1"}\n{"text":"2"}\n' });
    await collection.run();
    const before = readTree(collection.clean);
    rmSync(join(collection.clean, '.copydesk'), { recursive: true });
    writeTree(collection.raw, { 'a.txt': 'Text of z' });
    const half = before['b/b.html.json']?.slice(0, 100) ?? '';
    writeTree(collection.clean, {
      'b/b.html.json': half,
      'e.jsonl.jsonl': `${before['e.jsonl.jsonl']?.split('\n')[0] ?? ''}\n`,
    });
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed', 'b/b.html': 'changed', 'e.jsonl': 'changed' });
    expect(readTree(collection.clean)['b/b.html.json']).toBe(before['b/b.html.json']);
    expect(readTree(collection.clean)['e.jsonl.jsonl']).toBe(before['e.jsonl.jsonl']);
  });
});

describe('clean files whose raw files have gone', () => {
  it('stay and are told of, until they are pruned', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    rmSync(join(collection.raw, 'b'), { recursive: true });
    writeTree(collection.clean, {
      'mine.json': '{"my": "own"}',
      'export.jsonl': readTree(collection.clean)['a.txt.json'] ?? '',
    });
    expect(await collection.run()).toMatchObject({ vanished: ['b/b.html.json'], files: { pruned: 0 } });
    expect(collection.events[0]?.msg).toBe(
      'clean files whose raw files have gone (left, --prune removes them): 1 (b/b.html.json)',
    );
    rmSync(join(collection.clean, '.copydesk/ledger.jsonl'));
    expect((await collection.run({ prune: true })).files).toMatchObject({ vanished: 1, pruned: 1 });
    expect(Object.keys(readTree(collection.clean))).toEqual([
      'a.txt.json',
      'c.jsonl.gz.jsonl',
      'export.jsonl',
      'mine.json',
    ]);
    expect(existsSync(join(collection.clean, 'b'))).toBe(false);
    expect((await collection.run()).vanished).toEqual([]);
  });

  it('are not those of files that are only not asked for', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    expect((await collection.run({ only: 'a.txt', prune: true })).files.pruned).toBe(0);
  });

  it('make room for their successors', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    renameSync(join(collection.raw, 'a.txt'), join(collection.raw, 'a.html'));
    await collection.run({ prune: true });
    expect(Object.keys(readTree(collection.clean))).toEqual(['a.html.json', 'b/b.html.json', 'c.jsonl.gz.jsonl']);
  });
});

describe('a dry run', () => {
  it('says what would be done and writes nothing', async () => {
    const collection = new Collection(FILES);
    expect((await collection.dryRun()).clean).toEqual([
      { rawPath: 'a.txt', cleanPath: 'a.txt.json', why: 'new' },
      { rawPath: 'b/b.html', cleanPath: 'b/b.html.json', why: 'new' },
      { rawPath: 'c.jsonl.gz', cleanPath: 'c.jsonl.gz.jsonl', why: 'new' },
    ]);
    expect(existsSync(collection.clean)).toBe(false);
    await collection.run();
    writeTree(collection.clean, { '.copydesk-dead-1.part': '' });
    writeTree(collection.raw, { 'b/b.html': 'changed' });
    rmSync(join(collection.raw, 'a.txt'));
    rmSync(join(collection.clean, '.copydesk'), { recursive: true });
    const before = readTree(collection.root);
    expect(await collection.dryRun({ prune: true })).toMatchObject({
      clean: [{ rawPath: 'b/b.html', why: 'changed' }],
      skipped: 1,
      vanished: ['a.txt.json'],
    });
    expect(readTree(collection.root)).toEqual(before);
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
