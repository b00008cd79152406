import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writePages } from '../bench/collections.js';
import { median } from '../bench/race.js';
import { watch } from '../bench/watch.js';
import type { TaskContext } from '../engines/engine.js';
import { queueEngine } from '../engines/queue/engine.js';
import { DEFAULT_OPTIONS } from '../core/options.js';
import { DEFAULT_LIMITS } from '../io/reader.js';
import type { Shard } from '../io/shard.js';
import { PROGRAM } from './program.js';

const ROUNDS = 3;
const MEGABYTE = 1024 * 1024;
const WARM_MS = 2000;
const ECHO = fileURLToPath(new URL('../bench/queue-echo.js', import.meta.url));

async function* shardsOf(count: number, each: (at: number) => void): AsyncGenerator<Shard> {
  for (let at = 0; at < count; at++) {
    each(at);
    yield await Promise.resolve({
      rawPath: `2031/05/04/source-${at % 100}.example/${at}.html`,
      part: `.copydesk-bench-${at}.part`,
      hints: { url: `https://source-${at % 100}.example/${at}.html` },
      inputs: '0123456789abcdef',
    });
  }
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.once('close', () => {
      resolve(stdout);
    });
  });

/** What a shard costs without its documents, and whether the planner's memory grows with their number. */
async function benchPlanning(url: string, count: number, print: (text: string) => void): Promise<void> {
  const clean = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  const child = spawn(process.execPath, [ECHO, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const echo = ended(child);
  try {
    await sleep(WARM_MS);
    const limits = DEFAULT_LIMITS;
    const provenance = { copydesk: '', rules: '', options: '' };
    const settings = { limits, options: DEFAULT_OPTIONS, provenance, durable: false, lines: null };
    const context: TaskContext = { raw: clean, clean, ...settings };
    const memory: number[] = [];
    const look = (at: number): void => {
      if (at % Math.ceil(count / 10) === 0 && at > 0) memory.push(process.memoryUsage.rss() / MEGABYTE);
    };
    const before = process.cpuUsage();
    const began = performance.now();
    const engine = queueEngine({ url, timeoutMs: 1000, say: () => undefined });
    for await (const { shard } of engine.run('learn', shardsOf(count, look), context))
      await unlink(join(clean, shard.part));
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(before);
    child.kill('SIGTERM');
    const echoMs = Number(await echo);
    print(`${count} shards through the queue, cleaning nothing: ${seconds.toFixed(1)} s\n`);
    print(
      `  ms a shard: ${((1000 * seconds) / count).toFixed(2)} by the clock; of a processor, ` +
        `${((user + system) / 1000 / count).toFixed(2)} the planner's, ${(echoMs / count).toFixed(2)} a worker's\n`,
    );
    print(`  the planner's memory, MB, after each tenth: ${memory.map((held) => held.toFixed(0)).join(', ')}\n`);
  } finally {
    child.kill('SIGKILL');
    await rm(clean, { recursive: true, force: true });
  }
}

/** Runs over pages as files, in turns: two threads of one program, and two workers of a queue with a thread each. */
async function benchWorkers(url: string, pages: readonly Uint8Array[], print: (text: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  const worker = [PROGRAM, 'work', '--queue', url, '--jobs', '1', '--quiet'];
  const workers = [1, 2].map(() => spawn(process.execPath, worker, { stdio: ['ignore', 'ignore', 'inherit'] }));
  try {
    await writePages(join(folder, 'raw'), pages);
    const ways = [
      ['2 threads', ['--jobs=2']],
      ['2 workers', [`--queue=${url}`]],
    ] as const;
    const paces: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, args] of ways) {
        const clean = join(folder, 'clean');
        await rm(clean, { recursive: true, force: true });
        const folders = [`--raw=${join(folder, 'raw')}`, `--clean=${clean}`];
        const run = await watch([PROGRAM, 'clean', '--quiet', '--no-learn', '--no-duplicates', ...folders, ...args]);
        if (run.exitCode !== 0 && run.exitCode !== 1) throw new Error(`a run ended with ${run.exitCode}`);
        (paces[name] ??= []).push(pages.length / run.seconds);
      }
    const [threads = 0, queue = 0] = ways.map(([name]) => median(paces[name] ?? []));
    print(
      `${pages.length} pages, a file each, median of ${ROUNDS} rounds in turns, the start of the program included\n`,
    );
    print(`  2 threads of one program: ${threads.toFixed(1)} pages/s\n`);
    print(`  2 workers of the queue: ${queue.toFixed(1)} pages/s, ${(queue / threads).toFixed(2)} of that\n`);
  } finally {
    for (const child of workers) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a queue costs. Leaves nothing in it. */
export async function benchQueue(
  url: string,
  count: number,
  pages: readonly Uint8Array[],
  print: (text: string) => void,
): Promise<void> {
  // A queue of its own, for workers of others must not take what is made up.
  const own = new URL(url);
  own.hash = `bench-${process.pid}`;
  await benchPlanning(own.href, count, print);
  await benchWorkers(own.href, pages, print);
}
