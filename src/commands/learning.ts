import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine, TaskContext } from '../engines/engine.js';
import { Published } from '../io/learned/published.js';
import { LineStore } from '../io/learned/store.js';
import type { Ledger } from '../io/ledger.js';
import { STATE_FOLDER } from '../io/paths.js';
import { planLearning } from '../io/plan-learning.js';
import type { Shard } from '../io/shard.js';
import type { RawFile } from '../io/walk-raw.js';
import type { Console } from './console.js';
import type { Interrupt } from './interrupt.js';

/** Below clean/: what has been learned of the lines that sources repeat. */
export const LINES_FOLDER = `${STATE_FOLDER}/lines`;

/** What a run has learned, and what it goes by. */
export interface Learned {
  /** Which memory has learned from all files that were asked for; null where nothing is learned. */
  readonly begun: number | null;
  readonly lines: Published;
  /** Documents that were read for it. */
  readonly documents: number;
}

export const NOTHING_LEARNED: Learned = { begun: null, lines: Published.NOTHING, documents: 0 };

export interface LearningSurroundings {
  readonly engine: Engine;
  readonly console: Console;
  readonly interrupt: Interrupt;
  readonly startedMs: number;
  /** Threads that share the work, and whether workers of a queue do. */
  readonly jobs: number;
  readonly queued: boolean;
}

/**
 * Reads the files that have not been learned from yet, and publishes which lines their sources repeat. Needs the lock. Interrupted, it
 * leaves what was published before.
 */
export async function learn(
  files: readonly RawFile[],
  ledger: Pick<Ledger, 'get'>,
  context: TaskContext,
  { engine, console, interrupt, startedMs, jobs, queued }: LearningSurroundings,
  anew = false,
): Promise<Learned> {
  const folder = join(context.clean, LINES_FOLDER);
  const store = await LineStore.open(folder, context.provenance.rules, startedMs, anew);
  let given = 0;
  let documents = 0;
  async function* shards(): AsyncGenerator<Shard> {
    const partOf = (number: number): string => `${LINES_FOLDER}/${number}.part`;
    const settings = { raw: context.raw, begun: store.begun, jobs, queued, partOf };
    for await (const shard of planLearning(files, ledger, settings)) {
      if (interrupt.name !== null) return;
      given += 1;
      yield shard;
    }
  }
  let done = 0;
  for await (const report of engine.run('learn', shards(), context)) {
    done += 1;
    console.progress(`learning from ${done} of up to ${files.length} files`);
    if (report.outcome === 'failed') continue;
    documents += report.documents;
    const part = join(context.clean, report.shard.part);
    await store.take(part);
    await rm(part, { force: true });
  }
  if (given > 0 && interrupt.name === null) await store.merge();
  return { begun: store.begun, lines: await Published.read(folder), documents };
}
