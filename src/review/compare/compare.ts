import type { Comparable } from '../../io/comparable.js';
import { diffTexts, type Segment } from './text-diff.js';
import { lettersOf, Tracer, type Trace } from './trace.js';

/** A stretch of text with, where it is not the same, what became of it or what it was. */
export interface TracedSegment extends Segment {
  readonly trace: Trace | null;
}

export interface FieldChange {
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What differs between two records of one document. */
export interface Comparison {
  /** `reasons`: the record says the same, but other things, other rules or other reasons of what was struck or moved. */
  readonly kind: 'unchanged' | 'reasons' | 'changed';
  readonly fields: readonly FieldChange[];
  /** The whole text; empty where it is the same. */
  readonly paragraphs: readonly (readonly TracedSegment[])[];
  /** Words that are no longer in the text, that are in it now, and that stand at another place of it. */
  readonly words: { readonly removed: number; readonly kept: number; readonly elsewhere: number };
}

/** Shorter stretches are no sign that text has only changed its place: a word may stand anywhere. */
const LEAST_ELSEWHERE = 12;

const UNCHANGED: Comparison = {
  kind: 'unchanged',
  fields: [],
  paragraphs: [],
  words: { removed: 0, kept: 0, elsewhere: 0 },
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changedFields(before: Comparable, after: Comparable): FieldChange[] {
  return Object.keys(after.fields).flatMap((field) => {
    const [was, is] = [before.fields[field], after.fields[field]];
    return was === undefined || is === undefined || isSame(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** Stretches that were removed here and kept there: as often as they pair up. */
function elsewhereIn(segments: readonly Segment[]): Map<string, { removed: number; kept: number }> {
  const counts = new Map<string, { removed: number; kept: number }>();
  for (const { kind, text } of segments) {
    if (kind === 'same') continue;
    const letters = lettersOf(text);
    if (letters.length < LEAST_ELSEWHERE) continue;
    const count = counts.get(letters) ?? { removed: 0, kept: 0 };
    count[kind] += 1;
    counts.set(letters, count);
  }
  for (const count of counts.values()) count.removed = count.kept = Math.min(count.removed, count.kept);
  return counts;
}

function traced(before: Comparable, after: Comparable): TracedSegment[][] {
  const paragraphs = diffTexts(before.text, after.text);
  const elsewhere = elsewhereIn(paragraphs.flat());
  const tracers = { removed: new Tracer(after, before), kept: new Tracer(before, after) };
  return paragraphs.map((segments) =>
    segments.map((segment) => {
      const { kind, text } = segment;
      if (kind === 'same') return { ...segment, trace: null };
      const letters = lettersOf(text);
      const pairs = elsewhere.get(letters);
      if (pairs === undefined || pairs[kind] === 0) return { ...segment, trace: tracers[kind].find(letters) };
      pairs[kind] -= 1;
      return { ...segment, trace: { is: 'elsewhere' } };
    }),
  );
}

function countWords(segments: readonly TracedSegment[]): Comparison['words'] {
  const words = { removed: 0, kept: 0, elsewhere: 0 };
  for (const { kind, words: own, trace } of segments) {
    if (kind === 'same') continue;
    if (trace?.is !== 'elsewhere') words[kind] += own;
    else if (kind === 'removed') words.elsewhere += own;
  }
  return words;
}

/** Compares two records of one document. */
export function compareRecords(before: Comparable, after: Comparable): Comparison {
  const fields = changedFields(before, after);
  const isTextSame = before.text === after.text;
  if (fields.length === 0 && isTextSame) {
    const isStruckSame = isSame([before.removals, before.moves], [after.removals, after.moves]);
    return isStruckSame ? UNCHANGED : { ...UNCHANGED, kind: 'reasons' };
  }
  const paragraphs = isTextSame ? [] : traced(before, after);
  return { kind: 'changed', fields, paragraphs, words: countWords(paragraphs.flat()) };
}
