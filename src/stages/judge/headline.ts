import { lineKey } from '../../core/text.js';
import type { Page } from '../../core/types.js';
import { chooseHeadline } from '../meta/headline.js';
import type { Observation } from './observe.js';
import { guessTitle } from './title.js';

/** Words of a line that is taken for a title against the judge. */
const TITLE_MOST = 18;

/**
 * The block that is the headline, or -1. In HTML the metadata name it, and the block that says the same is where it stands; in plain text
 * it is the line above the article that looks most like a title. A page without such a line has none: nothing is guessed.
 */
export function findHeadline(observation: Observation, kept: readonly boolean[]): number {
  const { page, facts, marks } = observation;
  if (page.format === 'html') return findNamedHeadline(page);
  const first = kept.indexOf(true);
  const above = guessTitle(page, facts, marks, first, (i) => kept[i] === true);
  if (above >= 0 || first < 0) return above;
  // A short line without a full stop that opens the text and shares its words is its title, though the judge kept it.
  const fact = facts[first];
  if (fact === undefined || fact.terminal || fact.size > TITLE_MOST || page.blocks[first]?.kind !== 'paragraph')
    return -1;
  return guessTitle(page, facts, marks, first + 1, (i) => i > first && kept[i] === true) === first ? first : -1;
}

/** The heading that says what the metadata settle on, then one that says any of their titles, then the first h1. */
export function findNamedHeadline(page: Page): number {
  const chosen = chooseHeadline(page.meta);
  const heading = (keys: ReadonlySet<string>): number =>
    page.blocks.findIndex((block) => block.kind === 'heading' && block.text !== '' && keys.has(lineKey(block.text)));
  for (const titles of [chosen === null ? [] : [chosen.value], page.meta.headlines.map((headline) => headline.value)]) {
    const found = heading(new Set(titles.map(lineKey).filter((key) => key !== '')));
    if (found >= 0) return found;
  }
  return page.blocks.findIndex((block) => block.markup?.tag === 'h1');
}
