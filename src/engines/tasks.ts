import { cleanShard } from './clean-shard.js';
import type { Task, TaskName } from './engine.js';

/** What a worker can be asked to do, by name. */
export const TASKS: Readonly<Record<TaskName, Task>> = { clean: (shard, context) => cleanShard(shard, context) };
