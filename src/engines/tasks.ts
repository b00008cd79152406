import { clean } from '../pipeline.js';
import { cleanShard } from './clean-shard.js';
import type { Tasks } from './engine.js';
import { learnShard } from './learn-shard.js';

/** What a worker can be asked to do, by name. */
export const TASKS: Tasks = {
  learn: learnShard,
  clean: (shard, context, pulse, elsewhere) => cleanShard(shard, context, clean, pulse, elsewhere),
};
