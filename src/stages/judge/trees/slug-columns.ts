import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import { SlugReader, slugOf } from '../slug.js';
import { FAR, putSince, putUntil, type Columns } from './columns.js';

/** Likeness from which a line says the address, and how near it must come to the line that is most like it. */
const LIKE = 0.5;
const NEAR = 0.8;

/** How each block of a plain text stands to the words of the page's address. */
export function putSlug(columns: Columns, page: Page, facts: readonly Facts[]): void {
  const [like, held, since, until, missed] = ['slugLike', 'slugHeld', 'sinceSlug', 'untilSlug', 'slugMissed'].map(
    (name) => columns.add(name),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const slug = slugOf(page.meta.url);
  if (slug === null) {
    since.fill(FAR);
    until.fill(FAR);
    return;
  }
  const reader = new SlugReader(slug);
  facts.forEach(({ tokens }, i) => {
    const reading = reader.read(tokens);
    like[i] = reading.likeness;
    held[i] = reading.held;
  });
  // What some block says of the address and a line does not: above a text that speaks of it such a line is hardly the title.
  const most = held.reduce((best, value) => Math.max(best, value), 0);
  for (let i = 0; i < missed.length; i++) missed[i] = most - (held[i] as number);
  const best = like.reduce((max, value) => Math.max(max, value), 0);
  const flags = like.map((value) => (value >= LIKE && value >= NEAR * best ? 1 : 0));
  putSince(since, flags);
  putUntil(until, flags);
}
