import type { Phrase } from '../core/phrase.js';
import type { Block, Mark, Page, Rule, SiteProfile, SourceContext } from '../core/types.js';
import { markPhrases } from './phrase.js';
import { PhraseMatcher } from './phrases/match.js';
import { compile } from './phrases/pattern.js';
import { tokenize } from './phrases/tokenize.js';

/** What a person says of a site is sure: their selectors and lines decide, their phrases are read like ours. */
export const siteProfile: Rule = {
  name: 'site-profile',
  *mark(page: Page, context: SourceContext): Iterable<Mark> {
    for (const profile of context.profiles)
      if ((profile.sources?.includes(context.source) ?? true) && isOfItsTime(profile, context.fetchedAt))
        yield* markProfile(page, profile);
  },
};

/** A document of which nobody knows when it was fetched is taken for a recent one. */
function isOfItsTime({ from, until }: SiteProfile, fetchedAt: string | null): boolean {
  if (fetchedAt === null) return until === undefined;
  const day = fetchedAt.slice(0, 10);
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

function* markProfile(page: Page, profile: SiteProfile): Iterable<Mark> {
  const rule = `profile:${profile.name}`;
  const spanOf = (i: number): Block['span'] => (page.blocks[i] as Block).span;
  for (const { select, line } of profile.keep ?? [])
    for (const i of chosen(page, select, line)) yield { span: spanOf(i), rule, claim: 'keep', sure: true };
  for (const { select, line, reason } of profile.drop ?? [])
    for (const i of chosen(page, select, line))
      yield { span: spanOf(i), rule, claim: 'drop', reason, evidence: select ?? line ?? rule, sure: true };
  const bodies = profile.body ?? [];
  if (bodies.length > 0 && page.format === 'html') {
    const inside = new Set(bodies.flatMap((css) => page.select(css)));
    // A selector that finds nothing is out of date: it must not cost the whole article.
    if (inside.size > 0)
      for (const [i, block] of page.blocks.entries())
        if (!inside.has(i))
          yield {
            span: block.span,
            rule,
            claim: 'drop',
            reason: 'outside-article',
            evidence: bodies.join(', '),
            sure: true,
          };
  }
  if (profile.phrases !== undefined) yield* markPhrases(page, matcherOf(profile, profile.phrases), rule);
}

/** Blocks that a selector and a line pattern both choose; the pattern must match the whole line. */
function chosen(page: Page, select: string | undefined, line: string | undefined): number[] {
  const indices = select === undefined ? page.blocks.map((_, i) => i) : [...page.select(select)];
  if (line === undefined) return indices;
  const pattern = compile(line);
  return indices.filter((i) => {
    const tokens = tokenize(page.blocks[i]?.text ?? '');
    return tokens.length > 0 && pattern.spans(tokens, 0, tokens.length);
  });
}

const matchers = new WeakMap<readonly Phrase[], PhraseMatcher>();

function matcherOf(profile: SiteProfile, phrases: readonly Phrase[]): PhraseMatcher {
  let matcher = matchers.get(phrases);
  if (matcher === undefined) {
    // A mistake is to be heard of at once, and not when a line holds the pattern's first word.
    for (const { any } of phrases) for (const pattern of any) compile(pattern);
    matcher = new PhraseMatcher([
      {
        language: profile.language ?? 'und',
        stopwords: [],
        fields: { byline: [], published: [], updated: [], credit: [], agencies: [] },
        phrases,
      },
    ]);
    matchers.set(phrases, matcher);
  }
  return matcher;
}
