import type { Mark, Page, Rule } from '../core/types.js';
import { PhraseMatcher, shippedPhrases, type PhraseHit } from './phrases/index.js';

/** Words put together without a space, as extractors leave them: "CommentsNo comment". */
const GLUED = /(\p{Ll})(\p{Lu})/gu;
const GLUED_MOST = 60;

/** Known wording of interface text and notices, in every language we have a list of: pages mix languages. */
export const phrase: Rule = {
  name: 'phrase',
  *mark(page: Page): Iterable<Mark> {
    yield* markPhrases(page, shippedPhrases(), 'phrase');
  },
};

/** Marks the hits of any matcher; the rule's name carries the list's language, so that a wrong entry is found fast. */
export function* markPhrases(page: Page, matcher: PhraseMatcher, name: string): Iterable<Mark> {
  for (const block of page.blocks) {
    for (const hit of hitsOf(block.text, matcher)) {
      yield {
        span: block.span,
        rule: `${name}:${hit.language}`,
        feature: `${hit.phrase.kind}:${hit.phrase.reason}`,
        claim: 'drop',
        reason: hit.phrase.reason,
        evidence: block.text.slice(hit.span.start, hit.span.end),
      };
    }
  }
}

/** One hit a kind and reason: many patterns that say the same say it once. */
function hitsOf(text: string, matcher: PhraseMatcher): PhraseHit[] {
  const hits = matcher.match(text);
  if (hits.length === 0 && text.length <= GLUED_MOST) {
    const apart = text.replace(GLUED, '$1 $2');
    if (apart !== text) hits.push(...matcher.match(apart).map((hit) => ({ ...hit, span: { start: 0, end: text.length } })));
  }
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const key = `${hit.phrase.kind}:${hit.phrase.reason}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
