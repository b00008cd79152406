import type { ArticleRecord } from '../core/record.js';
import { REASONS, type Reason } from '../core/types.js';

/** What came of some documents. Adds up in any order. */
export interface Tally {
  readonly accepted: number;
  readonly review: number;
  readonly rejected: number;
  /** Of the rejected ones, those with a fault: unreadable, too large, timed out. */
  readonly faulty: number;
  /** Of the faulty ones, those that the next run tries again. */
  readonly transient: number;
  /** Characters of the texts. */
  readonly kept: number;
  /** Characters of the removals by reason; reasons that did not occur are absent. */
  readonly removed: Readonly<Partial<Record<Reason, number>>>;
}

export const NOTHING: Tally = { accepted: 0, review: 0, rejected: 0, faulty: 0, transient: 0, kept: 0, removed: {} };

const FAULTS: readonly string[] = ['unreadable', 'too-large', 'timed-out'];

export function isFaulty(record: ArticleRecord): boolean {
  return record.rejection !== null && FAULTS.includes(record.rejection.reason);
}

/** The tally of one record; a time-out is always worth another try, `transient` says so of other faults. */
export function tallyOf(record: ArticleRecord, transient = false): Tally {
  const removed: Partial<Record<Reason, number>> = {};
  for (const { reason, text } of record.removals) removed[reason] = (removed[reason] ?? 0) + text.length;
  return {
    ...NOTHING,
    [record.status]: 1,
    faulty: isFaulty(record) ? 1 : 0,
    transient: transient || record.rejection?.reason === 'timed-out' ? 1 : 0,
    kept: record.text.length,
    removed,
  };
}

export function addTallies(a: Tally, b: Tally): Tally {
  const removed: Partial<Record<Reason, number>> = {};
  for (const reason of REASONS) {
    const sum = (a.removed[reason] ?? 0) + (b.removed[reason] ?? 0);
    if (sum > 0) removed[reason] = sum;
  }
  return {
    accepted: a.accepted + b.accepted,
    review: a.review + b.review,
    rejected: a.rejected + b.rejected,
    faulty: a.faulty + b.faulty,
    transient: a.transient + b.transient,
    kept: a.kept + b.kept,
    removed,
  };
}

export function documentsOf(tally: Tally): number {
  return tally.accepted + tally.review + tally.rejected;
}
