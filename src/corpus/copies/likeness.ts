import type { Frames } from './frames.js';
import type { SignatureTable } from './signature-table.js';

/** Where copies end, by overlap of the texts' shingles. Measured with `npm run bench -- duplicates`; see src/README.md. */

/**
 * Of a text and its copy in which 15 % of the words are replaced, .44 of the shingles are shared, and .34 where it is a fifth, give or take
 * .06. Two articles of the web on one subject share less than .12 (of 920), two reports of one event in different words about as much, two
 * articles that print the same paragraph below them up to .25. At .25, precision among 20,000 generated documents is .992, at .28 .999, and
 * of copies with a fifth edited .97 and .96 are found.
 */
const COPY = 0.28;
/** Two copies of a third text are less alike: with 15 % replaced in each, .23. Enough where a third one links them. */
const COPY_OF_COPY = 0.15;

/** Copies agree in four of five of their names and numbers. Where fewer are shared, more of the text has to be. */
const AGREEMENT = 0.6;
/** Reports that are filled into one frame share up to .75 of it, and a third of the facts at most. */
const PER_DISAGREEMENT = 3;

/** Of what is not of the frame, a copy in which 15 % are replaced shares .44, and another report .05 to .1, one in a thousand .36. */
const COPY_IN_FRAME = 0.45;
/** Copies to which each site has added something of its own look like a frame, too, but share more, and agree in the facts. */
const ADDED_TO = 0.55;
const AGREEMENT_IN_FRAME = 0.75;
const LEAST_FACTS_IN_FRAME = 4;

export function looksAlike(table: SignatureTable, a: number, b: number): boolean {
  return table.overlap(a, b) >= COPY;
}

function isAlike(table: SignatureTable, frames: Frames, a: number, b: number, least: number): boolean {
  const overlap = table.overlap(a, b);
  if (overlap < least) return false;
  const agreement = table.agreement(a, b);
  if (overlap < least + PER_DISAGREEMENT * Math.max(0, AGREEMENT - agreement)) return false;
  if (!frames.has(a) || !frames.has(b)) return true;
  if (Math.min(frames.sharedOwn(a, b), frames.sharedOwn(b, a)) >= COPY_IN_FRAME) return true;
  const hasFacts = Math.min(table.facts(a), table.facts(b)) >= LEAST_FACTS_IN_FRAME;
  return hasFacts && overlap >= ADDED_TO && agreement >= AGREEMENT_IN_FRAME;
}

/** Whether one of two texts is a copy of the other, or both are of a third. */
export function isCopy(table: SignatureTable, frames: Frames, a: number, b: number): boolean {
  return isAlike(table, frames, a, b, COPY);
}

/** Whether two texts may stand in one cluster where others link them. */
export function mayBelong(table: SignatureTable, frames: Frames, a: number, b: number): boolean {
  return isAlike(table, frames, a, b, COPY_OF_COPY);
}
