import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import { SlugReader, slugOf } from '../slug.js';
import { FAR, putSince, putUntil, type Columns } from './columns.js';

/** Likeness from which a line says the address, and how near it must come to the line that is most like it. */
const LIKE = 0.5;
const NEAR = 0.8;

/** How each block of a plain text stands to the words of the page's address. */
export function putSlug(columns: Columns, page: Page, facts: readonly Facts[]): void {
  const [like, held, since, until] = ['slugLike', 'slugHeld', 'sinceSlug', 'untilSlug'].map((name) =>
    columns.add(name),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
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
  const best = like.reduce((most, value) => Math.max(most, value), 0);
  const flags = like.map((value) => (value >= LIKE && value >= NEAR * best ? 1 : 0));
  putSince(since, flags);
  putUntil(until, flags);
}
