import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/commands/run-report.js';
import { readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { built, copydesk, start, startCopydesk } from './built.js';

const PARAGRAPH =
  'The council met on Tuesday to discuss the budget for the coming year, and members disagreed about the cost of the bridge. ';

/** A few hundred documents of different sizes, pages and texts, and a container. */
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
  const lines = Array.from({ length: 100 }, (_, id) => JSON.stringify({ id, text: `${id}: ${PARAGRAPH.repeat(5)}` }));
  files['many.jsonl'] = lines.join('\n');
  writeTree(folder, files);
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

const FILES = 241;

/** Fourteen runs with a slow machine in mind. */
const PATIENCE_MS = 300_000;

describe('a run that is killed', () => {
  it(
    'leaves whole files only, and the next run gives exactly what an undisturbed one gives',
    async () => {
      const root = scratchFolder();
      writeDocuments(join(root, 'raw'));
      const began = performance.now();
      expect((await copydesk(['clean', '--clean', 'undisturbed', '--jobs', '3'], root)).code).toBe(0);
      const duration = performance.now() - began;
      expect(countWhole(join(root, 'undisturbed'))).toBe(FILES);

      const clean = join(root, 'clean');
      mkdirSync(clean);
      let midway = 0;
      for (let kill = 0; kill < 14; kill++) {
        // Every third run does all the work again, so that there are clean files to be replaced, too.
        let atWork: () => void = () => undefined;
        const working = new Promise<void>((resolve) => (atWork = resolve));
        const { child, ended } = startCopydesk(
          ['clean', '--jobs', '3', ...(kill % 3 === 2 ? ['--force'] : [])],
          root,
          (stderr) => {
            if (stderr.includes('"event":"shard"')) atWork();
          },
        );
        // The first ones at any moment from the start on, the others while it is at work.
        if (kill > 2) await Promise.race([working, ended]);
        await sleep(duration * Math.random() * (kill > 2 ? 0.4 : 0.9));
        child.kill('SIGKILL');
        if ((await ended).signal === 'SIGKILL' && existsSync(join(clean, '.copydesk/lock'))) midway += 1;
        countWhole(clean);
      }
      expect(midway).toBeGreaterThan(3);

      expect((await copydesk(['clean', '--jobs', '3'], root)).code).toBe(0);
      expect(readTree(clean)).toEqual(readTree(join(root, 'undisturbed')));
    },
    PATIENCE_MS,
  );
});

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run that gets a %s', (signal, code) => {
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
    expect(readdirSync(join(clean, '.copydesk')).sort()).toEqual(['ledger.jsonl', 'lines', 'runs']);
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
