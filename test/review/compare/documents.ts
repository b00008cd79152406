import { comparableOf, type Comparable } from '../../../src/io/comparable.js';
import type { ArticleRecord } from '../../../src/core/record.js';
import type { Pair } from '../../../src/review/compare/pairs.js';
import { Summing, type Summary } from '../../../src/review/compare/summary.js';
import { record } from '../../io/table/entries.js';

/** What is compared of a record of nothing but what is said. */
export const comparable = (changes: Parameters<typeof record>[0] = {}): Comparable => comparableOf(record(changes));

/** A strike, as far as it is compared. */
export const strike = (text: string, reason: 'related' | 'ui' | 'social' = 'related', rule = 'phrase:en'): Removal => ({
  start: 0,
  end: 1,
  text,
  reason,
  rule,
  evidence: null,
  confidence: 1,
});
type Removal = ArticleRecord['removals'][number];

export function summaryOf(pairs: readonly Omit<Pair, 'path'>[], most = 500): Summary {
  const summing = new Summing(most);
  for (const [i, pair] of pairs.entries()) summing.add({ path: `a/${String(i).padStart(4, '0')}.txt.json`, ...pair });
  return summing.summary;
}
