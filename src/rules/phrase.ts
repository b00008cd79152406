import type { PhraseKind } from '../core/phrase.js';
import { isSingle } from '../core/characters.js';
import { remembered } from '../core/remembered.js';
import { uniqueBy } from '../core/unique.js';
import { blockWords } from '../core/page-words.js';
import type { Mark, Page, Reason, Rule, Span } from '../core/types.js';
import { insertedLabels, isInserted } from './glued/inserted.js';
import { readRow } from './glued/row.js';
import { ARROW, findTail } from './glued/tail.js';
import { PhraseMatcher, shippedPhrases, type PhraseHit } from './phrases/index.js';

/** Words put together without a space, as extractors leave them: "CommentsNo comment". */
const GLUED = /(\p{Ll})(\p{Lu})/u;
const EACH_GLUED = new RegExp(GLUED, 'gu');
const GLUED_MOST = 60;
const ARROWS = /[>»›]/;

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
/**
 * Words from which a line that begins or ends with a phrase is a paragraph with something glued to it, and characters where there are no spaces:
 * counted as words, a Thai or Japanese "Read more: …" with its title was a paragraph, and stayed.
 */
const GLUED_WORDS = 40;
const GLUED_CHARACTERS = 100;

/** Reasons of things one clicks; "Summary" and "Features" are none. */
const CONTROLS: ReadonlySet<Reason> = new Set(['social', 'ui', 'subscription', 'comments']);
const NUMBERED = /^\p{N}{1,2}[.)]\s/u;
const SENTENCE = /[.!?…。！？।؟۔።။]["'”’»›」』)\]）】]*$/;
const SENTENCE_WORDS = 6;

/** Marks the hits of any matcher; the rule's name carries the list's language, so that a wrong entry is found fast. */
export function* markPhrases(page: Page, matcher: PhraseMatcher, name: string): Iterable<Mark> {
  const hits = hitsByBlock(page, matcher);
  const end = page.blocks.findLastIndex(
    (block, i) => SENTENCE.test(block.text) && blockWords(page, i).length >= SENTENCE_WORDS,
  );
  const isControl = (i: number): boolean =>
    (hits[i] ?? []).some(({ phrase }) => CONTROLS.has(phrase.reason) && phrase.kind !== 'notice') &&
    !NUMBERED.test(page.blocks[i]?.text ?? '') &&
    !isSaid(page.blocks[i]?.text ?? '', hits[i] ?? []);
  for (const [i, block] of page.blocks.entries()) {
    // Buttons come in rows, and nothing but furniture stands behind the last sentence.
    const inRow = isControl(i) && (i > end || isControl(i - 1) || isControl(i + 1));
    const piece = page.format === 'html' ? findTail(block.text, matcher, false) : null;
    if (piece?.hit != null) {
      const span = { start: trimBack(block.text, piece.start), end: block.text.length };
      yield cutOut(page, i, span, piece.hit, name);
    }
    // A row of labels that was glued to a sentence, before it or behind, and is a line of its own now.
    const isApart =
      page.format === 'text' && (page.blocks[i - 1]?.line === block.line || page.blocks[i + 1]?.line === block.line);
    const row = isApart ? readRow(block.text, matcher) : null;
    if (row !== null)
      yield {
        span: block.span,
        rule: `${name}:${row.language}`,
        feature: `label:${row.phrase.reason}`,
        claim: 'drop',
        reason: row.phrase.reason,
        evidence: block.text,
        sure: true,
      };
    for (const { span, hit } of insertedLabels(block.text, matcher)) yield cutOut(page, i, span, hit, name);
    for (const hit of hits[i] ?? []) {
      const { phrase, language, span } = hit;
      const { kind, reason } = phrase;
      // What stands in the piece that is cut off says nothing of the rest.
      if (piece !== null && span.end > piece.start) continue;
      if (page.format === 'text' && leadsNowhere(block.text, hit)) continue;
      if (isInserted(block.text, hit)) {
        yield cutOut(page, i, span, hit, name);
        continue;
      }
      const rest = block.text.length - (span.end - span.start);
      const ends =
        kind === 'ending' && /[.!?…。！？।؟]["”’»」』)]?\s?(?:[|©®([]\s?)?$/.test(block.text.slice(0, span.start));
      // Of other endings a short line is a teaser, which goes whole: "The harbour lost its last ferry. Read more".
      const isLeft = ends && reason === 'legal' && isStory(block.text.slice(0, span.start));
      const glued = (kind === 'ending' || kind === 'lead-in') && rest > 0 && (isLeft || isParagraph(page, i));
      if (glued && !ends) continue;
      yield {
        span: glued ? page.locate(i, trimBack(block.text, span.start), block.text.length) : block.span,
        rule: `${name}:${language}`,
        feature: `${kind}:${reason}`,
        claim: 'drop',
        reason,
        evidence: block.text.slice(span.start, span.end),
        sure:
          (SURE.has(kind) && (reason !== 'appended' || phrase.sure === true)) ||
          isCounted(kind, block.text) ||
          (kind === 'button' && inRow),
      };
    }
  }
}

function isParagraph(page: Page, i: number): boolean {
  const words = blockWords(page, i);
  let single = 0;
  for (const word of words) if (isSingle(word)) single++;
  return words.length > (single * 2 > words.length ? GLUED_CHARACTERS : GLUED_WORDS);
}

/** "Related: that is how they described themselves." A title begins in a capital, where there are capitals, and is no sentence among others. */
function leadsNowhere(text: string, { phrase: { kind, reason }, span }: PhraseHit): boolean {
  return (
    kind === 'lead-in' && reason === 'related' && /^[\s:]*\p{Ll}/u.test(text.slice(span.end)) && SENTENCE.test(text)
  );
}

/** A sentence, which is not who owns the rights: "Courier Ltd. All rights reserved". */
const isStory = (text: string): boolean =>
  text.trim().split(' ').length >= SENTENCE_WORDS && !/[©℗]|copyright|\d{4}/iu.test(text);

/** A bare word with a full stop, "No.", is an answer; buttons have none. */
const isSaid = (text: string, hits: readonly PhraseHit[]): boolean =>
  /[\p{L}\p{M}][.。।۔።]$/u.test(text) && hits.every(({ phrase }) => phrase.kind === 'button');

/** The mark on a piece of a block that is not the article's: the rest of the block stays. */
function cutOut(page: Page, i: number, { start, end }: Span, hit: PhraseHit, name: string): Mark {
  return {
    span: page.locate(i, start, end),
    rule: `${name}:${hit.language}`,
    feature: `cut:${hit.phrase.reason}`,
    claim: 'drop',
    reason: hit.phrase.reason,
    evidence: page.blocks[i]?.text.slice(start, end) ?? '',
    sure: true,
  };
}

/** A word before the first figure. */
function isNumbered(text: string): boolean {
  const figure = text.search(/\p{N}/u);
  return figure > 0 && /[\p{L}\p{M}]{2}/u.test(text.slice(0, figure));
}

/**
 * A button with a figure behind it: "Listen • 4:12", "Comments 3". A figure before it numbers a heading: "6. Close"; behind an equals sign, a
 * bracket or a single letter it is a formula or source code: "X + 1 };", "A 2010"; a day tells when something was entered: "등록 2024-07-03"; behind a colon it is a fact in a
 * list: "Locations: 67".
 */
const isCounted = (kind: PhraseKind, text: string): boolean =>
  kind === 'button' &&
  isNumbered(text) &&
  !/[={}+]|\p{L}\s?[:：]\s?\p{N}|\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d/u.test(text);

/** Blocks' texts have no other blanks. */
const LEADS = ' |©®([';

/** Where what belongs to a glued phrase begins: its sign and the blanks before it go with it. */
function trimBack(text: string, start: number): number {
  let from = start;
  while (LEADS.includes(text.charAt(from - 1)) && from > 0) from--;
  return from;
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
    const hitsOfLine = hitsOfLines(matcher);
    hits = page.blocks.map(({ text }) => hitsOfLine(text));
    known.set(matcher, hits);
  }
  return hits;
}

const HITS = new WeakMap<PhraseMatcher, (text: string) => readonly PhraseHit[]>();

/** hitsOf() for a matcher, for those lines that were matched last. */
function hitsOfLines(matcher: PhraseMatcher): (text: string) => readonly PhraseHit[] {
  let hits = HITS.get(matcher);
  if (hits === undefined) HITS.set(matcher, (hits = remembered((text) => hitsOf(text, matcher))));
  return hits;
}

/** One hit a kind and reason: many patterns that say the same say it once. */
function hitsOf(text: string, matcher: PhraseMatcher): PhraseHit[] {
  let hits = matcher.match(text);
  if (hits.length === 0 && ARROWS.test(text) && ARROW.test(text))
    hits = matcher.match(text.replace(ARROW, ': ')).map((hit) => ({ ...hit, span: { start: 0, end: text.length } }));
  if (hits.length === 0 && text.length <= GLUED_MOST && GLUED.test(text)) {
    const apart = text.replace(EACH_GLUED, '$1 $2');
    hits.push(...matcher.match(apart).map((hit) => ({ ...hit, span: { start: 0, end: text.length } })));
  }
  return hits.length < 2 ? hits : uniqueBy(hits, ({ phrase: { kind, reason } }) => `${kind}:${reason}`);
}
