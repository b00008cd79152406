import type { RunObjects } from '../io/storage/run-objects.js';
import type { Engine } from './engine.js';
import type { Say } from './queue/link.js';

/** The engines that work in this process, the default first. The third, `queue`, is asked for by naming a queue. */
export const ENGINES = ['threads', 'inline'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface EngineSettings {
  readonly engine: EngineName;
  readonly jobs: number;
  /** Seconds that the work on one document may take, where the engine can end it. */
  readonly timeout: number;
  /** The URL of a queue whose workers do the work; null: this process does. */
  readonly queue: string | null;
}

export interface EngineSurroundings {
  readonly say: Say;
  /** Whether the run has been asked to end. */
  readonly isInterrupted: () => boolean;
}

/**
 * Loads the engine that is asked for: the pipeline, which takes longer to load than all else, comes with `inline` only. `objects`: what of the run
 * is in object storage.
 * @throws UsageError for a queue without the packages that it needs
 */
export async function engineFor(
  { engine, jobs, timeout, queue }: EngineSettings,
  surroundings: EngineSurroundings,
  objects: RunObjects | null,
): Promise<Engine> {
  const timeoutMs = timeout * 1000;
  if (queue !== null) {
    const { queueEngine } = await import('./queue/engine.js');
    return queueEngine({ url: queue, timeoutMs, objects, ...surroundings });
  }
  const local =
    engine === 'inline'
      ? (await import('./inline.js')).inlineEngine({ jobs })
      : (await import('./threads.js')).threadsEngine({ jobs, timeoutMs });
  return objects === null ? local : (await import('./with-objects.js')).withObjectStorage(local, objects);
}
