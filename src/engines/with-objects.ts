import { cleanPathOf } from '../io/paths.js';
import { readerFor } from '../io/readers/index.js';
import type { Shard } from '../io/shard.js';
import { ObjectError } from '../io/storage/object-store.js';
import type { RunObjects } from '../io/storage/run-objects.js';
import type { Engine, Reports, TaskContext, TaskName } from './engine.js';
import { flow } from './flow.js';
import { rawProblem } from './raw-problem.js';

/** Objects that are brought, and that are sent, at a time. */
const AT_ONCE = 16;

/** Why a raw file is not here now; null where it is. What would fail for all of them is thrown. */
async function bring(raw: NonNullable<RunObjects['raw']>, { rawPath }: Shard): Promise<string | null> {
  let isHere = false;
  try {
    const problem = await rawProblem(raw.bring(rawPath));
    isHere = problem === null;
    return problem;
  } finally {
    if (!isHere) await raw.release(rawPath);
  }
}

/**
 * An engine that works on files, with object storage around it: each raw file is brought before its shard is given out, and removed after; each
 * part that is done is sent as the clean file that it will be, before its report is.
 */
export function withObjectStorage(engine: Engine, { raw, clean }: RunObjects): Engine {
  async function* run<Name extends TaskName>(
    task: Name,
    shards: AsyncIterable<Shard>,
    context: TaskContext,
  ): AsyncGenerator<Reports[Name]> {
    const missing: Reports[Name][] = [];

    async function* brought(): AsyncGenerator<Shard> {
      if (raw === null) {
        yield* shards;
        return;
      }
      const looked = flow(shards, AT_ONCE, async (shard) => ({ shard, problem: await bring(raw, shard) }));
      for await (const { shard, problem } of looked)
        if (problem === null) yield shard;
        else missing.push({ shard, outcome: 'failed', detail: problem });
    }

    async function sent(report: Reports[Name]): Promise<Reports[Name]> {
      const { shard, outcome } = report;
      await raw?.release(shard.rawPath);
      if (task !== 'clean' || outcome === 'failed' || clean === null) return report;
      try {
        await clean.publish(shard.part, cleanPathOf(shard.rawPath, readerFor(shard.rawPath)?.container ?? false));
        return report;
      } catch (error) {
        if (!(error instanceof ObjectError)) throw error;
        return { shard, outcome: 'failed', detail: `its clean file cannot be sent: ${error.message}` } as Reports[Name];
      }
    }

    for await (const report of flow(engine.run(task, brought(), context), AT_ONCE, sent)) {
      yield report;
      yield* missing.splice(0);
    }
    yield* missing;
  }
  return { name: engine.name, run };
}
