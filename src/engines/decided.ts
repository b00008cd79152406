import type { Shard } from '../io/shard.js';
import { Decided } from '../stages/decided.js';
import type { TaskContext } from './engine.js';

/** What people decided that concerns a shard's documents. */
export const decidedFor = ({ decisions: about = [] }: Shard, { decisions: wide = [] }: TaskContext): Decided =>
  about.length + wide.length === 0 ? Decided.NOTHING : new Decided([...wide, ...about]);
