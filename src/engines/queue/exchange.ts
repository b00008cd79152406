import { randomBytes } from 'node:crypto';
import { link, readdir, rename, rm, rmdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { shortHash } from '../../io/hash.js';
import { errorCode } from '../../io/error-code.js';
import { makeFolder } from '../../io/make-folder.js';
import { readOptional } from '../../io/read-optional.js';
import { STATE_FOLDER } from '../../io/paths.js';
import type { Shard } from '../../io/shard.js';
import type { TaskContext, TaskName } from '../engine.js';
import type { ShardAnswer } from '../post.js';

/** Below clean/: where planner and workers find what they have to say to each other. */
export const QUEUE_FOLDER = `${STATE_FOLDER}/queue`;

/** What all shards of a task have in common. JSON. */
export interface Terms {
  readonly task: TaskName;
  /** Milliseconds that the work on one document may take. */
  readonly timeoutMs: number;
  readonly context: TaskContext;
}

/** The marker of a shard that was done, or at which a worker has failed. JSON. */
export interface Marker {
  readonly answer: ShardAnswer;
  /** What was written, below --clean. */
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

/** Null where there is no such file. */
async function readJson(path: string): Promise<unknown> {
  const text = await readOptional(path);
  return text === '' ? null : JSON.parse(text);
}

/** As `rm` does with `force`, which looks at a file before it removes it: of a million shards, each call counts. */
async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

/** The terms with the folders where they are on this machine. */
function rebased({ context, ...terms }: Terms, raw: string, clean: string): Terms {
  const { lines } = context;
  return {
    ...terms,
    context: {
      ...context,
      raw,
      clean,
      lines: lines && { ...lines, folder: join(clean, ...relative(context.clean, lines.folder).split(sep)) },
    },
  };
}

/**
 * The folder of one task of a run, named by all that its shards have in common: a planner that is killed and started again comes to the
 * same one, and finds there what has been done meanwhile. Every file in it appears whole, and is written once.
 */
export class Exchange {
  private readonly folder: string;

  private constructor(
    private readonly clean: string,
    readonly name: string,
  ) {
    this.folder = join(clean, QUEUE_FOLDER, name);
  }

  /** The planner's side: makes the folder, and removes those of other runs of this task, on whose results nothing waits any more. */
  static async make(terms: Terms): Promise<Exchange> {
    const { clean } = terms.context;
    const exchange = new Exchange(clean, `${terms.task}-${shortHash(terms)}`);
    await makeFolder(join(exchange.folder, REPORTS));
    await makeFolder(join(exchange.folder, SHARDS));
    await exchange.writeOnce(TERMS, terms);
    for (const name of await readdir(join(clean, QUEUE_FOLDER)))
      if (name !== exchange.name && name.startsWith(`${terms.task}-`))
        await rm(join(clean, QUEUE_FOLDER, name), { recursive: true, force: true });
    return exchange;
  }

  /** The worker's side. */
  static at(clean: string, name: string): Exchange {
    return new Exchange(clean, name);
  }

  /** What the shards have in common, with the folders where they are on this machine; null where the run is over. */
  async terms(raw: string | null): Promise<Terms | null> {
    const terms = (await readJson(join(this.folder, TERMS))) as Terms | null;
    return terms && rebased(terms, raw ?? terms.context.raw, this.clean);
  }

  /** False where another one was first. */
  private async writeOnce(name: string, value: unknown): Promise<boolean> {
    const path = join(this.folder, name);
    const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
    await writeFile(draft, JSON.stringify(value) + '\n');
    try {
      await link(draft, path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      if (errorCode(error) === 'ENOENT') throw error;
      // Not every file system has hard links. Of two reports of a shard, the later one then stays; both are right.
      await rename(draft, path);
      return true;
    } finally {
      await removeFile(draft);
    }
  }

  /** Lays down a shard that is too large for a job. */
  async putShard(key: string, shard: Shard): Promise<void> {
    await this.writeOnce(join(SHARDS, key + EXTENSION), shard);
  }

  /** Null where its run is over. */
  async shard(key: string): Promise<Shard | null> {
    return (await readJson(join(this.folder, SHARDS, key + EXTENSION))) as Shard | null;
  }

  /** Lays down a marker; false where another worker has, or where nobody waits for it any more. */
  async report(key: string, marker: Marker): Promise<boolean> {
    try {
      return await this.writeOnce(join(REPORTS, key + EXTENSION), marker);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async isReported(key: string): Promise<boolean> {
    return (await stat(join(this.folder, REPORTS, key + EXTENSION)).catch(() => null)) !== null;
  }

  /** The keys of all shards of which there is a marker. */
  async reported(): Promise<string[]> {
    const folder = join(this.folder, REPORTS);
    // A change of our own has NFS ask the server what is there, instead of saying for half a minute what was.
    const now = new Date();
    await utimes(folder, now, now);
    return (await readdir(folder)).filter((name) => name.endsWith(EXTENSION)).map((name) => name.slice(0, -5));
  }

  async marker(key: string): Promise<Marker | null> {
    return (await readJson(join(this.folder, REPORTS, key + EXTENSION))) as Marker | null;
  }

  /** What was said of a shard has been heard. */
  async forget(key: string): Promise<void> {
    await removeFile(join(this.folder, REPORTS, key + EXTENSION));
  }

  /** At the end: the folder, and the parts of which nobody took note. */
  async remove(): Promise<void> {
    for (const key of await this.reported()) {
      const marker = await this.marker(key);
      if (marker !== null) await rm(join(this.clean, marker.part), { force: true });
    }
    await rm(this.folder, { recursive: true, force: true });
    // Unless another task's is still there.
    await rmdir(join(this.clean, QUEUE_FOLDER)).catch(() => undefined);
  }
}
