import type { Shard } from '../../io/shard.js';
import type { Arrived } from './in-hand.js';

/** Undefined where nobody can tell. */
export type CountWorkers = () => Promise<number | undefined>;

/** Workers that a queue may have that does not tell. */
const UNTOLD = 4;

/** Leftover parts are known by their end. */
const PART = /(?:\.part)?$/;

/** A shard that is done, and what came of its shares. */
export interface Joined {
  readonly whole: Arrived;
  readonly shares: readonly Arrived[];
}

/** How many shares a container is divided into: no more than there are workers, for each share reads all of it. 1 where it is not. */
async function sharesOf({ shares = 1 }: Shard, countWorkers: CountWorkers): Promise<number> {
  return shares === 1 ? 1 : Math.max(1, Math.min(shares, (await countWorkers()) ?? UNTOLD));
}

/** The shard as a worker is given it, who is not to divide it again. */
function undivided(shard: Shard): Shard {
  const copy: { -readonly [Name in keyof Shard]: Shard[Name] } = { ...shard };
  delete copy.shares;
  return copy;
}

/** The same shards, but each share of a container by itself, with a part of its own: for work whose parts add up in any order. */
export async function* inShares(shards: AsyncIterable<Shard>, countWorkers: CountWorkers): AsyncGenerator<Shard> {
  for await (const shard of shards) {
    const of = await sharesOf(shard, countWorkers);
    const { part } = shard;
    if (of === 1) yield undivided(shard);
    else
      for (let index = 0; index < of; index++)
        yield { ...undivided(shard), part: part.replace(PART, `-${index}$&`), share: { index, of } };
  }
}

/**
 * Has a shard done; null where it was given back. A container that may be divided is done in shares first, by whichever workers are there, and
 * then as a whole by one of them, which reads it along with the records that the others have made. A share that failed costs its own time and
 * nothing else: its documents are cleaned with the whole, which says what is wrong with them.
 */
export async function doByShares(
  shard: Shard,
  countWorkers: CountWorkers,
  task: (shard: Shard) => Promise<Arrived | null>,
): Promise<Joined | null> {
  const of = await sharesOf(shard, countWorkers);
  const alone = undivided(shard);
  const given = Array.from({ length: of > 1 ? of : 0 }, (_, index) => task({ ...alone, share: { index, of } }));
  const shares = (await Promise.all(given)).filter((arrived) => arrived !== null);
  if (shares.length < given.length) return null;
  const made = shares.map(({ report, part }) => (report.outcome === 'done' ? part : null));
  const whole = await task(made.length === 0 ? alone : { ...alone, made });
  // As it was given out, and not as a worker was given it.
  return whole && { whole: { ...whole, shard }, shares };
}
