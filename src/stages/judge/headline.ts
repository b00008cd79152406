import { findNamedHeadline } from '../meta/named-headline.js';
import type { Observation } from './observe.js';
import { SlugReader, slugOf } from './slug.js';
import { guessTitle, isOtherSentence, isSigned } from './title.js';

/** Words of a line that is taken for a title against the judge. */
const TITLE_MOST = 18;
/** Words of a line that its byline shows to be a title. */
const TITLE_LONGEST = 40;

/** Lines from the first that was kept in which byline and date of a text may stand. */
const SIGNATURE_REACH = 4;

/** The first of the lines behind block `first` that signs the text; `first` itself where none does. */
function signatureBelow({ facts, marks }: Observation, first: number): number {
  let statements = 0;
  for (let i = first; i >= 0 && i < Math.min(first + SIGNATURE_REACH, facts.length - 1); i++) {
    // Two sentences by themselves, or a long line, are the text: what stands below signs its end.
    if (facts[i]?.terminal === true) statements++;
    if (statements > 1 || (facts[i]?.size ?? 0) > TITLE_LONGEST) break;
    if (isSigned(marks[i + 1] ?? [])) return i + 1;
  }
  return first;
}

/**
 * The block that is the headline, or -1. In HTML the metadata name it, and the block that says the same is where it stands; in plain text
 * it is the line above the article that looks most like a title. A page without such a line has none: nothing is guessed.
 */
export function findHeadline(observation: Observation, kept: readonly boolean[]): number {
  const { page, facts, marks } = observation;
  if (page.format === 'html') return findNamedHeadline(page);
  const first = kept.indexOf(true);
  const slug = slugOf(page.meta.url);
  // What stands above byline and date is no text, though the judge kept it: its title, a standfirst, and what it took for them.
  const end = signatureBelow(observation, first);
  const above = guessTitle(page, facts, marks, end, (i) => kept[i] === true, slug);
  if (above >= 0 || first < 0) return above;
  const [fact, block] = [facts[first], page.blocks[first]];
  if (fact === undefined || block?.kind !== 'paragraph') return -1;
  if (slug !== null && isOtherSentence(block.text, fact, new SlugReader(slug).read(fact.tokens).likeness)) return -1;
  // The line that opens the text above its byline or date is its title, though the judge kept it.
  if (fact.size <= TITLE_LONGEST && fact.sentences <= 2 && isSigned(marks[first + 1] ?? [])) return first;
  // So is a short one without a full stop that shares the text's words, or the address's; without a text below it, it is the text.
  if (fact.terminal || fact.size > TITLE_MOST || !kept.includes(true, first + 1)) return -1;
  return guessTitle(page, facts, marks, first + 1, (i) => i > first && kept[i] === true, slug) === first ? first : -1;
}
