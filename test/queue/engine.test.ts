import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Decision } from '../../src/core/decision.js';
import type { ShardReport, Tasks } from '../../src/engines/engine.js';
import { inlineEngine } from '../../src/engines/inline.js';
import { loadBull } from '../../src/engines/queue/bullmq.js';
import { queueEngine, type QueueSettings } from '../../src/engines/queue/engine.js';
import type { ShardJob } from '../../src/engines/queue/job.js';
import { parseQueueUrl } from '../../src/engines/queue/queue-url.js';
import { QueueWorker, type WorkerSettings } from '../../src/engines/queue/worker.js';
import { resumablePartOf } from '../../src/io/paths.js';
import type { Shard } from '../../src/io/shard.js';
import { copydesk, start, CLI } from '../commands/built.js';
import { jsonl, Setting, shardOf } from '../engines/setting.js';
import { standInThread } from '../engines/stand-in-thread.js';
import { collect, scratchFolder, writeTree } from '../io/scratch.js';
import { freshQueue, HAS_SERVERS, startServers, untilListed } from './servers.js';

/** What holds of a queue beside what holds of every engine. */

const said: string[] = [];
const say = (event: string): void => void said.push(event);

const planner = (url: string, changes: Partial<QueueSettings> = {}) =>
  queueEngine({ url, timeoutMs: 60_000, say, retryMs: [], lookMs: 100, ...changes });

/** A worker for the time of a test, and the shards that it has done. */
async function startWorker(
  url: string,
  changes: Partial<WorkerSettings> = {},
): Promise<{ worker: QueueWorker; done: string[] }> {
  const done: string[] = [];
  const folders = { raw: null, clean: null, work: null };
  const onDone = (rawPath: string): void => void done.push(rawPath);
  const worker = await QueueWorker.start({
    url,
    jobs: 2,
    ...folders,
    lockMs: 30_000,
    say,
    onDone,
    worker: standInThread(),
    accepts: () => null,
    ...changes,
  });
  onTestFinished(() => worker.stop());
  return { worker, done };
}

const FILES = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, `text ${at}`]));

const outcomes = (reports: readonly ShardReport[]): string[] => reports.map(({ outcome }) => outcome);
const leftIn = (setting: Setting): string[] =>
  readdirSync(setting.context.clean).filter((name) => name.startsWith('.copydesk-'));

describe('the URL of a queue', () => {
  it('names a server, and a queue on it, and is shown without password', () => {
    expect(parseQueueUrl('redis://:secret@host:6379/2#news')).toEqual({
      kind: 'redis',
      url: 'redis://:secret@host:6379/2',
      name: 'copydesk-news',
      shown: 'redis://:***@host:6379/2#news',
    });
    expect(parseQueueUrl('postgresql://ida:secret@host/news')).toMatchObject({
      kind: 'postgres',
      name: 'copydesk',
      shown: 'postgresql://ida:***@host/news',
    });
  });

  it.each(['', 'localhost', 'http://host', 'redis://host#a b'])('is refused: %j', (text) => {
    expect(() => parseQueueUrl(text)).toThrow(/^--queue: .*expected/);
  });

  it('is refused by commands before anything is done', async () => {
    const root = scratchFolder();
    for (const args of [
      ['clean', '--queue', 'amqp://host'],
      ['work', '--queue', 'host'],
      ['queue', 'status', '--queue', ''],
    ])
      expect(await copydesk(args, root)).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(root)).toEqual([]);
  });

  it('of a server whose client is not installed says what to install', async () => {
    const root = scratchFolder();
    const hook = `export const resolve = (name, context, next) => {
      if (name === 'bullmq') throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    };`;
    writeTree(root, {
      'hook.mjs': `import { register } from 'node:module';
        register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`,
    });
    const { ended } = start(['--import', './hook.mjs', CLI, 'work', '--queue', 'redis://127.0.0.1'], root);
    const { code, stderr } = await ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^copydesk: --queue: .* not installed; run: npm install --no-save -D bullmq@6 ioredis@5 .*\n$/,
    );
  });
});

describe.skipIf(!HAS_SERVERS)('a queue', async () => {
  const servers = await startServers();

  describe.each(servers.map((server) => [server.name, server] as const))('on %s', (_name, server) => {
    it('hands a shard to a worker that has the folders elsewhere', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      const elsewhere = scratchFolder();
      symlinkSync(setting.context.raw, join(elsewhere, 'raw'));
      symlinkSync(setting.context.clean, join(elsewhere, 'clean'));
      const { done } = await startWorker(url, { raw: join(elsewhere, 'raw'), clean: join(elsewhere, 'clean') });
      const reports = await collect(planner(url).run('clean', setting.shards(), setting.context));
      expect(outcomes(reports)).toEqual(Array.from({ length: 12 }, () => 'done'));
      expect(done.length).toBe(12);
      expect(readdirSync(join(setting.context.clean, '.copydesk'))).toEqual([]);
    });

    it('is given paths, and what is large is laid beside it', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      const passage = { text: 'A long passage. '.repeat(2000), occurrence: 0 };
      const document = { rawPath: '0.txt', key: null, offset: null };
      const who = { id: 'd', at: '2031-05-04T08:12:00Z', by: 'ida', source: 'local', rule: 'r' };
      const decisions: Decision[] = [{ ...who, document, action: 'keep', scope: 'document', passage }];
      async function* shards(): AsyncGenerator<Shard> {
        yield await Promise.resolve({ ...shardOf('0.txt'), decisions });
        yield shardOf('1.txt');
      }
      const reports = collect(planner(url).run('clean', shards(), setting.context));
      const queue = await (await loadBull(parseQueueUrl(url))).openQueue<ShardJob>();
      let jobs: Awaited<ReturnType<typeof queue.getJobs>> = [];
      while (jobs.length < 2) jobs = await queue.getJobs(['waiting'], 0, 9);
      await queue.close();
      expect(jobs.every((job) => JSON.stringify(job?.data).length < 1000)).toBe(true);
      const { done } = await startWorker(url);
      expect((await reports).length).toBe(2);
      expect(done.sort()).toEqual(['0.txt', '1.txt']);
    });

    it('that has lost everything is given it again', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      said.length = 0;
      const reports = collect(planner(url).run('clean', setting.shards(), setting.context));
      await sleep(500);
      await server.lose();
      const { done } = await startWorker(url);
      expect(outcomes(await reports)).toEqual(Array.from({ length: 12 }, () => 'done'));
      expect(done.length).toBe(12);
      expect(said).toContain('queue-lost');
    });

    it('goes on for a second planner where the first was when it died', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      const first = await startWorker(url);
      // The first has one report, and hears of no other.
      const run = planner(url).run('clean', setting.shards(), setting.context);
      for await (const { outcome } of run) if (outcome === 'done') break;
      await first.worker.stop();
      expect(first.done.length).toBe(12);
      const second = await startWorker(url);
      const reports = await collect(planner(url).run('clean', setting.shards(), setting.context));
      expect(outcomes(reports)).toEqual(Array.from({ length: 12 }, () => 'done'));
      // What the first one had taken is not there any more.
      expect(second.done.length).toBe(1);
      expect(leftIn(setting)).toEqual([]);
    });

    it('gives a shard back that a worker refuses, who says why', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      const reports = collect(planner(url).run('clean', setting.shards(), setting.context));
      const { worker } = await startWorker(url, { accepts: () => 'the run asks for rules r' });
      await expect(worker.refused).rejects.toThrow('the run asks for rules r');
      await worker.stop();
      await startWorker(url);
      expect(outcomes(await reports)).toEqual(Array.from({ length: 12 }, () => 'done'));
    });

    it('says what differs where a worker is of another version', async () => {
      const url = freshQueue(server);
      const root = scratchFolder();
      const setting = new Setting(FILES);
      const abandoned = collect(
        planner(url, { isInterrupted: () => given }).run('clean', setting.shards(), setting.context),
      );
      let given = false;
      const { ended } = start([CLI, 'work', '--queue', url], root);
      const { code, stderr } = await ended;
      given = true;
      await abandoned;
      expect(code).toBe(2);
      expect(stderr).toMatch(/copydesk: the run asks for copydesk 0\.0\.0, this worker has .*; rules r, .*\n$/);
    });

    it('has a shard tried again that failed, and names it when it fails again', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      await startWorker(url);
      said.length = 0;
      rmSync(join(setting.context.raw, '3.txt'));
      const reports = await collect(
        planner(url, { retryMs: [10, 10] }).run('clean', setting.shards(), setting.context),
      );
      const failed = reports.flatMap((report) => (report.outcome === 'failed' ? [report] : []));
      expect(failed.map(({ shard }) => shard.rawPath)).toEqual(['3.txt']);
      expect(failed[0]?.detail).toMatch(/^failed 3 times, at last: it has gone since the run began \(worker on .*\)$/);
      expect(said.filter((event) => event === 'retry').length).toBe(2);
      expect(leftIn(setting)).toEqual([]);
    });

    it('has a container done in shares, and comes to what one process comes to', async () => {
      const texts = Array.from({ length: 50 }, (_, at) => (at === 31 ? 'BOOM' : `text ${at}`));
      const setting = new Setting({ 'c.jsonl': jsonl(texts) });
      const { context } = setting;
      const whole: Shard = { ...shardOf('c.jsonl'), part: resumablePartOf('c.jsonl.jsonl', server.name), shares: 3 };
      const read = (): string => readFileSync(join(context.clean, whole.part), 'utf8');
      async function* shards(): AsyncGenerator<Shard> {
        yield await Promise.resolve(whole);
      }
      const timeless = (reports: readonly ShardReport[]): object[] =>
        reports.map((report) => ({ ...report, durationMs: 0 }));
      const { tasks } = (await import(pathToFileURL(standInThread()).href)) as { tasks: Tasks };
      const wanted = await collect(inlineEngine({ jobs: 1, tasks }).run('clean', shards(), context));
      const bytes = read();
      rmSync(join(context.clean, whole.part));
      const url = freshQueue(server);
      const workers = [await startWorker(url), await startWorker(url), await startWorker(url)];
      await untilListed(url, 3);
      const reports = await collect(planner(url).run('clean', shards(), context));
      expect(timeless(reports)).toEqual(timeless(wanted));
      expect(read()).toBe(bytes);
      const shares = [1, 2, 3].map((share) => `c.jsonl (share ${share} of 3)`);
      expect(workers.flatMap(({ done }) => done).sort()).toEqual(['c.jsonl', ...shares]);
      rmSync(join(context.clean, whole.part));
      expect(leftIn(setting)).toEqual([]);
    });

    it('names a container once, of which no share could be done', async () => {
      const url = freshQueue(server);
      const setting = new Setting({ 'c.jsonl': '' });
      rmSync(join(setting.context.raw, 'c.jsonl'));
      await startWorker(url);
      await startWorker(url);
      async function* shards(): AsyncGenerator<Shard> {
        yield await Promise.resolve({ ...shardOf('c.jsonl'), shares: 2 });
      }
      const reports = await collect(planner(url).run('clean', shards(), setting.context));
      expect(reports.map(({ shard, outcome }) => [shard.rawPath, outcome])).toEqual([['c.jsonl', 'failed']]);
      expect(leftIn(setting)).toEqual([]);
    });

    it('gives back what nobody has taken when the run is interrupted', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      let isInterrupted = false;
      const run = planner(url, { isInterrupted: () => isInterrupted }).run('clean', setting.shards(), setting.context);
      const reports = collect(run);
      await sleep(300);
      isInterrupted = true;
      expect(await reports).toEqual([]);
      const status = await copydesk(['queue', 'status', '--queue', url, '--json'], scratchFolder());
      expect(JSON.parse(status.stdout)).toMatchObject({ waiting: 0, active: 0, failed: 0 });
    });

    it('can be emptied by hand, and the run goes on all the same', async () => {
      const url = freshQueue(server);
      const setting = new Setting(FILES);
      const reports = collect(planner(url).run('clean', setting.shards(), setting.context));
      await sleep(300);
      const drained = await copydesk(['queue', 'drain', '--queue', url], scratchFolder());
      expect(drained).toMatchObject({ code: 0 });
      expect(drained.stdout).toContain('0 in work, 0 failed');
      await startWorker(url);
      expect((await reports).length).toBe(12);
    });
  });

  it('is refused at once where the password is wrong', async () => {
    const url = servers.find(({ name }) => name === 'postgres')?.url.replace('copydesk', 'wrong') ?? '';
    const ended = await copydesk(['queue', 'status', '--queue', url], scratchFolder());
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/copydesk: --queue: postgres:.*: password authentication failed.*\n$/);
    expect(ended.stderr).not.toContain('wrong@');
  });
});
