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
  const hits = hitsByBlock(page, matcher);
  for (const [i, block] of page.blocks.entries()) {
    for (const hit of hits[i] ?? []) {
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

const memo = new WeakMap<Page, Map<PhraseMatcher, readonly (readonly PhraseHit[])[]>>();

/** The phrase hits of each block of a page. Several rules ask; a page is matched once. */
export function hitsByBlock(page: Page, matcher: PhraseMatcher): readonly (readonly PhraseHit[])[] {
  let known = memo.get(page);
  if (known === undefined) memo.set(page, (known = new Map()));
  let hits = known.get(matcher);
  if (hits === undefined) known.set(matcher, (hits = page.blocks.map((block) => hitsOf(block.text, matcher))));
  return hits;
}

/** One hit a kind and reason: many patterns that say the same say it once. */
function hitsOf(text: string, matcher: PhraseMatcher): PhraseHit[] {
  const hits = matcher.match(text);
  if (hits.length === 0 && text.length <= GLUED_MOST) {
    const apart = text.replace(GLUED, '$1 $2');
    if (apart !== text)
      hits.push(...matcher.match(apart).map((hit) => ({ ...hit, span: { start: 0, end: text.length } })));
  }
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const key = `${hit.phrase.kind}:${hit.phrase.reason}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
