import type { Decision } from './decision.js';
import { PassageText } from './passage.js';

/**
 * Tells decisions about one document apart: those that hold, and those whose passage does not stand in its texts any more. The document
 * came again and says something else; a person must look. A correction always holds, and a wide decision is about no single document.
 */
export function sortStale<D extends Decision>(
  texts: readonly string[],
  decisions: readonly D[],
): { readonly obeyed: readonly D[]; readonly stale: readonly D[] } {
  const text = new PassageText(texts);
  const isStale = (decision: D): boolean =>
    decision.action !== 'correct' && decision.scope === 'document' && text.find(decision.passage).length === 0;
  return { obeyed: decisions.filter((one) => !isStale(one)), stale: decisions.filter(isStale) };
}
