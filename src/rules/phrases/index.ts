import { LISTS } from './lists.js';
import { PhraseMatcher } from './match.js';

export type { Phrase, PhraseKind, PhraseList, FieldWords } from './types.js';
export { PhraseMatcher, type PhraseHit } from './match.js';
export { LISTS };

let shared: PhraseMatcher | undefined;

/** The matcher over all shipped lists, compiled on first use. It has no state, so that one serves all documents. */
export function shippedPhrases(): PhraseMatcher {
  shared ??= new PhraseMatcher(LISTS);
  return shared;
}
