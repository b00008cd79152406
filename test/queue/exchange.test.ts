import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TaskContext } from '../../src/engines/engine.js';
import { Exchange, QUEUE_FOLDER, type Marker, type Terms } from '../../src/engines/queue/exchange.js';
import type { PlannerShared, WorkerShared } from '../../src/engines/queue/shared.js';
import { SharedFolder } from '../../src/engines/queue/shared-folder.js';
import { PlannerObjects, WorkerObjects } from '../../src/engines/queue/shared-objects.js';
import { Published, publishedToJson } from '../../src/io/learned/published.js';
import { resumablePartOf } from '../../src/io/paths.js';
import type { Shard } from '../../src/io/shard.js';
import { CleanObjects } from '../../src/io/storage/clean-objects.js';
import { SHARES } from '../../src/rules/repeated-line.js';
import { Setting, shardOf } from '../engines/setting.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { Bucket, MemoryStore } from '../storage/memory-store.js';

/** What a planner and its workers say to each other, and hand over, by whatever way. */

interface Way {
  readonly context: TaskContext;
  readonly planner: PlannerShared;
  /** One on another machine. */
  readonly worker: () => WorkerShared;
  /** Has a clean file of an earlier run. */
  readonly putClean: (path: string, content: string) => void;
  /** What a worker handed in, or an exchange holds, and nobody has removed. */
  readonly left: () => string[];
  readonly clean: (path: string) => string | undefined;
}

const withoutFolders = (paths: readonly string[]): string[] =>
  paths.filter((path) => /\.(?:part|json|jsonl)$/.test(path));

function folder(): Promise<Way> {
  const { context } = new Setting();
  const { clean } = context;
  mkdirSync(join(clean, '.copydesk'), { recursive: true });
  return Promise.resolve({
    context,
    planner: new SharedFolder(clean),
    worker: () => new SharedFolder(clean),
    putClean: (path, content) => {
      writeTree(clean, { [path]: content });
    },
    left: () =>
      withoutFolders(readdirSync(clean, { recursive: true, encoding: 'utf8' })).filter(
        (path) => path.startsWith(QUEUE_FOLDER) || path.includes('.copydesk-resume-'),
      ),
    clean: (path) => (existsSync(join(clean, path)) ? readFileSync(join(clean, path), 'utf8') : undefined),
  });
}

async function objects(): Promise<Way & { bucket: Bucket }> {
  const bucket = new Bucket();
  const { context } = new Setting();
  const store = new MemoryStore(bucket, 'clean/');
  const clean = await CleanObjects.open(store, context.clean, () => undefined);
  onTestFinished(() => clean.close());
  return {
    bucket,
    context,
    planner: new PlannerObjects(clean),
    worker: () => new WorkerObjects(new MemoryStore(bucket, 'clean/'), scratchFolder()),
    putClean: (path, content) => {
      bucket.put(`clean/${path}`, content);
    },
    left: () => [...bucket.objects.keys()].filter((key) => key.startsWith(`clean/${QUEUE_FOLDER}/`)),
    clean: (path) => bucket.text(`clean/${path}`),
  };
}

const termsOf = (context: TaskContext): Terms => ({ task: 'clean', timeoutMs: 1000, context });

/** Writes an attempt's part as a task does. */
function writePart(worker: WorkerShared, { part }: Shard, content: string): void {
  mkdirSync(dirname(join(worker.clean, part)), { recursive: true });
  writeFileSync(join(worker.clean, part), content);
}

const markerOf = (shard: Shard, part: string): Marker => ({
  answer: { report: { shard, outcome: 'done', documents: 1 } },
  part,
  attempt: 1,
  host: 'a',
});

const shard: Shard = { ...shardOf('b/a.txt'), part: 'b/.copydesk-x-1.part' };

describe.each([
  ['a folder', folder],
  ['object storage', objects],
] as const)('an exchange over %s', (name, open) => {
  it('has the same name for every planner of the same work, and the terms for every worker', async () => {
    const { context, planner, worker } = await open();
    const first = await Exchange.make(planner, termsOf(context), 's3://news/raw');
    const second = await Exchange.make(planner, termsOf(context), 's3://news/raw');
    expect(second.name).toBe(first.name);
    const other = worker();
    expect(await Exchange.at(other, first.name).terms()).toMatchObject({
      task: 'clean',
      timeoutMs: 1000,
      context: { raw: 's3://news/raw', clean: planner.place, lines: null },
    });
    expect(await other.isHere()).toBe(true);
    const third = await Exchange.make(planner, { ...termsOf(context), timeoutMs: 2000 }, 's3://news/raw');
    expect(third.name).not.toBe(first.name);
    expect(await Exchange.at(other, first.name).terms()).toBeNull();
  });

  it('names no folder of one machine', async () => {
    const [one, two] = [await open(), await open()];
    const names = [one, two].map(
      async ({ context, planner }) => (await Exchange.make(planner, termsOf(context), 'r')).name,
    );
    const [first, second] = await Promise.all(names);
    // Of folders, each has its own.
    expect(first === second).toBe(name === 'object storage');
  });

  it('shows workers the lines that are published', async () => {
    const { context, planner, worker } = await open();
    const lines = join(context.clean, '.copydesk/lines');
    const said = (source: string): string =>
      publishedToJson(source, [{ line: 7, share: SHARES[1], text: 'Home' }]) + '\n';
    writeTree(lines, {
      'published-03.jsonl': said('a.example') + said('b.example'),
      'published-61.jsonl': said('c.example'),
    });
    const { version } = await Published.read(lines);
    const withLines = { ...context, lines: { folder: lines, version } };
    const exchange = await Exchange.make(planner, termsOf(withLines), 'raw');
    const other = worker();
    const terms = await Exchange.at(other, exchange.name).terms();
    const here = await other.linesOf(exchange.folder, terms?.context.lines?.folder ?? '');
    expect(await Published.read(here)).toMatchObject({ version, size: 3 });
  });

  it('has one of many reports of a shard be the first', async () => {
    const { context, planner, worker } = await open();
    const { name: exchange } = await Exchange.make(planner, termsOf(context), 'raw');
    const reports = Array.from({ length: 12 }, (_, at) =>
      Exchange.at(worker(), exchange).report('k', markerOf(shard, `part ${at}`)),
    );
    const heard = await Promise.all(reports);
    expect(heard.filter((isFirst) => isFirst)).toHaveLength(1);
    const own = Exchange.at(planner, exchange);
    expect(await own.reported()).toEqual(['k']);
    expect((await own.marker('k'))?.part).toBe(`part ${heard.indexOf(true)}`);
    expect(await Exchange.at(worker(), exchange).isReported('k')).toBe(true);
    await own.forget('k');
    expect(await own.reported()).toEqual([]);
  });

  it('keeps shards that are too large for a job', async () => {
    const { context, planner, worker } = await open();
    const exchange = await Exchange.make(planner, termsOf(context), 'raw');
    await exchange.putShard('k', shard);
    expect(await Exchange.at(worker(), exchange.name).shard('k')).toEqual(shard);
    expect(await Exchange.at(worker(), exchange.name).shard('other')).toBeNull();
  });

  it('hands parts over, whole, and leaves nothing', async () => {
    const { context, planner, worker, left, clean } = await open();
    const exchange = await Exchange.make(planner, termsOf(context), 'raw');
    const parts: string[] = [];
    for (const other of [worker(), worker()]) {
      const attempt = await other.begin(shard, 'abc');
      writePart(other, attempt, 'a record\n');
      const part = await other.handIn(exchange.folder, attempt);
      parts.push(part);
      if (!(await Exchange.at(other, exchange.name).report('abc', markerOf(shard, part)))) await other.discard(part);
      await other.end(attempt);
    }
    expect(new Set(parts).size).toBe(2);
    const { part = '' } = (await exchange.marker('abc')) ?? {};
    expect(part).toBe(parts[0]);
    expect(await planner.bring(parts[1] ?? '', shard, 'clean')).toBe(false);
    expect(await planner.bring(part, shard, 'clean')).toBe(true);
    await planner.settle(part, shard);
    expect(readFileSync(join(context.clean, shard.part), 'utf8')).toBe('a record\n');
    // In object storage, the record is there before the run hears of it; in a folder, the run gives it its name.
    if (name === 'object storage') expect(clean('b/a.txt.json')).toBe('a record\n');
    await exchange.forget('abc');
    await planner.discard(part);
    await planner.removeLeftovers(['b']);
    await exchange.remove();
    expect(left()).toEqual([]);
  });

  it('publishes nothing of what is only learned', async () => {
    const { context, planner, worker, clean } = await open();
    const exchange = await Exchange.make(planner, { ...termsOf(context), task: 'learn' }, 'raw');
    const other = worker();
    const attempt = await other.begin(shard, 'abc');
    writePart(other, attempt, 'a sample\n');
    const part = await other.handIn(exchange.folder, attempt);
    expect(await planner.bring(part, shard, 'learn')).toBe(true);
    await planner.settle(part, shard);
    expect(readFileSync(join(context.clean, shard.part), 'utf8')).toBe('a sample\n');
    expect(clean('b/a.txt.json')).toBeUndefined();
  });

  it('is over for whoever comes late, and keeps nothing of theirs', async () => {
    const { context, planner, worker, left } = await open();
    const exchange = await Exchange.make(planner, termsOf(context), 'raw');
    const other = worker();
    const late = Exchange.at(other, exchange.name);
    const before = await other.begin(shard, 'abc');
    writePart(other, before, 'a record\n');
    // A marker that nobody has heard goes, and its part with it.
    await late.report('abc', markerOf(shard, await other.handIn(exchange.folder, before)));
    await exchange.remove();
    expect(left()).toEqual([]);
    const after = await other.begin(shard, 'abd');
    writePart(other, after, 'a record\n');
    const part = await other.handIn(exchange.folder, after);
    expect(await late.report('abd', markerOf(shard, part))).toBe(false);
    await other.discard(part);
    expect(left()).toEqual([]);
    expect(await late.terms()).toBeNull();
  });

  it('gives an attempt the clean file from which records are taken', async () => {
    const { putClean, worker } = await open();
    putClean('c.jsonl.jsonl', 'a record\n');
    const other = worker();
    const container: Shard = { ...shardOf('c.jsonl'), part: resumablePartOf('c.jsonl.jsonl', 'x') };
    const published = { path: 'c.jsonl.jsonl', isHeldKnown: true };
    const attempt = await other.begin({ ...container, published }, 'abc');
    expect(attempt.published?.isHeldKnown).toBe(true);
    expect(readFileSync(join(other.clean, attempt.published?.path ?? ''), 'utf8')).toBe('a record\n');
    await other.end(attempt);
  });
});

describe('a container that a worker had begun when it died', () => {
  const container: Shard = { ...shardOf('c.jsonl'), part: resumablePartOf('c.jsonl.jsonl', 'x') };

  it('is gone on with in a folder, where the part stands that has come furthest', async () => {
    const { worker } = await folder();
    for (const content of ['one\n', 'one\ntwo\n', 'o'])
      writePart(worker(), await worker().begin(container, 'abc'), content);
    const other = worker();
    const { part } = await other.begin(container, 'abc');
    expect(readFileSync(join(other.clean, part), 'utf8')).toBe('one\ntwo\n');
  });

  it('is begun anew over object storage, which holds whole objects only', async () => {
    const { worker } = await objects();
    const other = worker();
    writePart(other, await other.begin(container, 'abc'), 'one\n');
    const { part } = await worker().begin(container, 'abc');
    expect(() => readFileSync(join(other.clean, part))).toThrow('ENOENT');
  });
});

describe('object storage', () => {
  it('is known to have taken a marker where only the answer was lost', async () => {
    const { bucket, context, planner, worker } = await objects();
    const exchange = await Exchange.make(planner, termsOf(context), 'raw');
    bucket.losesAnswers = true;
    const [one, two] = [worker(), worker()].map((other) => Exchange.at(other, exchange.name));
    expect(await one?.report('k', markerOf(shard, 'one'))).toBe(true);
    expect(await two?.report('k', markerOf(shard, 'two'))).toBe(false);
  });

  it('has a worker keep the published lines of the last runs only', async () => {
    const { bucket, worker } = await objects();
    const other = worker();
    const folders: string[] = [];
    for (let run = 0; run < 12; run++) {
      bucket.put(`clean/${QUEUE_FOLDER}/clean-${run}/lines.jsonl`, '');
      folders.push(await other.linesOf(`${QUEUE_FOLDER}/clean-${run}`, ''));
    }
    const kept = readdirSync(dirname(folders[0] ?? ''));
    expect(kept).toHaveLength(8);
    expect(kept).toContain('clean-11');
  });

  it('is not here for a worker where no run has ever been', async () => {
    expect(await new WorkerObjects(new MemoryStore(new Bucket(), 'other/'), scratchFolder()).isHere()).toBe(false);
  });
});
