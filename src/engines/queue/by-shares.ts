import type { Shard } from '../../io/shard.js';
import type { Arrived } from './in-hand.js';

/** A shard that is done, and what came of its shares. */
export interface Joined {
  readonly whole: Arrived;
  readonly shares: readonly Arrived[];
}

/**
 * Has a shard done; null where it was given back. A container that may be divided is done in shares first, by whichever workers are there, and
 * then as a whole by one of them, which reads it along with the records that the others have made. A share that failed costs its own time and
 * nothing else: its documents are cleaned with the whole, which says what is wrong with them.
 */
export async function doByShares(
  shard: Shard,
  task: (shard: Shard) => Promise<Arrived | null>,
): Promise<Joined | null> {
  const { shares: of = 1, ...undivided } = shard;
  const given = Array.from({ length: of > 1 ? of : 0 }, (_, index) => task({ ...undivided, share: { index, of } }));
  const shares = (await Promise.all(given)).filter((arrived) => arrived !== null);
  if (shares.length < given.length) return null;
  const made = shares.map(({ report, part }) => (report.outcome === 'done' ? part : null));
  const whole = await task(made.length === 0 ? undivided : { ...undivided, made });
  // As it was given out, and not as a worker was given it.
  return whole && { whole: { ...whole, shard }, shares };
}
