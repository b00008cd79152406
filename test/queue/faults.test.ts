import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import { gzip, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { CLI, copydesk, start, startCopydesk, type Started } from '../commands/built.js';
import { freshQueue, HAS_SERVERS, startServers, type QueueServer } from './servers.js';

/** What befalls machines, by chance, to the last byte. */

/** Faults for each server, and where they come from: more of both are for a long night. */
const FAULTS = Number(process.env['COPYDESK_TEST_FAULTS'] ?? 5);
const SEED = Number(process.env['COPYDESK_TEST_SEED'] ?? 1);
/** Between two faults at most. */
const PAUSE_MS = Number(process.env['COPYDESK_TEST_PAUSE_MS'] ?? 2000);
const PATIENCE_MS = 180_000 + FAULTS * 30_000;

const PARAGRAPH = 'The harbour board met on Monday, and its members disagreed about who should pay for the new crane. ';

function writeDocuments(folder: string): void {
  const files: Record<string, string | Uint8Array> = {};
  for (let number = 0; number < 90; number++) {
    const paragraphs = Array.from(
      { length: 3 + (number % 7) },
      (_, i) => `Item ${number}.${i}: ${PARAGRAPH.repeat(1 + (i % 3))}`,
    );
    if (number % 2 === 0) files[`${number % 5}/${number}.txt`] = paragraphs.join('\n\n');
    else
      files[`${number % 5}/${number}.html`] =
        `<html><body><nav><a href="/">Harbour Post</a></nav><article><h1>Report ${number}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  }
  const lines = Array.from({ length: 120 }, (_, id) => JSON.stringify({ id, text: `${id}: ${PARAGRAPH.repeat(9)}` }));
  writeTree(folder, {
    ...files,
    'many.jsonl': lines.join('\n'),
    'b/packed.jsonl.gz': gzip(lines.reverse().join('\n')),
  });
}

/** Clean files, without what an attempt may have left that was killed after the run had ended. */
const cleanFiles = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(readTree(folder)).filter(([path]) => !path.endsWith('.part')));

/** A machine whose clock is an hour ahead. */
const AHEAD = `
  const { now } = Date;
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) { given.length === 0 ? super(now() + 3_600_000) : super(...given); }
    static now() { return now() + 3_600_000; }
  };`;

const KINDS = ['kill', 'freeze', 'end', 'planner', 'restart', 'lose'] as const;
type Kind = (typeof KINDS)[number];

/** Workers, a planner and a server, and what befalls them. */
class Trouble {
  private workers: (Started & { frozen: boolean })[] = [];
  private planner: Started | undefined;
  readonly befallen: Kind[] = [];
  private deck: Kind[] = [];
  private readonly thaws: Promise<void>[] = [];
  private started = 0;

  constructor(
    private readonly root: string,
    private readonly server: QueueServer,
    private readonly url: string,
    private readonly chance: Chance,
  ) {}

  startWorker(): void {
    // Every second one has a clock of its own.
    const clock = this.started++ % 2 === 0 ? [] : ['--import', './ahead.mjs'];
    const args = [...clock, CLI, 'work', '--queue', this.url, '--jobs', '1', '--lock', '2', '--quiet'];
    this.workers.push({ ...start(args, this.root), frozen: false });
  }

  startPlanner(): void {
    this.planner = startCopydesk(['clean', '--queue', this.url, '--json'], this.root);
  }

  /** Whether the run has ended by itself, and well. */
  async ended(): Promise<boolean> {
    const { planner } = this;
    if (planner === undefined || planner.child.exitCode === null) return false;
    const { code, stderr } = await planner.ended;
    if (code !== 0) throw new Error(`the planner ended with ${code}: ${stderr.slice(-2000)}`);
    return true;
  }

  private draw(): Kind {
    if (this.deck.length === 0) {
      const left: Kind[] = [...KINDS];
      while (left.length > 0) this.deck.push(...left.splice(this.chance.below(left.length), 1));
    }
    return this.deck.pop() ?? 'kill';
  }

  async befall(): Promise<void> {
    const kind = this.draw();
    this.befallen.push(kind);
    const victim = this.workers[this.chance.below(this.workers.length)];
    if (kind === 'lose') await this.server.lose();
    else if (kind === 'restart') {
      await this.server.stop();
      await sleep(this.chance.next() * 1500);
      await this.server.start();
    } else if (kind === 'planner') {
      this.planner?.child.kill('SIGKILL');
      await this.planner?.ended;
      await sleep(this.chance.next() * 1000);
      this.startPlanner();
    } else if (victim !== undefined && kind === 'freeze') this.freeze(victim);
    else if (victim !== undefined) {
      victim.child.kill(kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
      if (victim.frozen) victim.child.kill('SIGCONT');
      this.workers = this.workers.filter((one) => one !== victim);
      this.startWorker();
    }
  }

  /** For longer than its lock holds, half of the time. */
  private freeze(victim: Started & { frozen: boolean }): void {
    const ms = this.chance.next() * 8000;
    victim.frozen = true;
    victim.child.kill('SIGSTOP');
    this.thaws.push(
      sleep(ms).then(() => {
        victim.frozen = false;
        victim.child.kill('SIGCONT');
      }),
    );
  }

  async over(): Promise<void> {
    await Promise.all(this.thaws);
    this.planner?.child.kill('SIGKILL');
    for (const { child } of this.workers) child.kill('SIGTERM');
    const late = setTimeout(() => {
      for (const { child } of this.workers) child.kill('SIGKILL');
    }, 10_000);
    await Promise.all(this.workers.map(({ ended }) => ended));
    clearTimeout(late);
  }
}

describe.skipIf(!HAS_SERVERS)('a run over a queue, whatever befalls it', async () => {
  const servers = await startServers();

  it.each(servers.map((server) => [server.name, server] as const))(
    `%s: gives what an undisturbed one gives, to the byte (${FAULTS} faults)`,
    async (name, server) => {
      const root = scratchFolder();
      writeDocuments(join(root, 'raw'));
      writeTree(root, { 'ahead.mjs': AHEAD });
      expect((await copydesk(['clean', '--engine', 'inline', '--clean', 'undisturbed'], root)).code).toBe(0);
      const undisturbed = readTree(join(root, 'undisturbed'));

      const chance = new Chance(SEED);
      const trouble = new Trouble(root, server, freshQueue(server), chance);
      const clean = join(root, 'clean');
      let runs = 0;
      try {
        // They wait for the server as well as it waits for them.
        await server.stop();
        for (let worker = 0; worker < 2; worker++) trouble.startWorker();
        trouble.startPlanner();
        await sleep(1000);
        await server.start();
        while (trouble.befallen.length < FAULTS) {
          await sleep(200 + chance.next() * PAUSE_MS);
          if (await trouble.ended()) {
            expect(cleanFiles(clean)).toEqual(undisturbed);
            runs += 1;
            rmSync(clean, { recursive: true });
            mkdirSync(clean);
            trouble.startPlanner();
          } else await trouble.befall();
        }
        while (!(await trouble.ended())) await sleep(100);
        expect(cleanFiles(clean)).toEqual(undisturbed);
        runs += 1;
      } finally {
        await trouble.over();
      }
      // What was killed after the end of the run that it belonged to is tidied up by the next one.
      expect((await copydesk(['clean'], root)).code).toBe(0);
      expect(readTree(clean)).toEqual(undisturbed);
      process.stderr.write(`${name}: ${trouble.befallen.length} faults in ${runs} runs, none with another outcome\n`);
    },
    PATIENCE_MS,
  );
});
