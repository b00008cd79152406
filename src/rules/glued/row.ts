import type { PhraseHit, PhraseMatcher } from '../phrases/match.js';

/** What finds phrases: the matcher, or what remembers what that said. */
export type Matching = Pick<PhraseMatcher, 'match'>;

/** Where words are put together without a space: "FacebookTwitter", "Share this:Email". */
export const JOINTS = /(?<=[\p{Ll}\p{N}:])(?=\p{Lu})/gu;
/** Words of one label. */
const MOST_WORDS = 6;
/** Words of a row that is looked at. */
const MOST_ROW = 24;
/** Counters between labels: "0", "4:12", "(3)". */
const COUNTER = /^[\p{N}.:,()•·|]+$/u;

/**
 * What the first label is of a text that is nothing but labels, two or more: "Share this article Copy link", "FacebookWhatsApp". null for any
 * other text.
 */
export function readRow(text: string, matcher: Matching): PhraseHit | null {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => word.split(JOINTS).map((part, i) => (i === 0 ? ` ${part}` : part)));
  if (words.length > MOST_ROW) return null;
  /** How many labels the words before each can be, at most, and the first of them; undefined where they are not all labels. */
  const rows: ({ labels: number; first: PhraseHit | null } | undefined)[] = [{ labels: 0, first: null }];
  for (let at = 0; at < words.length; at++) {
    const row = rows[at];
    if (row === undefined) continue;
    if (COUNTER.test((words[at] as string).trim())) rows[at + 1] = row;
    for (let width = 1; width <= MOST_WORDS && at + width <= words.length; width++) {
      const hit = labelOf(words.slice(at, at + width), matcher);
      if (hit !== undefined && row.labels + 1 > (rows[at + width]?.labels ?? 0))
        rows[at + width] = { labels: row.labels + 1, first: row.first ?? hit };
    }
  }
  const whole = rows[words.length];
  return whole !== undefined && whole.labels >= 2 ? whole.first : null;
}

/** The label that some words are; "WhatsApp" is one word, "Copylink" written as "CopyLink" are two. */
function labelOf(words: readonly string[], matcher: Matching): PhraseHit | undefined {
  const asWritten = words.join('').trim();
  const apart = words.map((word) => word.trim()).join(' ');
  for (const text of asWritten === apart ? [apart] : [asWritten, apart])
    for (const hit of matcher.match(text)) {
      const { kind, reason } = hit.phrase;
      if (reason !== 'appended' && kind !== 'notice' && (kind !== 'lead-in' || hit.span.end >= text.length - 1))
        return hit;
    }
  return undefined;
}
