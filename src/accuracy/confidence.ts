import type { ArticleRecord } from '../core/record.js';

/** What confidence is worth: how sure removals are, against whether they were right. */

/** Lower bounds of the rows. */
export const CONFIDENCES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] as const;
/** From here on a removal is called sure. */
const SURE = 0.9;
/** Characters from which a removed text is sought anywhere in the gold text; a shorter one must be a whole line of it. */
const LONG = 20;

/** Removed characters whose confidence is in one row, and those of them that no gold text misses. */
export interface ConfidenceRow {
  readonly from: number;
  readonly removed: number;
  readonly right: number;
}

const squeeze = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '');

/** Gathers removals, record by record. */
export class ConfidenceTable {
  private readonly removed = CONFIDENCES.map(() => 0);
  private readonly right = CONFIDENCES.map(() => 0);
  private records = 0;
  private review = 0;

  /** A removal is wrong if gold holds its text and the record has it nowhere else: of two copies, one may go. */
  add({ status, text, headline, captions, removals }: ArticleRecord, gold: string): void {
    this.records += 1;
    if (status === 'review') this.review += 1;
    const wanted = squeeze(gold);
    const lines = new Set(gold.split('\n').map(squeeze));
    const kept = squeeze(text) + squeeze(headline) + captions.map((caption) => squeeze(caption.text)).join('');
    for (const removal of removals) {
      const piece = squeeze(removal.text);
      const row = CONFIDENCES.findLastIndex((from) => removal.confidence >= from);
      const isWanted = piece.length >= LONG ? wanted.includes(piece) : lines.has(piece);
      this.removed[row] = (this.removed[row] as number) + piece.length;
      if (!isWanted || kept.includes(piece)) this.right[row] = (this.right[row] as number) + piece.length;
    }
  }

  rows(): ConfidenceRow[] {
    return CONFIDENCES.map((from, i) => ({ from, removed: this.removed[i] as number, right: this.right[i] as number }));
  }

  /** Share of the removed characters that are sure, share of those that are right, and share of the records that are for review. */
  figures(): Record<string, number> {
    const sum = (rows: readonly ConfidenceRow[], of: 'removed' | 'right'): number =>
      rows.reduce((all, row) => all + row[of], 0);
    const rows = this.rows();
    const sure = rows.filter(({ from }) => from >= SURE);
    const share = (part: number, all: number): number => Math.round((part / Math.max(1, all)) * 10_000) / 10_000;
    return {
      sure: share(sum(sure, 'removed'), sum(rows, 'removed')),
      'sure right': share(sum(sure, 'right'), sum(sure, 'removed')),
      review: share(this.review, this.records),
    };
  }
}
