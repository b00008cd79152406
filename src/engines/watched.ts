import { isFault, type ReadItem } from '../io/reader.js';
import type { Poisoned, Shard } from '../io/shard.js';
import { sha256 } from '../stages/record/identity.js';
import type { Pulse } from './pulse.js';

/** A document that ended its worker, as one that could not be read: nothing looks at its content again. */
function withoutContent(item: ReadItem, { rejection }: Poisoned): ReadItem {
  if (isFault(item)) return item;
  const { rawPath, key, offset, format, hints } = item;
  return { rawPath, key, offset, format, hints, sha256: sha256(item.payload), rejection, transient: true };
}

/** What a reader gives, one item after another, with a pulse around the work on each, and without the contents that are known to be poison. */
export async function* watched(
  items: AsyncIterable<ReadItem>,
  { poisoned = [] }: Pick<Shard, 'poisoned'>,
  pulse: Pulse,
): AsyncGenerator<ReadItem> {
  let ordinal = 0;
  for await (const item of items) {
    const poison = poisoned.find((one) => one.ordinal === ordinal);
    pulse.begin(ordinal);
    yield poison ? withoutContent(item, poison) : item;
    pulse.end();
    ordinal += 1;
  }
}
