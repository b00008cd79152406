import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engine, ShardReport, Tasks } from '../../src/engines/engine.js';
import { ENGINES, type EngineName } from '../../src/engines/index.js';
import { queueEngine } from '../../src/engines/queue/engine.js';
import { QueueWorker } from '../../src/engines/queue/worker.js';
import { inlineEngine } from '../../src/engines/inline.js';
import { threadsEngine } from '../../src/engines/threads.js';
import type { Shard } from '../../src/io/shard.js';
import { built } from '../commands/built.js';
import { jsonl, Setting, shardOf } from '../engines/setting.js';
import { standInThread } from '../engines/stand-in-thread.js';
import { collect, gzip } from '../io/scratch.js';
import { freshQueue, startServers, type QueueServer } from '../queue/servers.js';

/** What holds of every engine. */

const timeoutMs = 300_000;
/** The samples are cleaned a dozen times and more, by as many threads that start cold. */
const PATIENCE_MS = 300_000;

const servers = await startServers();
type Name = EngineName | QueueServer['name'];
const NAMES: readonly Name[] = [...ENGINES, ...servers.map(({ name }) => name)];

/** An engine over a server, with a worker for it until the test ends. */
async function queueEngineOf(name: Name, jobs: number, worker: string): Promise<Engine | null> {
  const server = servers.find((one) => one.name === name);
  if (server === undefined) return null;
  const url = freshQueue(server);
  const say = (): void => undefined;
  const common = { raw: null, clean: null, work: null, lockMs: 30_000, say, accepts: () => null };
  const running = await QueueWorker.start({ url, jobs, worker, ...common });
  onTestFinished(() => running.stop());
  return queueEngine({ url, timeoutMs, backlog: jobs, say, retryMs: [] });
}

/** An engine whose tasks are those of the stand-in. */
async function standInEngine(name: Name, jobs: number): Promise<Engine> {
  const worker = standInThread();
  const queue = await queueEngineOf(name, jobs, worker);
  if (queue !== null) return queue;
  if (name === 'threads') return threadsEngine({ jobs, timeoutMs, worker });
  const { tasks } = (await import(pathToFileURL(worker).href)) as { tasks: Tasks };
  return inlineEngine({ jobs, tasks });
}

/** An engine that cleans, with the code that was built. */
async function realEngine(name: Name, jobs: number): Promise<Engine> {
  const worker = fileURLToPath(built('engines/thread.js'));
  const queue = await queueEngineOf(name, jobs, worker);
  if (queue !== null) return queue;
  return name === 'threads' ? threadsEngine({ jobs, timeoutMs, worker }) : inlineEngine({ jobs });
}

const numbered = (count: number, word = ''): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}${word}.txt`, `text ${at}`]));

describe.each(NAMES)('engine %s', (name) => {
  it.each([1, 3])('does each shard once, with %d at a time', async (jobs) => {
    const setting = new Setting(numbered(40, 'WAIT'));
    const engine = await standInEngine(name, jobs);
    expect(engine.name).toBe(servers.some((server) => server.name === name) ? 'queue' : name);
    const reports = await collect(engine.run('clean', setting.shards(), setting.context));
    expect(reports.map(({ shard }) => shard).sort((a, b) => (a.rawPath < b.rawPath ? -1 : 1))).toEqual(
      (await collect(setting.shards())).sort((a, b) => (a.rawPath < b.rawPath ? -1 : 1)),
    );
    expect(reports.every(({ outcome }) => outcome === 'done')).toBe(true);
  });

  it('takes shards no faster than their reports are taken', async () => {
    const setting = new Setting(numbered(40));
    let given = 0;
    let taken = 0;
    let ahead = 0;
    async function* counted(): AsyncGenerator<Shard> {
      for await (const shard of setting.shards()) {
        given += 1;
        yield shard;
      }
    }
    const engine = await standInEngine(name, 2);
    for await (const report of engine.run('clean', counted(), setting.context)) {
      expect(report.outcome).toBe('done');
      ahead = Math.max(ahead, given - taken++);
      await sleep(1);
    }
    expect(taken).toBe(40);
    expect(ahead).toBeLessThanOrEqual(8);
  });

  it('stops taking shards when a task cannot go on, and says why after the others are done', async () => {
    const setting = new Setting(numbered(200));
    const paths = Object.keys(numbered(200));
    paths[5] = 'STOP.txt';
    let given = 0;
    const taken: ShardReport[] = [];
    async function* counted(): AsyncGenerator<Shard> {
      for await (const shard of setting.shards(paths)) {
        given += 1;
        yield shard;
      }
    }
    const engine = await standInEngine(name, 2);
    const run = async (): Promise<void> => {
      for await (const report of engine.run('clean', counted(), setting.context)) taken.push(report);
    };
    await expect(run()).rejects.toThrow('the disk is full');
    expect(given).toBeLessThan(20);
    expect(taken.length).toBeGreaterThanOrEqual(given - 3);
  });

  it('passes on that the plan failed', async () => {
    async function* broken(): AsyncGenerator<Shard> {
      yield shardOf('0.txt');
      await sleep(1);
      throw new Error('the folder has gone');
    }
    const setting = new Setting(numbered(1));
    const engine = await standInEngine(name, 2);
    await expect(collect(engine.run('clean', broken(), setting.context))).rejects.toThrow('the folder has gone');
  });

  it('has finished what is in hand when its reports are no longer listened to', async () => {
    const setting = new Setting(numbered(40, 'WAIT'));
    const engine = await standInEngine(name, 2);
    for await (const report of engine.run('clean', setting.shards(), setting.context))
      if (report.outcome === 'done') break;
    const count = (): number => readdirSync(setting.context.clean).filter((path) => path !== '.copydesk').length;
    const written = count();
    await sleep(50);
    expect(count()).toBe(written);
    expect(written).toBeLessThan(40);
  });

  it('has nothing to report of nothing', async () => {
    const setting = new Setting();
    const engine = await standInEngine(name, 2);
    expect(await collect(engine.run('clean', setting.shards(), setting.context))).toEqual([]);
  });

  it('does one task after another', async () => {
    const setting = new Setting(numbered(3));
    const engine = await standInEngine(name, 2);
    expect(await collect(engine.run('learn', setting.shards(), setting.context))).toHaveLength(3);
    expect(await collect(engine.run('clean', setting.shards(), setting.context))).toHaveLength(3);
  });
});

const samples = fileURLToPath(new URL('../../raw', import.meta.url));

/** The samples as files and in containers, with what cannot be read among them. */
function documents(): Record<string, string | Uint8Array> {
  const files: Record<string, Uint8Array> = Object.fromEntries(
    readdirSync(samples, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:html|txt)$/.test(entry.name))
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]),
  );
  const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'));
  return {
    ...files,
    'all.jsonl': jsonl(texts) + 'broken\n',
    'twice.jsonl.gz': gzip(jsonl([...texts, ...texts].reverse())),
    'cut.jsonl.gz': Buffer.from(gzip(jsonl(texts))).subarray(0, 900),
  };
}

describe('what engines write and report', () => {
  it(
    'is the same to the byte, whatever the engine, the number of workers and the order',
    async () => {
      const files = documents();
      const outcomes: unknown[] = [];
      for (const [name, jobs, isReversed] of [
        ['inline', 1, false],
        ['inline', 3, true],
        ['threads', 2, false],
        ['threads', 3, true],
        ...servers.map((server, at) => [server.name, 2, at % 2 === 1] as const),
      ] as const) {
        const setting = new Setting(files);
        const paths = Object.keys(files);
        if (isReversed) paths.reverse();
        const reports = await collect(
          (await realEngine(name, jobs)).run('clean', setting.shards(paths), setting.context),
        );
        const said = reports
          .map((report) => (report.outcome === 'done' ? { ...report, durationMs: 0 } : report))
          .sort((a, b) => (a.shard.rawPath < b.shard.rawPath ? -1 : 1));
        outcomes.push({
          said,
          written: Object.fromEntries(Object.keys(files).map((path) => [path, setting.part(path)])),
        });
      }
      for (const outcome of outcomes.slice(1)) expect(outcome).toEqual(outcomes[0]);
    },
    PATIENCE_MS,
  );
});
