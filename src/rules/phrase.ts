import type { PhraseKind } from '../core/phrase.js';
import { uniqueBy } from '../core/unique.js';
import { blockWords } from '../core/page-words.js';
import type { Block, Mark, Page, Reason, Rule } from '../core/types.js';
import { findGlued, type Glued } from './phrases/glued.js';
import { PhraseMatcher, shippedPhrases, type PhraseHit } from './phrases/index.js';

/** Words put together without a space, as extractors leave them: "CommentsNo comment". */
const GLUED = /(\p{Ll})(\p{Lu})/u;
const EACH_GLUED = new RegExp(GLUED, 'gu');
const GLUED_MOST = 60;

/** Known wording of interface text and notices, in every language we have a list of: pages mix languages. */
export const phrase: Rule = {
  name: 'phrase',
  *mark(page: Page): Iterable<Mark> {
    yield* markPhrases(page, shippedPhrases(), 'phrase');
  },
};

/**
 * Kinds that are sure by themselves. On some 230 whole pages and 60 labelled documents in 28 languages their 5,000 hits took 15 blocks of
 * gold text, all of them affiliate notices or "read more" lines that the gold had left in; `button` took about 60 in 8,000, so that it is
 * weighed, and headings of generated text stand in real articles one time in six.
 */
const SURE: ReadonlySet<PhraseKind> = new Set(['label', 'lead-in', 'notice', 'ending', 'list-head']);
/** Words beyond its hit from which a line that begins or ends with a phrase is a paragraph with something glued to it. */
const GLUED_WORDS = 40;

/** Reasons of things one clicks; "Summary" and "Features" are none. */
const CONTROLS: ReadonlySet<Reason> = new Set(['social', 'ui', 'subscription', 'comments']);
const NUMBERED = /^\p{N}{1,2}[.)]\s/u;
const SENTENCE = /[.!?…。！？।؟۔]["'”’»›」』)\]）】]*$/;
const SENTENCE_WORDS = 6;

/** Marks the hits of any matcher; the rule's name carries the list's language, so that a wrong entry is found fast. */
export function* markPhrases(page: Page, matcher: PhraseMatcher, name: string): Iterable<Mark> {
  const hits = hitsByBlock(page, matcher);
  const end = page.blocks.findLastIndex(
    (block, i) => SENTENCE.test(block.text) && blockWords(page, i).length >= SENTENCE_WORDS,
  );
  const isControl = (i: number): boolean =>
    (hits[i] ?? []).some(({ phrase }) => CONTROLS.has(phrase.reason) && phrase.kind !== 'notice') &&
    !NUMBERED.test(page.blocks[i]?.text ?? '');
  for (const [i, block] of page.blocks.entries()) {
    // Buttons come in rows, and nothing but furniture stands behind the last sentence.
    const inRow = isControl(i) && (i > end || isControl(i - 1) || isControl(i + 1));
    const piece = findGlued(block.text, matcher);
    if (piece !== null) yield cutOff(page, i, piece, name);
    for (const { phrase, language, span } of hits[i] ?? []) {
      const { kind, reason } = phrase;
      // What stands in the piece that is cut off says nothing of the rest.
      if (piece !== null && span.end > piece.start) continue;
      const rest = block.text.length - (span.end - span.start);
      const ends =
        kind === 'ending' && /[.!?…。！？।؟]["”’»」』)]?\s*[|©®([]?\s*$/.test(block.text.slice(0, span.start));
      const glued = (kind === 'ending' || kind === 'lead-in') && rest > 0 && blockWords(page, i).length > GLUED_WORDS;
      if (glued && !ends) continue;
      yield {
        span: glued ? page.locate(i, trimBack(block.text, span.start), block.text.length) : block.span,
        rule: `${name}:${language}`,
        feature: `${kind}:${reason}`,
        claim: 'drop',
        reason,
        evidence: block.text.slice(span.start, span.end),
        sure: (SURE.has(kind) && reason !== 'appended') || isCounted(kind, block.text) || (kind === 'button' && inRow),
      };
    }
  }
}

/** The mark on a piece that is glued to the end of a block. */
function cutOff(page: Page, i: number, { start, hit }: Glued, name: string): Mark {
  const { text } = page.blocks[i] as Block;
  return {
    span: page.locate(i, trimBack(text, start), text.length),
    rule: `${name}:${hit.language}`,
    feature: `cut:${hit.phrase.reason}`,
    claim: 'drop',
    reason: hit.phrase.reason,
    evidence: text.slice(start + hit.span.start, start + hit.span.end),
    sure: true,
  };
}

/** A button with a figure behind it: "Listen • 4:12", "Comments 3". A figure before it numbers a heading: "6. Close". */
const isCounted = (kind: PhraseKind, text: string): boolean =>
  kind === 'button' && /^[^\p{N}]*\p{L}[^\p{N}]*\p{N}/u.test(text);

/** Where what belongs to a glued phrase begins: its sign and the blanks before it go with it. */
function trimBack(text: string, start: number): number {
  const lead = /[\s|©®([]*$/.exec(text.slice(0, start));
  return start - (lead?.[0].length ?? 0);
}

const memo = new WeakMap<Page, Map<PhraseMatcher, readonly (readonly PhraseHit[])[]>>();

/** The phrase hits of each block of a page. Several rules ask; a page is matched once. */
export function hitsByBlock(page: Page, matcher: PhraseMatcher): readonly (readonly PhraseHit[])[] {
  let known = memo.get(page);
  if (known === undefined) {
    known = new Map<PhraseMatcher, readonly (readonly PhraseHit[])[]>();
    memo.set(page, known);
  }
  let hits = known.get(matcher);
  if (hits === undefined) {
    // Menus and teasers say the same again and again.
    const byText = new Map<string, readonly PhraseHit[]>();
    hits = page.blocks.map(({ text }) => {
      let own = byText.get(text);
      if (own === undefined) byText.set(text, (own = hitsOf(text, matcher)));
      return own;
    });
    known.set(matcher, hits);
  }
  return hits;
}

/** One hit a kind and reason: many patterns that say the same say it once. */
function hitsOf(text: string, matcher: PhraseMatcher): PhraseHit[] {
  const hits = matcher.match(text);
  if (hits.length === 0 && text.length <= GLUED_MOST && GLUED.test(text)) {
    const apart = text.replace(EACH_GLUED, '$1 $2');
    hits.push(...matcher.match(apart).map((hit) => ({ ...hit, span: { start: 0, end: text.length } })));
  }
  return hits.length < 2 ? hits : uniqueBy(hits, ({ phrase: { kind, reason } }) => `${kind}:${reason}`);
}
