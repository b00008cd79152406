import type { ReadItem } from '../io/reader.js';
import type { Shard } from '../io/shard.js';
import type { Pulse } from './pulse.js';
import { withoutContent } from './without-content.js';

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
    yield poison ? withoutContent(item, poison.rejection) : item;
    pulse.end();
    ordinal += 1;
  }
}
