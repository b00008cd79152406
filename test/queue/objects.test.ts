import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Decision } from '../../src/core/decision.js';
import type { RunReport } from '../../src/commands/run-report.js';
import { run } from '../../src/commands/run.js';
import type { RunSettings } from '../../src/commands/settings.js';
import { QueueWorker } from '../../src/engines/queue/worker.js';
import { UnreachableError } from '../../src/io/storage/object-store.js';
import { localFolders, type OpenStore } from '../../src/io/storage/run-objects.js';
import { built } from '../commands/built.js';
import { Collection } from '../commands/collection.js';
import { generateSource, textOf } from '../corpus/lines/generated-source.js';
import { gzip, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { Bucket, MemoryStore } from '../storage/memory-store.js';
import { freshQueue, HAS_SERVERS, startServers, untilListed } from './servers.js';

/** Runs over a queue whose documents or records are in object storage, a stand-in for it; planner and workers are in this process. */

const PARAGRAPH = 'The harbour board met on Monday, and its members disagreed about who should pay for the new crane. ';
const texts = (count: number): string =>
  Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: `${id}: ${PARAGRAPH.repeat(5)}` })).join('\n');

type Documents = Readonly<Record<string, string | Uint8Array>>;

/** The first of a source that repeats lines. */
const gazette = (count: number): Documents =>
  Object.fromEntries(
    generateSource(40, 3)
      .slice(0, count)
      .flatMap((document) => {
        const path = `gazeta/${document.key}.txt`;
        return [
          [path, textOf(document)],
          [`${path}.meta.json`, JSON.stringify({ fetchedAt: document.fetchedAt })],
        ];
      }),
  );

/** A passage that somebody wants struck. */
const DECISION: Decision = {
  id: 'd0000001',
  at: '2031-05-04T08:12:00Z',
  by: 'ida',
  source: 'local',
  document: { rawPath: 'board.txt', key: null, offset: null },
  action: 'strike',
  reason: 'ui',
  scope: 'document',
  passage: { text: 'A line that nobody wants to read.', occurrence: 0 },
};

const OTHERS: Documents = {
  'board.txt': `${PARAGRAPH.repeat(4)}\n\nA line that nobody wants to read.\n\n${PARAGRAPH.repeat(3)}`,
  '.copydesk/decisions.jsonl': JSON.stringify({ event: 'decided', decision: DECISION }) + '\n',
  'c.jsonl': texts(12),
  'b/packed.jsonl.gz': gzip(texts(7)),
};
const DOCUMENTS: Documents = { ...OTHERS, ...gazette(20) };
const ALL = 40;

const THREAD = fileURLToPath(built('engines/thread.js'));
/** Whose records go where. */
type Place = 's3' | 'folder';

/** A collection of which one or both places are in a bucket, a planner, and workers. */
class Scene {
  readonly bucket = new Bucket();
  readonly root = scratchFolder();
  private readonly collection = new Collection({});
  private readonly workers: QueueWorker[] = [];
  readonly said: string[] = [];
  /** Documents that workers have done, in turn. */
  done: string[] = [];
  why: Record<string, string> = {};
  private now = Date.now();
  constructor(
    readonly url: string,
    private readonly raw: Place = 's3',
    private readonly clean: Place = 's3',
    documents = DOCUMENTS,
  ) {
    this.put(documents);
  }

  put(documents: Documents): void {
    if (this.raw === 'folder') writeTree(join(this.root, 'raw'), documents);
    else for (const [path, content] of Object.entries(documents)) this.bucket.put(`raw/${path}`, Buffer.from(content));
  }

  /** Has no run ever been here. */
  forget(): void {
    for (const key of this.bucket.objects.keys()) if (key.startsWith('clean/')) this.bucket.objects.delete(key);
    for (const name of readdirSync(this.root))
      if (name !== 'worker') rmSync(join(this.root, name), { recursive: true });
  }

  private readonly openStore: OpenStore = (_, { prefix }) => Promise.resolve(new MemoryStore(this.bucket, prefix));

  async startWorker(changes: Partial<Parameters<typeof QueueWorker.start>[0]> = {}): Promise<QueueWorker> {
    const worker = await QueueWorker.start({
      url: this.url,
      jobs: 2,
      raw: null,
      clean: null,
      work: join(this.root, 'worker'),
      lockMs: 30_000,
      say: (event) => void this.said.push(event),
      onDone: (rawPath) => void this.done.push(rawPath),
      worker: THREAD,
      accepts: () => null,
      openStore: this.openStore,
      ...changes,
    });
    onTestFinished(() => worker.stop());
    this.workers.push(worker);
    return worker;
  }

  run(machine = 'machine', changes: Partial<RunSettings> = {}): Promise<RunReport> {
    this.now += 3_600_000;
    this.done = [];
    this.why = {};
    this.bucket.fetched = [];
    const work = join(this.root, machine);
    const remote = {
      raw: this.raw === 's3' ? 's3://memory/raw' : null,
      clean: this.clean === 's3' ? 's3://memory/clean' : null,
      work,
    };
    const local = localFolders(work);
    const log = pino(
      { level: 'debug' },
      {
        write: (line: string) => {
          const { event, rawPath, why } = JSON.parse(line) as Record<string, string>;
          if (event === 'shard') this.why[rawPath ?? ''] = why ?? '';
        },
      },
    );
    return run(
      {
        ...this.collection.settings(),
        raw: this.raw === 's3' ? local.raw : join(this.root, 'raw'),
        clean: this.clean === 's3' ? local.clean : join(this.root, 'clean'),
        remote: this.raw === 'folder' && this.clean === 'folder' ? null : remote,
        queue: this.url,
        ...changes,
      },
      {
        console: { log, progress: () => undefined, done: () => undefined },
        now: () => this.now,
        openStore: this.openStore,
      },
    );
  }

  get records(): Record<string, string> {
    return this.clean === 's3' ? this.bucket.tree('clean/') : readTree(join(this.root, 'clean'));
  }

  /** What is there beside records and state. */
  left(): string[] {
    const keys = [...this.bucket.objects.keys()].filter((key) => key.includes('/queue/') || key.endsWith('.part'));
    const folder = this.clean === 's3' ? join(this.root, 'machine/clean') : join(this.root, 'clean');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return [...keys, ...files.filter((path) => path.endsWith('.part') || path.includes('.copydesk/queue'))];
  }
}

/** The records of a run in folders, in this process alone. */
async function inline(documents: Documents): Promise<Record<string, string>> {
  const collection = new Collection(documents);
  const log = pino({ level: 'silent' });
  const console = { log, progress: () => undefined, done: () => undefined };
  await run(collection.settings(), { console, now: () => Date.now() });
  return readTree(collection.clean);
}

let undisturbed: Promise<Record<string, string>> | undefined;
/** … of the documents that most tests have, once. */
const inlineOnce = (): Promise<Record<string, string>> => (undisturbed ??= inline(DOCUMENTS));

describe.skipIf(!HAS_SERVERS)('a run over a queue and object storage', { timeout: 120_000 }, async () => {
  const servers = await startServers();
  const fresh = (): string => freshQueue(servers[0] as (typeof servers)[number]);

  it.each([
    ['both in object storage', 's3', 's3'],
    ['documents in a folder', 'folder', 's3'],
    ['records in a folder', 's3', 'folder'],
  ] as const)('gives the records that one process gives: %s', async (_, raw, clean) => {
    const scene = new Scene(fresh(), raw, clean);
    await scene.startWorker();
    await scene.startWorker();
    const report = await scene.run();
    expect(report).toMatchObject({ exitCode: 0, documents: { total: ALL, cleaned: ALL }, learned: { sources: 1 } });
    const records = await inlineOnce();
    expect(scene.records).toEqual(records);
    expect(records['board.txt.json']).toContain('"rule": "decision');
    expect(Object.values(records).join('')).toContain('"repeated-line"');
    expect(scene.left()).toEqual([]);
    // From another machine, too, nothing is done twice.
    for (const machine of ['machine', 'other'])
      expect((await scene.run(machine)).documents).toMatchObject({ cleaned: 0, skipped: ALL });
    expect(scene.done).toEqual([]);
  });

  it.each([
    ['to clean', false, 10],
    ['to learn and clean', true, 9 + 10],
  ] as const)('asks the storage for no more than it needs %s', async (_, learn, each) => {
    const requests: number[] = [];
    for (const count of [5, 25]) {
      const texts = Array.from({ length: count }, (_, at) => [`${at}.txt`, `${at} ${PARAGRAPH}`]);
      const scene = new Scene(fresh(), 's3', 's3', Object.fromEntries(texts) as Documents);
      await scene.startWorker();
      await scene.run('machine', { learn, duplicates: false });
      requests.push(scene.bucket.requests);
    }
    const [few = 0, many = 0] = requests;
    // Some of the state is an object more.
    expect(Math.round((many - few) / 20)).toBe(each);
  });

  it('has a large container done in shares', async () => {
    // Its lines are long, and its texts are not.
    const large = texts(40)
      .split('\n')
      .map((line) => line + ' '.repeat(60_000))
      .join('\n');
    const documents = { ...OTHERS, 'c.jsonl': large };
    const scene = new Scene(fresh(), 's3', 's3', documents);
    await scene.startWorker();
    await scene.startWorker();
    await untilListed(scene.url, 2);
    await scene.run();
    const shares = ['c.jsonl (share 1 of 2)', 'c.jsonl (share 2 of 2)'];
    const done = scene.done.filter((name) => name.startsWith('c.jsonl'));
    // To learn from, and to clean.
    expect([...done].sort()).toEqual(['c.jsonl', ...shares, ...shares].sort());
    expect(done.at(-1)).toBe('c.jsonl');
    expect(scene.records).toEqual(await inline(documents));
    expect(scene.left()).toEqual([]);
  });

  it('has a worker see what has changed since it began', async () => {
    const scene = new Scene(fresh(), 's3', 's3', { ...OTHERS, ...gazette(8) });
    const worker = await scene.startWorker();
    await scene.run();
    // Other content, lines that are published now, a document behind those of a container.
    const changed = { ...OTHERS, ...gazette(24), 'board.txt': PARAGRAPH.repeat(6), 'c.jsonl': texts(13) };
    scene.put(changed);
    const report = await scene.run('machine');
    expect(scene.why).toMatchObject({ 'board.txt': 'changed', 'c.jsonl': 'changed' });
    expect(report.documents).toMatchObject({ copied: 12 });
    expect(report.learned.sources).toBe(1);
    expect(scene.records).toEqual(await inline(changed));
    await worker.stop();
    expect(readdirSync(join(scene.root, 'worker/workers'))).toEqual([]);
  });

  it('ends the same whenever the storage goes away, on whatever machine it is begun again', async () => {
    const scene = new Scene(fresh());
    await scene.startWorker();
    const records = await inlineOnce();
    for (const [at, writes] of [3, 40, 80].entries()) {
      scene.forget();
      Object.assign(scene.bucket, { goesAway: true, writesLeft: writes });
      await expect(scene.run()).rejects.toThrow('the storage cannot be reached');
      scene.bucket.writesLeft = Infinity;
      // The lock of a process that lives.
      scene.bucket.objects.delete('clean/.copydesk/lock');
      expect((await scene.run(at % 2 === 0 ? 'machine' : 'other')).documents.total).toBe(ALL);
      expect(scene.records).toEqual(records);
      expect(scene.left()).toEqual([]);
    }
  });

  it('has a worker wait that gets no answer from the storage, and then go on', async () => {
    const scene = new Scene(fresh());
    await scene.startWorker();
    let refused = 0;
    scene.bucket.onUpload = (key) => {
      if (key.includes('/parts/') && refused++ < 3) throw new UnreachableError('s3://memory: cannot be reached');
    };
    expect((await scene.run()).files).toMatchObject({ failed: 0 });
    expect(scene.said.filter((event) => event.startsWith('storage'))).toEqual(['storage-down', 'storage-up']);
  });

  it('tries a document again that cannot be found', async () => {
    const scene = new Scene(fresh());
    await scene.startWorker();
    const content = scene.bucket.objects.get('raw/board.txt');
    let asked = 0;
    scene.bucket.onFetch = (key) => {
      if (key !== 'board.txt' || content === undefined) return;
      if (asked++ === 0) scene.bucket.objects.delete('raw/board.txt');
      else scene.bucket.objects.set('raw/board.txt', content);
    };
    expect(await scene.run('machine', { learn: false })).toMatchObject({ exitCode: 0, files: { failed: 0 } });
    expect(asked).toBe(2);
    expect(scene.done.filter((rawPath) => rawPath === 'board.txt')).toHaveLength(2);
  });

  it('is left to others by a worker whose own disk is full', async () => {
    const scene = new Scene(fresh());
    const running = scene.run('machine', { learn: false });
    let isFull = true;
    scene.bucket.onFetch = (key) => {
      if (isFull && key === 'board.txt') throw Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' });
    };
    const worker = await scene.startWorker();
    await expect(worker.refused).rejects.toThrow('cannot go on: ENOSPC; mend it and run again');
    await worker.stop();
    isFull = false;
    await scene.startWorker();
    expect(await running).toMatchObject({ exitCode: 0, files: { failed: 0 } });
  });

  it('is refused by a worker that looks in the wrong place, who says so', async () => {
    const scene = new Scene(fresh());
    const running = scene.run();
    const astray = await scene.startWorker({ raw: 's3://memory/none' });
    await expect(astray.refused).rejects.toThrow("s3://memory/none: the run's raw documents are not to be seen here");
    await astray.stop();
    const lost = await scene.startWorker({ clean: 's3://memory/none' });
    await expect(lost.refused).rejects.toThrow("s3://memory/none: the run's records are not to be seen here");
    await lost.stop();
    await scene.startWorker();
    expect((await running).documents.total).toBe(ALL);
  });
});
