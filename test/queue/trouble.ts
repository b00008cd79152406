import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Chance } from '../../src/bench/chance.js';
import { CLI, start, startCopydesk, type Started } from '../commands/built.js';
import { gzip, writeTree } from '../io/scratch.js';
import type { Ceph } from '../storage/ceph.js';
import type { QueueServer } from './servers.js';

/** What befalls machines, by chance. */

/** Faults for each server, and where they come from: more of both are for a long night. */
export const FAULTS = Number(process.env['COPYDESK_TEST_FAULTS'] ?? 5);
export const SEED = Number(process.env['COPYDESK_TEST_SEED'] ?? 1);
/** Between two faults at most. */
const PAUSE_MS = Number(process.env['COPYDESK_TEST_PAUSE_MS'] ?? 2000);
export const PATIENCE_MS = 180_000 + FAULTS * 30_000;

const PARAGRAPH = 'The harbour board met on Monday, and its members disagreed about who should pay for the new crane. ';

/** Pages and texts, and containers that take a while. */
export function writeDocuments(folder: string): void {
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
    // Its lines are long, and its texts are not: it is done in shares.
    'large.jsonl': lines.map((line) => line + ' '.repeat(26_000)).join('\n'),
    'b/packed.jsonl.gz': gzip(lines.reverse().join('\n')),
  });
}

/** A machine whose clock is an hour ahead. */
const AHEAD = `
  const { now } = Date;
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) { given.length === 0 ? super(now() + 3_600_000) : super(...given); }
    static now() { return now() + 3_600_000; }
  };`;

/** Of workers: killed, stopped for a while, asked to end. Of planners: killed, stopped for a while. Of the server: started anew, emptied. */
export type Kind = 'kill' | 'freeze' | 'end' | 'planner' | 'stall' | 'restart' | 'lose' | 'storage';

/** Where it befalls them. */
export interface Stage {
  /** Where they are started. */
  readonly root: string;
  readonly server: QueueServer;
  /** Of the queue. */
  readonly url: string;
  readonly chance: Chance;
  readonly kinds: readonly Kind[];
  /** Beside the queue; of a planner, on whatever machine it is begun. */
  plannerOptions(): readonly string[];
  readonly workerOptions: readonly string[];
  /** What has come of a run. */
  records(): Promise<Readonly<Record<string, string>>>;
  /** Has no run ever been here. */
  forget(): Promise<void>;
  /** Object storage, which may go away for a while. */
  readonly storage?: Pick<Ceph, 'goAway' | 'comeBack'>;
}

/** Workers, a planner and servers, and what befalls them. */
class Trouble {
  private workers: (Started & { frozen?: boolean })[] = [];
  private planner: (Started & { frozen?: boolean }) | undefined;
  readonly befallen: Kind[] = [];
  private deck: Kind[] = [];
  private readonly thaws: Promise<void>[] = [];
  private started = 0;

  constructor(private readonly stage: Stage) {}

  startWorker(): void {
    const { root, url, workerOptions } = this.stage;
    // Every second one has a clock of its own.
    const clock = this.started++ % 2 === 0 ? [] : ['--import', './ahead.mjs'];
    const args = ['work', '--queue', url, '--jobs', '1', '--lock', '2', '--quiet', ...workerOptions];
    this.workers.push(start([...clock, CLI, ...args], root));
  }

  startPlanner(): void {
    const { root, url } = this.stage;
    this.planner = startCopydesk(['clean', '--queue', url, '--json', ...this.stage.plannerOptions()], root);
  }

  /** Whether the run has ended by itself, and well. One that got no answer from the storage is begun again. */
  async ended(): Promise<boolean> {
    const { planner } = this;
    if (planner === undefined || planner.child.exitCode === null) return false;
    const { code, stderr } = await planner.ended;
    if (code === 2 && this.stage.storage && /cannot be reached|cannot answer now/.test(stderr)) {
      this.startPlanner();
      return false;
    }
    if (code !== 0) throw new Error(`the planner ended with ${code}: ${stderr.slice(-2000)}`);
    return true;
  }

  private draw(): Kind {
    if (this.deck.length === 0) {
      const left: Kind[] = [...this.stage.kinds];
      while (left.length > 0) this.deck.push(...left.splice(this.stage.chance.below(left.length), 1));
    }
    return this.deck.pop() ?? 'kill';
  }

  async befall(): Promise<void> {
    const kind = this.draw();
    this.befallen.push(kind);
    const { server, chance, storage } = this.stage;
    const victim = this.workers[chance.below(this.workers.length)];
    if (kind === 'lose') await server.lose();
    else if (kind === 'restart') {
      await server.stop();
      await sleep(chance.next() * 1500);
      await server.start();
    } else if (kind === 'storage') {
      storage?.goAway();
      await sleep(chance.next() * 3000);
      await storage?.comeBack();
    } else if (kind === 'planner') {
      this.planner?.child.kill('SIGKILL');
      await this.planner?.ended;
      await sleep(chance.next() * 1000);
      this.startPlanner();
    } else if (kind === 'stall') {
      if (this.planner) this.freeze(this.planner);
    } else if (victim !== undefined && kind === 'freeze') this.freeze(victim);
    else if (victim !== undefined) {
      victim.child.kill(kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
      if (victim.frozen) victim.child.kill('SIGCONT');
      this.workers = this.workers.filter((one) => one !== victim);
      this.startWorker();
    }
  }

  /** For longer than its lock holds, half of the time. */
  private freeze(victim: Started & { frozen?: boolean }): void {
    const ms = this.stage.chance.next() * 8000;
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

/**
 * Has a run over a queue be disturbed, and others after it, until enough has befallen them; tells what, and in how many runs.
 * @throws where one of them gives something else than an undisturbed one
 */
export async function outlast(
  stage: Stage,
  undisturbed: Readonly<Record<string, string>>,
): Promise<{ readonly befallen: readonly Kind[]; readonly runs: number }> {
  const { server, root, chance } = stage;
  writeTree(root, { 'ahead.mjs': AHEAD });
  const trouble = new Trouble(stage);
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
        expect(await stage.records()).toEqual(undisturbed);
        runs += 1;
        await stage.forget();
        trouble.startPlanner();
      } else await trouble.befall();
    }
    while (!(await trouble.ended())) await sleep(100);
    expect(await stage.records()).toEqual(undisturbed);
    runs += 1;
  } finally {
    await trouble.over();
  }
  return { befallen: trouble.befallen, runs };
}
