import { byCodeUnit, countBefore } from '../../core/order.js';
import type { Comparable } from '../../io/comparable.js';
import type { Comparison, FieldChange } from './compare.js';
import { BRIEF, clipFields, excerptOf, type ExcerptItem } from './excerpt.js';

/** A changed document, as much of it as is shown. */
export interface ChangedDocument {
  /** Its clean file, below the folder. */
  readonly path: string;
  readonly rawPath: string;
  readonly key: string | null;
  readonly source: string;
  readonly headline: string | null;
  readonly words: Comparison['words'];
  readonly fields: readonly FieldChange[];
  readonly excerpt: readonly ExcerptItem[];
}

/** Losing is worse than keeping. */
const sizeOf = ({ removed, kept }: Comparison['words']): number => 2 * removed + kept;

interface Ranked {
  readonly rank: readonly [size: number, fields: number, elsewhere: number];
  readonly document: ChangedDocument;
}

const nameOf = ({ path, key }: ChangedDocument): string => `${path}\n${key ?? ''}`;

function isBefore(a: Ranked, b: Ranked): boolean {
  for (const [i, own] of a.rank.entries()) if (own !== b.rank[i]) return own > (b.rank[i] ?? 0);
  return byCodeUnit(nameOf(a.document), nameOf(b.document)) <= 0;
}

/** The largest changes of all, in order: most words first, then most fields. Holds so many, and of each an excerpt. */
export class LargestChanges {
  private readonly ranked: Ranked[] = [];

  constructor(private readonly most: number) {}

  add(path: string, after: Comparable, { words, fields, paragraphs }: Comparison): void {
    const rank = [sizeOf(words), fields.length, words.elsewhere] as const;
    const last = this.ranked.at(-1);
    if (this.ranked.length >= this.most && last !== undefined && rank[0] < last.rank[0]) return;
    const document: ChangedDocument = {
      path,
      rawPath: after.rawPath,
      key: after.key,
      source: after.source,
      headline: after.fields['headline']?.[0] ?? null,
      words,
      fields: clipFields(fields),
      excerpt: excerptOf(paragraphs, BRIEF),
    };
    const own: Ranked = { rank, document };
    const at = countBefore(this.ranked.length, (i) => {
      const other = this.ranked[i];
      return other !== undefined && isBefore(other, own);
    });
    this.ranked.splice(at, 0, own);
    this.ranked.length = Math.min(this.ranked.length, this.most);
  }

  get documents(): ChangedDocument[] {
    return this.ranked.map(({ document }) => document);
  }
}
