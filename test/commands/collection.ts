import { join } from 'node:path';
import pino from 'pino';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { DEFAULT_LIMITS } from '../../src/io/reader.js';
import { dryRun } from '../../src/commands/dry-run.js';
import type { RunReport } from '../../src/commands/run-report.js';
import { run } from '../../src/commands/run.js';
import type { RunSettings } from '../../src/commands/settings.js';
import { gzip, scratchFolder, writeTree } from '../io/scratch.js';
import { standInEngine } from '../engines/stand-in.js';

interface Event {
  readonly level: number;
  readonly event: string;
  readonly rawPath?: string;
  readonly why?: string;
  readonly msg: string;
}

/** A collection with its own clock, an hour later at each run, and what its last run logged. */
export class Collection {
  readonly root = scratchFolder();
  readonly raw = join(this.root, 'raw');
  readonly clean = join(this.root, 'clean');
  events: Event[] = [];
  private now = Date.now();

  constructor(files: Record<string, string | Uint8Array>) {
    writeTree(this.raw, files);
  }

  settings(changes: Partial<RunSettings> = {}): RunSettings {
    const { raw, clean } = this;
    const options = { ...DEFAULT_OPTIONS, minWords: 0 };
    return {
      raw,
      clean,
      remote: null,
      jobs: 2,
      timeout: 10,
      engine: 'inline',
      queue: null,
      only: null,
      force: false,
      verify: false,
      durable: false,
      prune: false,
      learn: true,
      duplicates: true,
      failOnDrift: false,
      metrics: null,
      keepRuns: 1000,
      options,
      limits: DEFAULT_LIMITS,
      ...changes,
    };
  }

  private surroundings(): Parameters<typeof run>[1] {
    this.events = [];
    this.now += 3_600_000;
    const log = pino({ level: 'debug' }, { write: (line) => void this.events.push(JSON.parse(line) as Event) });
    const console = { log, progress: () => undefined, done: () => undefined };
    return { console, now: () => this.now, engine: standInEngine(2) };
  }

  run(changes: Partial<RunSettings> = {}, engine = standInEngine(2)): Promise<RunReport> {
    return run(this.settings(changes), { ...this.surroundings(), engine });
  }

  dryRun(changes: Partial<RunSettings> = {}): ReturnType<typeof dryRun> {
    return dryRun(this.settings(changes), this.surroundings());
  }

  /** Which files the last run cleaned, and why. */
  cleaned(): Record<string, string> {
    const shards = this.events.filter(({ event }) => event === 'shard');
    return Object.fromEntries(shards.map(({ rawPath, why }) => [rawPath, why] as [string, string]).sort());
  }
}

export const FILES = {
  'a.txt': 'Text of a',
  'b/b.html': '<p>Text of b',
  'c.jsonl.gz': gzip('{"id":1,"text":"one"}\n{"id":2,"text":"two"}\n'),
};
export const ALL = ['a.txt', 'b/b.html', 'c.jsonl.gz'];
