import type { Comparison, FieldChange, TracedSegment } from './compare.js';
import { clip, clipMiddle } from './visible.js';

/** What is shown of a text: its changed paragraphs with what stands around them, a gap for the others. */
export type ExcerptItem =
  | { readonly is: 'paragraph'; readonly segments: readonly TracedSegment[] }
  | { readonly is: 'gap'; readonly paragraphs: number }
  /** There is more that changed. */
  | { readonly is: 'rest'; readonly paragraphs: number };

/** Bounds in UTF-16 units. */
export interface ExcerptLimits {
  /** Around a change, of what is the same, on each side. */
  readonly around: number;
  readonly change: number;
  readonly document: number;
}

export const BRIEF: ExcerptLimits = { around: 120, change: 1500, document: 8000 };
export const FULL: ExcerptLimits = { around: 2000, change: 1_000_000, document: Infinity };

const MOST_VALUES = 20;
const LONGEST_VALUE = 500;

const isChanged = (segments: readonly TracedSegment[]): boolean => segments.some(({ kind }) => kind !== 'same');

function clipSegments(segments: readonly TracedSegment[], { around, change }: ExcerptLimits): TracedSegment[] {
  return segments.map((segment) => ({
    ...segment,
    text: segment.kind === 'same' ? clipMiddle(segment.text, around) : clip(segment.text, change),
  }));
}

/** The changed paragraphs of a text with their neighbours, bounded. */
export function excerptOf(paragraphs: Comparison['paragraphs'], limits: ExcerptLimits): ExcerptItem[] {
  const changed = paragraphs.map(isChanged);
  const items: ExcerptItem[] = [];
  let [gap, length] = [0, 0];
  for (const [i, segments] of paragraphs.entries()) {
    if (changed[i] !== true && changed[i - 1] !== true && changed[i + 1] !== true) {
      gap += 1;
      continue;
    }
    if (length >= limits.document) {
      const rest = changed.slice(i).filter(Boolean).length;
      return rest === 0 ? items : [...items, { is: 'rest', paragraphs: rest }];
    }
    if (gap > 0) items.push({ is: 'gap', paragraphs: gap });
    gap = 0;
    const shown = clipSegments(segments, limits);
    length += shown.reduce((sum, { text }) => sum + text.length, 0);
    items.push({ is: 'paragraph', segments: shown });
  }
  if (gap > 0 && items.length > 0) items.push({ is: 'gap', paragraphs: gap });
  return items;
}

/** Changed fields, no value of them longer than can be read. */
export function clipFields(fields: readonly FieldChange[]): FieldChange[] {
  const clipped = (values: readonly string[]): string[] => [
    ...values.slice(0, MOST_VALUES).map((value) => clip(value, LONGEST_VALUE)),
    ...(values.length > MOST_VALUES ? ['…'] : []),
  ];
  return fields.map(({ field, before, after }) => ({ field, before: clipped(before), after: clipped(after) }));
}
