import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import type { RunReport } from '../../src/commands/run-report.js';
import { gzip, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { built, CLI, copydesk, run, start, startCopydesk } from './built.js';

const PARAGRAPH =
  'The council met on Tuesday to discuss the budget for the coming year, and members disagreed about the cost of the bridge. ';

/** A few hundred documents of different sizes, pages and texts, and containers. */
function writeDocuments(folder: string): void {
  const files: Record<string, string> = {};
  for (let number = 0; number < 240; number++) {
    const paragraphs = Array.from(
      { length: 2 + (number % 9) },
      (_, i) => `Item ${number}.${i}: ${PARAGRAPH.repeat(1 + (i % 3))}`,
    );
    const name = `${number % 7}/${number}`;
    if (number % 3 === 0) files[`${name}.txt`] = paragraphs.join('\n\n');
    else
      files[`${name}.html`] =
        `<html><body><article><h1>Report ${number}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  }
  const linesOf = (length: number): string[] =>
    Array.from({ length: 100 }, (_, id) => JSON.stringify({ id, text: `${id}: ${PARAGRAPH.repeat(length)}` }));
  writeTree(folder, {
    ...files,
    // So large that its documents are spread over the threads.
    'many.jsonl': linesOf(24).join('\n'),
    'b/packed.jsonl.gz': gzip(linesOf(5).reverse().join('\n')),
  });
}

/** Throws unless every file in clean/ is whole; gives their number. */
function countWhole(clean: string): number {
  const files = Object.entries(readTree(clean)).filter(
    ([path]) => !path.includes('/.copydesk-') && !path.startsWith('.copydesk-'),
  );
  for (const [path, content] of files) {
    if (!content.endsWith('\n')) throw new Error(`${path} is not whole`);
    const pieces = path.endsWith('.jsonl') ? content.trimEnd().split('\n') : [content];
    for (const piece of pieces) JSON.parse(piece);
    if (path.endsWith('.jsonl')) expect(pieces.length).toBe(100);
  }
  return files.length;
}

const FILES = 242;

/** Kills, and where their moments come from: more of both are for a long night. */
const KILLS = Number(process.env['COPYDESK_TEST_KILLS'] ?? 8);
const SEED = Number(process.env['COPYDESK_TEST_SEED'] ?? 1);

/** On a slow machine, with others at work. */
const PATIENCE_MS = 120_000 + KILLS * 30_000;

/** Whether anything still runs that was started for a folder; where the system tells. */
function orphansOf(folder: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    });
}

describe('a run that is killed', () => {
  it(
    'leaves whole files and no process, and the next run gives exactly what an undisturbed one gives',
    async () => {
      const root = realpathSync(scratchFolder());
      writeDocuments(join(root, 'raw'));
      const began = performance.now();
      expect((await copydesk(['clean', '--clean', 'undisturbed', '--jobs', '1'], root)).code).toBe(0);
      const duration = performance.now() - began;
      expect(countWhole(join(root, 'undisturbed'))).toBe(FILES);

      const chance = new Chance(SEED);
      const clean = join(root, 'clean');
      mkdirSync(clean);
      const counts = { before: 0, learning: 0, cleaning: 0, ended: 0 };
      for (let kill = 0; kill < KILLS; kill++) {
        // Two thirds of the runs do all the work again, so that there are clean files to be replaced, and enough to do.
        let atWork: () => void = () => undefined;
        const working = new Promise<void>((resolve) => (atWork = resolve));
        const { child, ended } = startCopydesk(
          ['clean', '--jobs', '2', ...(kill % 3 > 0 ? ['--force'] : [])],
          root,
          (stderr) => {
            if (stderr.includes('"event":"shard"')) atWork();
          },
        );
        // A third of them at any moment from the start on, the others while it is at work.
        if (kill % 3 > 0) await Promise.race([working, ended]);
        await sleep(duration * chance.next() * (kill % 3 > 0 ? 0.3 : 0.9));
        child.kill('SIGKILL');
        const { signal, stderr } = await ended;
        const isCleaning = stderr.includes('"event":"shard"');
        const isLocked = existsSync(join(clean, '.copydesk/lock'));
        counts[signal === null ? 'ended' : isCleaning ? 'cleaning' : isLocked ? 'learning' : 'before'] += 1;
        expect(orphansOf(root)).toEqual([]);
        countWhole(clean);
      }
      console.log(`seed ${SEED}, killed ${KILLS} times:`, counts);
      expect(counts.cleaning).toBeGreaterThan(0);

      expect((await copydesk(['clean', '--jobs', '2'], root)).code).toBe(0);
      expect(readTree(clean)).toEqual(readTree(join(root, 'undisturbed')));
      expect(booksOf(clean)).toEqual(booksOf(join(root, 'undisturbed')));
    },
    PATIENCE_MS,
  );
});

/** What the ledger says of each raw file but when it was said, what is published of lines, and the table of copies. */
function booksOf(clean: string): unknown {
  const state = join(clean, '.copydesk');
  const entries = readFileSync(join(state, 'ledger.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as { path: string; seenMs: number; lines: { learned: number | null } })
    .map((entry) => [entry.path, { ...entry, seenMs: 0, lines: { ...entry.lines, learned: 0 } }] as const);
  const read = (path: string): [string, string] => [path, readFileSync(join(state, path), 'utf8')];
  const published = readdirSync(join(state, 'lines')).filter((name) => name.startsWith('published-'));
  return {
    // Of a file's entries the last one counts.
    ledger: Object.fromEntries(entries),
    files: readdirSync(state).sort(),
    lines: published.sort().map((name) => read(`lines/${name}`)),
    copies: read('duplicates/clusters.jsonl'),
  };
}

describe('a run on a disk that is full', { timeout: PATIENCE_MS }, () => {
  it('says so in one line, leaves no half file, and the next run goes on', async () => {
    const root = scratchFolder();
    writeDocuments(join(root, 'raw'));
    // In each thread, of what is written there.
    writeTree(root, {
      'full.mjs': `
        import { open } from 'node:fs/promises';
        const file = await open(import.meta.filename);
        const handle = Object.getPrototypeOf(file);
        await file.close();
        let left = 300_000;
        const { appendFile } = handle;
        handle.appendFile = function (data, ...rest) {
          left -= data.length;
          if (left < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
          return appendFile.call(this, data, ...rest);
        };`,
    });
    const full = await start(['--import', './full.mjs', CLI, 'clean', '--jobs', '2', '--quiet'], root).ended;
    expect(full).toMatchObject({ code: 2, stdout: '' });
    expect(full.stderr).toMatch(/^copydesk: .*clean.*cannot go on: ENOSPC; mend it and run again\n$/);
    const clean = join(root, 'clean');
    const done = countWhole(clean);
    expect(done).toBeLessThan(FILES);
    expect(Object.keys(readTree(clean)).filter((path) => path.endsWith('.part'))).toEqual([]);

    const rest = await copydesk(['clean', '--jobs', '2', '--json'], root);
    expect((JSON.parse(rest.stdout) as RunReport).files).toMatchObject({ skipped: done, cleaned: FILES - done });
    expect(countWhole(clean)).toBe(FILES);
  });

  it('fails the file that grows larger than a file may be, and does the others', async () => {
    const root = scratchFolder();
    writeDocuments(join(root, 'raw'));
    const command = 'ulimit -f 64; exec "$0" "$@"';
    const ended = await run(
      'bash',
      ['-c', command, process.execPath, CLI, 'clean', '--only', '{many.jsonl,0/*}'],
      root,
    );
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('many.jsonl: its clean file cannot be written: EFBIG');
    expect(
      Object.keys(readTree(join(root, 'clean'))).filter((path) => !/^0\/\d+\.(?:txt|html)\.json$/.test(path)),
    ).toEqual([]);
    expect((await copydesk(['clean'], root)).code).toBe(0);
    expect(countWhole(join(root, 'clean'))).toBe(FILES);
  });
});

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run that gets a %s', { timeout: PATIENCE_MS }, (signal, code) => {
  it(`finishes what is in hand, writes ledger and report, and exits with ${code}`, async () => {
    const root = scratchFolder();
    writeDocuments(join(root, 'raw'));
    let sent = false;
    const { child, ended } = startCopydesk(['clean', '--jobs', '2', '--json'], root, (stderr) => {
      if (sent || !stderr.includes('"event":"shard"')) return;
      sent = true;
      child.kill(signal);
    });
    const { code: exitCode, stdout } = await ended;
    expect(exitCode).toBe(code);
    const report = JSON.parse(stdout) as RunReport;
    expect(report).toMatchObject({ interrupted: signal, exitCode: code });
    const { found, cleaned, notReached } = report.files;
    expect(cleaned).toBeGreaterThan(0);
    expect(cleaned + notReached).toBe(found);
    expect(notReached).toBeGreaterThan(0);
    const clean = join(root, 'clean');
    expect(countWhole(clean)).toBe(cleaned);
    expect(readdirSync(join(clean, '.copydesk')).sort()).toEqual(['ledger.jsonl', 'lines', 'runs', 'yields.jsonl']);
    expect(readFileSync(join(clean, '.copydesk/ledger.jsonl'), 'utf8').trimEnd().split('\n').length).toBe(cleaned + 1);

    const rest = await copydesk(['clean', '--json'], root);
    expect((JSON.parse(rest.stdout) as RunReport).files).toMatchObject({
      found: FILES,
      skipped: cleaned,
      cleaned: FILES - cleaned,
    });
  });
});

describe('signals', () => {
  const script = `
    const { listenForInterrupt } = await import(${JSON.stringify(built('commands/interrupt.js'))});
    listenForInterrupt((name) => console.log('first', name), () => console.log('on the way out'));
    setInterval(() => undefined, 1000);
    console.error('ready');`;

  async function send(pause: number): Promise<{ code: number | null; stdout: string; ran: () => boolean }> {
    let ready: () => void = () => undefined;
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    const { child, ended } = start(['--input-type=module', '-e', script], process.cwd(), () => {
      ready();
    });
    await isReady;
    child.kill('SIGINT');
    await sleep(pause);
    child.kill('SIGINT');
    await sleep(300);
    const running = child.exitCode === null;
    if (running) child.kill('SIGKILL');
    const { code, stdout } = await ended;
    return { code, stdout, ran: () => running };
  }

  it('that come twice end the process at once, after what must be done on the way out', async () => {
    const { code, stdout, ran } = await send(600);
    expect(ran()).toBe(false);
    expect(code).toBe(130);
    expect(stdout).toBe('first SIGINT\non the way out\n');
  });

  it('that npm passes on a second time count once', async () => {
    const { stdout, ran } = await send(20);
    expect(ran()).toBe(true);
    expect(stdout).toBe('first SIGINT\n');
  });
});
