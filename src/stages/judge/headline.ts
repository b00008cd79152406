import { lineKey } from '../../core/text.js';
import type { Observation } from './observe.js';
import { guessTitle } from './title.js';

/**
 * The block that is the headline, or -1. In HTML the metadata name it, and the block that says the same is where it stands; in plain text
 * it is the line above the article that looks most like a title. A page without such a line has none: nothing is guessed.
 */
export function findHeadline(observation: Observation, kept: readonly boolean[]): number {
  const { page, facts, marks } = observation;
  if (page.format === 'html') return findNamedHeadline(observation);
  return guessTitle(page, facts, marks, kept.indexOf(true), (i) => kept[i] === true);
}

function findNamedHeadline({ page }: Observation): number {
  const names = new Set(page.meta.headlines.map((headline) => lineKey(headline.value)).filter((key) => key !== ''));
  const heading = page.blocks.findIndex((block) => block.kind === 'heading' && names.has(lineKey(block.text)));
  return heading >= 0 ? heading : page.blocks.findIndex((block) => block.markup?.tag === 'h1');
}
