import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ShardReport } from '../../src/engines/engine.js';
import { threadsEngine, type ThreadsSettings } from '../../src/engines/threads.js';
import { isResumable, resumablePartOf } from '../../src/io/paths.js';
import type { Shard } from '../../src/io/shard.js';
import { built } from '../commands/built.js';
import { collect, scratchFolder } from '../io/scratch.js';
import { jsonl, Setting, shardOf } from './setting.js';
import { standInThread } from './stand-in-thread.js';

/** Nothing here waits for this to pass but the documents that loop; long enough for a thread that the machine lets wait. */
const TIMEOUT_MS = 3000;
const PATIENT_MS = 300_000;

const engine = (settings: Partial<ThreadsSettings> = {}) =>
  threadsEngine({ jobs: 2, timeoutMs: PATIENT_MS, memoryMb: 200, worker: standInThread(), ...settings });

describe('a document', () => {
  it.each([
    ['loops', 'LOOP', { timeoutMs: TIMEOUT_MS }, 'timed-out', 'took longer than 3 s'],
    ['takes memory without end', 'EAT', {}, 'too-large', 'needs more than 200 MB of memory'],
    ['ends the process', 'EXIT', {}, 'unreadable', 'copydesk failed on this document: worker exited with code: 7'],
  ] as const)(
    'that %s is rejected for it, once for good, and all others of its file and beside it are done',
    async (_what, word, settings, reason, detail) => {
      const setting = new Setting({
        'a.txt': 'fine a',
        'bad.txt': `${word} alone`,
        'c.jsonl': jsonl(['one', word, 'two', `${word} again`, 'BOOM', 'three']),
        'd.txt': 'fine d',
        'e.jsonl': jsonl([word]),
      });
      const reports = await collect(engine(settings).run('clean', setting.shards(), setting.context));
      expect(reports.map((report) => [report.shard.rawPath, report.outcome]).sort()).toEqual(
        ['a.txt', 'bad.txt', 'c.jsonl', 'd.txt', 'e.jsonl'].map((path) => [path, 'done']),
      );
      const of = (path: string) => reports.find(({ shard }) => shard.rawPath === path);
      expect(of('bad.txt')).toMatchObject({
        tally: { rejected: 1, faulty: 1, transient: 1 },
        faulty: [{ reason, detail }],
      });
      expect(of('bad.txt')?.shard).toEqual(shardOf('bad.txt'));
      expect(of('c.jsonl')).toMatchObject({ tally: { rejected: 6, faulty: 3, transient: 2 } });
      expect(setting.records('c.jsonl').map(({ rejection }) => [rejection?.reason, rejection?.detail])).toEqual([
        ['empty', 'one'],
        [reason, detail],
        ['empty', 'two'],
        [reason, detail],
        ['unreadable', 'copydesk failed on this document: boom'],
        ['empty', 'three'],
      ]);
      expect(setting.records('bad.txt')[0]?.rejection).toEqual({ reason, detail });
      expect(setting.records('d.txt')[0]?.rejection?.detail).toBe('fine d');
      expect(readdirSync(setting.context.clean).sort()).toEqual(
        ['a.txt', 'bad.txt', 'c.jsonl', 'd.txt', 'e.jsonl'].map((path) => shardOf(path).part).sort(),
      );
    },
  );

  it('that ends its thread while learning is learned nothing from', async () => {
    const setting = new Setting({ 'c.jsonl': jsonl(['one', 'EXIT', 'two']), 'd.txt': 'fine' });
    const reports = await collect(engine({ jobs: 1 }).run('learn', setting.shards(), setting.context));
    expect(reports).toMatchObject([
      { shard: { rawPath: 'c.jsonl' }, outcome: 'done', documents: 2 },
      { shard: { rawPath: 'd.txt' }, outcome: 'done', documents: 1 },
    ]);
  });

  it('that throws outside of everything costs its own file at most', async () => {
    const setting = new Setting({ 'a.txt': 'STRAY', 'b.txt': 'fine', 'c.txt': 'fine' });
    const reports = await collect(engine({ jobs: 1 }).run('clean', setting.shards(), setting.context));
    expect(reports.slice(1).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(setting.records('c.txt')[0]?.rejection?.detail).toBe('fine');
  });
});

describe('a container of many such documents', () => {
  it('is not cleaned anew for each of them', async () => {
    const count = join(scratchFolder(), 'count');
    process.env['COPYDESK_TEST_COUNT'] = count;
    const long = 'COUNT ' + 'x'.repeat(3000);
    const texts = Array.from({ length: 600 }, (_, at) => (at > 500 && at % 20 === 0 ? 'EXIT' : `${at} ${long}`));
    const setting = new Setting({ 'c.jsonl': jsonl(texts) });
    const reports = await collect(engine({ jobs: 1 }).run('clean', setting.shards(), setting.context));
    expect(reports).toMatchObject([{ outcome: 'done', tally: { rejected: 600, faulty: 4, transient: 4 } }]);
    expect(setting.records('c.jsonl').map(({ rejection }) => rejection?.detail)).toEqual(
      texts.map((text) => (text === 'EXIT' ? 'copydesk failed on this document: worker exited with code: 7' : text)),
    );
    // Five passes over all of it would be some 2,900.
    expect(readFileSync(count, 'utf8').length).toBeLessThan(1200);
    expect(readdirSync(setting.context.clean)).toEqual(['c.jsonl.part']);
  });
});

describe('a container whose documents are spread over threads', () => {
  const texts = Array.from({ length: 120 }, (_, at) =>
    at === 3 || at === 70 ? 'EXIT' : at === 50 ? 'BOOM' : `${at} fine`,
  );
  async function* one(shard: Shard): AsyncGenerator<Shard> {
    yield await Promise.resolve(shard);
  }
  const spread = (name: string): AsyncGenerator<Shard> => one({ ...shardOf(name), spread: true });

  it('gives the records that one thread gives, in their order, and loses no document but those that end theirs', async () => {
    const files = { 'c.jsonl': jsonl(texts) };
    const [whole, inPieces] = [new Setting(files), new Setting(files)];
    const [of, among] = await Promise.all([
      collect(engine({ jobs: 1 }).run('clean', whole.shards(), whole.context)),
      collect(engine({ jobs: 3 }).run('clean', spread('c.jsonl'), inPieces.context)),
    ]);
    expect(among).toMatchObject([{ outcome: 'done', tally: { rejected: 120, faulty: 3, transient: 2 } }]);
    expect(inPieces.part('c.jsonl')).toBe(whole.part('c.jsonl'));
    const ofOne = { ...of[0], durationMs: 0 };
    expect({ ...among[0], shard: shardOf('c.jsonl'), durationMs: 0 }).toEqual(ofOne);
  });

  it('goes on without a document that never ends', async () => {
    const setting = new Setting({ 'c.jsonl': jsonl([...texts.slice(0, 3), 'LOOP', ...texts.slice(4, 40)]) });
    const looping = engine({ timeoutMs: TIMEOUT_MS });
    const reports = await collect(looping.run('clean', spread('c.jsonl'), setting.context));
    expect(reports).toMatchObject([{ outcome: 'done', tally: { rejected: 40, faulty: 1, transient: 1 } }]);
    expect(setting.records('c.jsonl')[3]?.rejection?.reason).toBe('timed-out');
  });

  it('goes on behind what a killed run has left, and copies what was published', async () => {
    const setting = new Setting({ 'c.jsonl': jsonl(texts) });
    await collect(engine({ jobs: 1 }).run('clean', setting.shards(), setting.context));
    const part = join(setting.context.clean, shardOf('c.jsonl').part);
    const written = setting.part('c.jsonl');
    const left = join(setting.context.clean, resumablePartOf('c.jsonl.jsonl', '0123456789abcdef'));
    const shard = { ...shardOf('c.jsonl'), spread: true };
    const again = async (changed: Partial<Shard>): Promise<ShardReport[]> =>
      collect(engine().run('clean', one({ ...shard, ...changed }), setting.context));

    renameSync(part, join(setting.context.clean, 'c.jsonl.jsonl'));
    const published = { path: 'c.jsonl.jsonl', isHeldKnown: true };
    // What is faulty is tried again.
    expect(await again({ published })).toMatchObject([{ outcome: 'done', copied: 117 }]);
    expect(setting.part('c.jsonl')).toBe(written);

    expect(isResumable(left)).toBe(true);
    writeFileSync(left, written.slice(0, written.length / 2));
    const name = relative(setting.context.clean, left);
    const resumed = await again({ part: name });
    expect(resumed).toMatchObject([{ outcome: 'done', tally: { rejected: 120 } }]);
    expect(resumed[0]).toHaveProperty('resumed', written.slice(0, written.length / 2).split('\n').length - 1);
    expect(readFileSync(left, 'utf8')).toBe(written);
  });

  it('is learned from as by one thread', async () => {
    const worker = fileURLToPath(built('engines/thread.js'));
    const files = { 'c.jsonl': jsonl(texts.map((text) => `${text}\n\nA line that stands in each of them.`)) };
    const [whole, inPieces] = [new Setting(files), new Setting(files)];
    const of = await collect(engine({ jobs: 1, worker }).run('learn', whole.shards(), whole.context));
    const among = await collect(engine({ jobs: 3, worker }).run('learn', spread('c.jsonl'), inPieces.context));
    expect(of).toMatchObject([{ outcome: 'done', documents: 120 }]);
    expect(among).toMatchObject([{ outcome: 'done', documents: 120 }]);
    expect(inPieces.part('c.jsonl')).toBe(whole.part('c.jsonl'));
  });

  it('ends the run where no thread can start', async () => {
    const setting = new Setting({ 'c.jsonl': jsonl(texts) });
    const broken = engine({ worker: standInThread('throw new Error("no such thing");') });
    await expect(collect(broken.run('clean', spread('c.jsonl'), setting.context))).rejects.toThrow('no such thing');
  });
});

describe('the threads engine', () => {
  it('says why a thread cannot start', async () => {
    const setting = new Setting({ 'a.txt': 'fine', 'b.txt': 'fine' });
    const broken = engine({ worker: standInThread('throw new Error("no such thing");') });
    await expect(collect(broken.run('clean', setting.shards(), setting.context))).rejects.toThrow(
      'a worker thread cannot start: no such thing',
    );
  });

  it('fails a file whose reading ends its thread, and leaves nothing of it', async () => {
    const worker = standInThread(`export const work = () => process.exit(3);`);
    const setting = new Setting({ 'a.txt': 'fine' });
    const reports = await collect(engine({ worker }).run('clean', setting.shards(), setting.context));
    expect(reports).toMatchObject([
      { outcome: 'failed', detail: expect.stringContaining('worker exited with code: 3') as string },
    ]);
  });
});
