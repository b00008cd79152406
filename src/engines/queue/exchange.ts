import { relative, sep } from 'node:path';
import { shortHash } from '../../io/hash.js';
import { STATE_FOLDER } from '../../io/paths.js';
import type { Shard } from '../../io/shard.js';
import type { TaskContext, TaskName } from '../engine.js';
import type { ShardAnswer } from '../post.js';
import type { PlannerShared, Shared } from './shared.js';

/** Where planner and workers find what they have to say to each other, below the records. */
export const QUEUE_FOLDER = `${STATE_FOLDER}/queue`;

/** What all shards of a task have in common. JSON. Places are as the planner calls them, the published lines below that of the records. */
export interface Terms {
  readonly task: TaskName;
  /** Milliseconds that the work on one document may take. */
  readonly timeoutMs: number;
  readonly context: TaskContext;
}

/** The marker of a shard that was done, or at which a worker has failed. JSON. */
export interface Marker {
  readonly answer: ShardAnswer;
  /** What was written, below the place of the records; empty where nothing was. */
  readonly part: string;
  /** How often work on it was begun, as far as the queue knows. */
  readonly attempt: number;
  /** The machine. */
  readonly host: string;
}

const TERMS = 'terms.json';
const REPORTS = 'reports';
const SHARDS = 'shards';
const EXTENSION = '.json';

async function readJson(shared: Shared, name: string): Promise<unknown> {
  const text = await shared.read(name);
  return text === null ? null : JSON.parse(text);
}

/** The notes of one that is over: its terms first, so that whoever comes late knows it. */
async function clear(shared: Shared, folder: string): Promise<void> {
  await shared.remove(`${folder}/${TERMS}`);
  await shared.clear(folder);
}

/**
 * The notes of one task of a run, in a folder that is named by all that its shards have in common: a planner that is killed and started again
 * comes to the same one, and finds there what has been done meanwhile.
 */
export class Exchange {
  /** Below the place that is shared. */
  readonly folder: string;

  private constructor(
    private readonly shared: Shared,
    readonly name: string,
  ) {
    this.folder = `${QUEUE_FOLDER}/${name}`;
  }

  /**
   * The planner's side: lays down the terms of a task whose context has the planner's own folders, `raw` is what workers are told of the
   * documents; removes the notes of other runs of this task, on whose results nothing waits any more.
   */
  static async make(shared: PlannerShared, own: Terms, raw: string): Promise<Exchange> {
    const { lines, clean } = own.context;
    const path = lines && relative(clean, lines.folder).split(sep).join('/');
    const context = { ...own.context, raw, clean: shared.place, lines: lines && { ...lines, folder: path ?? '' } };
    const terms: Terms = { ...own, context };
    const exchange = new Exchange(shared, `${terms.task}-${shortHash(terms)}`);
    const { folder } = exchange;
    await shared.open(`${folder}/${REPORTS}`);
    await shared.open(`${folder}/${SHARDS}`);
    if (lines && lines.version !== '') await shared.shareLines(folder, lines.folder);
    await exchange.write(TERMS, terms);
    for (const name of await shared.list(QUEUE_FOLDER))
      if (name !== exchange.name && name.startsWith(`${terms.task}-`)) await clear(shared, `${QUEUE_FOLDER}/${name}`);
    return exchange;
  }

  /** The worker's side. */
  static at(shared: Shared, name: string): Exchange {
    return new Exchange(shared, name);
  }

  /** What the shards have in common; null where the run is over. */
  async terms(): Promise<Terms | null> {
    return (await readJson(this.shared, `${this.folder}/${TERMS}`)) as Terms | null;
  }

  private write(name: string, value: unknown): Promise<boolean> {
    return this.shared.write(`${this.folder}/${name}`, JSON.stringify(value) + '\n');
  }

  private markerOf(key: string): string {
    return `${this.folder}/${REPORTS}/${key}${EXTENSION}`;
  }

  /** Lays down a shard that is too large for a job. */
  async putShard(key: string, shard: Shard): Promise<void> {
    await this.write(`${SHARDS}/${key}${EXTENSION}`, shard);
  }

  /** Null where its run is over. */
  async shard(key: string): Promise<Shard | null> {
    return (await readJson(this.shared, `${this.folder}/${SHARDS}/${key}${EXTENSION}`)) as Shard | null;
  }

  /** Lays down a marker; false where another worker has, or where nobody waits for it any more. */
  async report(key: string, marker: Marker): Promise<boolean> {
    if (!(await this.write(`${REPORTS}/${key}${EXTENSION}`, marker))) return false;
    if (await this.shared.has(`${this.folder}/${TERMS}`)) return true;
    await this.forget(key);
    return false;
  }

  isReported(key: string): Promise<boolean> {
    return this.shared.has(this.markerOf(key));
  }

  /** The keys of all shards of which there is a marker. */
  async reported(): Promise<string[]> {
    const names = await this.shared.list(`${this.folder}/${REPORTS}`);
    return names.filter((name) => name.endsWith(EXTENSION)).map((name) => name.slice(0, -EXTENSION.length));
  }

  async marker(key: string): Promise<Marker | null> {
    return (await readJson(this.shared, this.markerOf(key))) as Marker | null;
  }

  /** What was said of a shard has been heard. */
  async forget(key: string): Promise<void> {
    await this.shared.remove(this.markerOf(key));
  }

  /** At the end: the notes, and the parts of which nobody took note. */
  async remove(): Promise<void> {
    for (const key of await this.reported()) {
      const marker = await this.marker(key);
      if (marker !== null && marker.part !== '') await this.shared.discard(marker.part);
    }
    await clear(this.shared, this.folder);
  }
}
