import { findNamedHeadline } from '../meta/named-headline.js';
import type { Observation } from './observe.js';
import type { Opinions } from './opinions.js';
import { isSigned } from './title.js';
import { likeliest } from './trees/title-look.js';

/** Chance from which the likeliest line is taken; see test/accuracy/README.md. */
const ENOUGH = 0.1;
/**
 * The same of a line that a rule strikes for sure, for an essay may be called "Accept all", and of one that the judge keeps: extractors leave
 * headlines out, and what opens the text then is its own.
 */
const SPOKEN_FOR = 0.2;

/** Words of a line that its byline shows to be a title. */
const TITLE_LONGEST = 40;

/**
 * The block that is the headline, or -1. In HTML the metadata name it, and the block that says the same is where it stands; in plain text
 * it is the line that the model finds the likeliest. Of a text without such a line nothing is guessed.
 */
export function findHeadline(observation: Observation, { titles, kept }: Opinions): number {
  const { page, struck } = observation;
  if (titles === null) return findNamedHeadline(page);
  const best = likeliest(titles, (i) => (struck[i] === true || kept[i] === true ? SPOKEN_FOR : ENOUGH));
  return best < 0 ? signedOpening(observation, kept.indexOf(true)) : best;
}

/** The line that opens a text above its byline or date: its title, be it two sentences long; -1 where the text does not begin so. */
function signedOpening({ page, facts, marks }: Observation, first: number): number {
  const fact = facts[first];
  const isTitle =
    fact !== undefined &&
    page.blocks[first]?.kind === 'paragraph' &&
    fact.size <= TITLE_LONGEST &&
    fact.sentences <= 2 &&
    isSigned(marks[first + 1] ?? []);
  return isTitle ? first : -1;
}
