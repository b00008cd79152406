import type { Shard } from '../io/shard.js';
import type { Engine, TaskContext, TaskName, Tasks } from './engine.js';
import { flow } from './flow.js';
import { NO_PULSE } from './pulse.js';
import { TASKS } from './tasks.js';

export interface InlineSettings {
  /** Shards in flight: while one is cleaned, others are read and written. */
  readonly jobs: number;
  /** Stand-ins for the tasks, in tests. */
  readonly tasks?: Partial<Tasks>;
}

/** Does the work in this process. Nothing can end a document that takes too long: that needs a thread (threads.ts). */
export function inlineEngine({ jobs, tasks = {} }: InlineSettings): Engine {
  const all: Tasks = { ...TASKS, ...tasks };
  return {
    name: 'inline',
    run: <Name extends TaskName>(name: Name, shards: AsyncIterable<Shard>, context: TaskContext) =>
      flow(shards, jobs, (shard) => all[name](shard, context, NO_PULSE)),
  };
}
