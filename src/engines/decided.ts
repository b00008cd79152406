import type { Shard } from '../io/shard.js';
import { Decided, WideDecisions } from '../stages/decided.js';
import type { TaskContext } from './engine.js';

/** Made once a context, which a thread keeps for many shards. */
const known = new WeakMap<TaskContext, WideDecisions>();

function wideOf(context: TaskContext): WideDecisions {
  let wide = known.get(context);
  if (wide === undefined) known.set(context, (wide = new WideDecisions(context.decisions ?? [])));
  return wide;
}

/** What people decided that concerns a shard's documents. */
export const decidedFor = ({ decisions = [] }: Pick<Shard, 'decisions'>, context: TaskContext): Decided =>
  new Decided(decisions, wideOf(context));
