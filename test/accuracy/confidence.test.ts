import { expect, it } from 'vitest';
import { ConfidenceTable } from '../../src/accuracy/confidence.js';
import { clean } from '../../src/index.js';
import type { ArticleRecord } from '../../src/core/record.js';

const STRUCK = 'The ferry will not sail on Monday, said its captain.';

/** A record that has struck some texts, each with its confidence, and holds one paragraph. */
function record(text: string, ...struck: readonly (readonly [string, number])[]): ArticleRecord {
  const removals = struck.map(([piece, confidence]) => ({
    ...{ start: 0, end: piece.length, text: piece, confidence },
    ...{ reason: 'related' as const, rule: 'judge', evidence: null },
  }));
  return { ...clean('A line that stands for a document.'), status: 'review', text, removals };
}

it('counts removed characters by confidence, and those that no gold text misses', () => {
  const table = new ConfidenceTable();
  table.add(record('', [STRUCK, 0.97], ['Read also: Ten ways to boil an egg', 0.97]), STRUCK);
  table.add(record('', ['More', 0.6]), 'More is less, he said.');
  const rows = table.rows().filter(({ removed }) => removed > 0);
  expect(rows).toEqual([
    { from: 0.6, removed: 4, right: 4 },
    { from: 0.95, removed: 70, right: 27 },
  ]);
  expect(table.figures()).toEqual({ sure: 0.9459, 'sure right': 0.3857, review: 1 });
});

it('blames nobody for the second of two copies', () => {
  const table = new ConfidenceTable();
  table.add(record(STRUCK, [STRUCK, 0.97]), STRUCK);
  expect(table.figures()).toMatchObject({ sure: 1, 'sure right': 1 });
});
