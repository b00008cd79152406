import { findNamedHeadline } from '../meta/named-headline.js';
import type { Observation } from './observe.js';
import type { Opinions } from './opinions.js';

/** Chance from which the likeliest line is taken: below it most documents have none. */
const ENOUGH = 0.1;

/**
 * The block that is the headline, or -1. In HTML the metadata name it, and the block that says the same is where it stands; in plain text
 * it is the line that the model finds the likeliest. Of a text without such a line nothing is guessed.
 */
export function findHeadline({ page }: Observation, { titles }: Opinions): number {
  if (titles === null) return page.format === 'html' ? findNamedHeadline(page) : -1;
  let best = -1;
  for (let i = 0; i < titles.length; i++)
    if ((titles[i] as number) > (best < 0 ? ENOUGH : (titles[best] as number))) best = i;
  return best;
}
