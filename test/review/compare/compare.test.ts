import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../../src/review/compare/compare.js';
import { comparable, strike, summaryOf } from './documents.js';

const ONE = 'The lock at Tollbridge will stay shut until June, the canal trust said on Saturday.';
const TWO = 'About forty boats are waiting on either side, and their owners have begun to feed the otter.';
const RELATED = 'Read also: Towpath to stay shut until June';

const tracesOf = (before: Parameters<typeof comparable>[0], after: Parameters<typeof comparable>[0]): unknown[] =>
  compareRecords(comparable(before), comparable(after))
    .paragraphs.flat()
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text, trace }) => [kind, text.trim(), trace]);

describe('two records of a document', () => {
  it('that differ in hashes alone are unchanged', () => {
    const before = comparable({ text: ONE, provenance: { rules: 'a', copydesk: '1', inputs: 'x' } });
    const after = comparable({ text: ONE, provenance: { rules: 'b', copydesk: '2', inputs: 'y' } });
    expect(compareRecords(before, after).kind).toBe('unchanged');
  });

  it('that say the same and strike for other reasons have not changed, but that is told', () => {
    const before = comparable({ text: ONE, removals: [strike(RELATED, 'related')] });
    const after = comparable({ text: ONE, removals: [strike(RELATED, 'ui')] });
    expect(compareRecords(before, after)).toMatchObject({ kind: 'reasons', fields: [], paragraphs: [] });
  });

  it('have fields before and after', () => {
    const before = comparable({ headline: null, authors: ['Ida Brannigan'] });
    const after = comparable({ headline: 'Otter delays lock', authors: [], status: 'review' });
    expect(compareRecords(before, after).fields).toEqual([
      { field: 'status', before: ['accepted'], after: ['review'] },
      { field: 'headline', before: [], after: ['Otter delays lock'] },
      { field: 'authors', before: ['Ida Brannigan'], after: [] },
    ]);
  });

  it('are not compared in a field that one of them does not know', () => {
    const before = comparable({ text: ONE });
    const after = comparable({ text: ONE });
    expect(compareRecords(before, { ...after, fields: { ...after.fields, mood: ['merry'] } }).kind).toBe('unchanged');
  });
});

describe('text that is no longer kept', () => {
  it('is told by the rule that strikes it now', () => {
    expect(
      tracesOf({ text: `${ONE}\n\n${RELATED}` }, { text: ONE, removals: [strike(RELATED, 'related', 'phrase:en')] }),
    ).toEqual([['removed', RELATED, { is: 'struck', rule: 'phrase:en', reason: 'related' }]]);
  });

  it('is found within a longer strike, and where punctuation was lost at the cut', () => {
    expect(
      tracesOf(
        { text: `${ONE} Share this –` },
        { text: ONE, removals: [strike('Share this article now', 'social', 's')] },
      ),
    ).toEqual([['removed', 'Share this –', { is: 'struck', rule: 's', reason: 'social' }]]);
  });

  it('is told by the field it moved to', () => {
    const moves = [{ to: 'byline' as const, start: 0, end: 1, text: 'By Ida Brannigan' }];
    expect(tracesOf({ text: `By Ida Brannigan\n\n${ONE}` }, { text: ONE, moves })).toEqual([
      ['removed', 'By Ida Brannigan', { is: 'moved', to: 'byline' }],
    ]);
  });

  it('is not blamed on a rule that had struck the same words before', () => {
    const removals = [strike('Share')];
    expect(tracesOf({ text: `${ONE}\n\nShare`, removals }, { text: ONE, removals })).toEqual([
      ['removed', 'Share', { is: 'unknown' }],
    ]);
  });

  it('has only moved where it stands elsewhere in the text', () => {
    const { words, paragraphs } = compareRecords(
      comparable({ text: `${ONE}\n\n${TWO}` }),
      comparable({ text: `${TWO}\n\n${ONE}` }),
    );
    expect(words).toMatchObject({ removed: 0, kept: 0 });
    expect(words.elsewhere).toBeGreaterThan(10);
    expect(paragraphs.flat().filter(({ trace }) => trace?.is === 'elsewhere')).toHaveLength(2);
  });
});

describe('text that is kept now', () => {
  it('is told by the rule that had struck it', () => {
    expect(tracesOf({ text: ONE, removals: [strike(TWO, 'ui', 'judge')] }, { text: `${ONE}\n\n${TWO}` })).toEqual([
      ['kept', TWO, { is: 'struck', rule: 'judge', reason: 'ui' }],
    ]);
  });
});

describe('a summary', () => {
  const kept = comparable({ text: `${ONE}\n\n${RELATED}`, source: 'post' });
  const struck = comparable({ text: ONE, source: 'post', removals: [strike(RELATED)] });
  const other = comparable({ text: TWO, source: 'mail' });

  it('counts documents, words, rules and sources', () => {
    const summary = summaryOf([
      { before: kept, after: struck },
      { before: other, after: other },
      { before: other, after: null },
      { before: null, after: other },
      { before: struck, after: { ...struck, removals: [strike(RELATED, 'ui')] } },
    ]);
    expect(summary.documents).toEqual({
      before: 4,
      after: 4,
      unchanged: 1,
      reasons: 1,
      changed: 1,
      onlyBefore: 1,
      onlyAfter: 1,
    });
    expect(summary.words).toEqual({ removed: 8, kept: 0, elsewhere: 0 });
    expect(summary.removed).toEqual([{ is: 'struck', rule: 'phrase:en', reason: 'related', documents: 1, words: 8 }]);
    expect(summary.sources.map(({ source, changed, onlyBefore }) => [source, changed, onlyBefore])).toEqual([
      ['mail', 0, 1],
      ['post', 1, 0],
    ]);
    expect(summary.onlyBefore).toEqual([{ path: 'a/0002.txt.json', key: null, source: 'mail', words: 17 }]);
  });

  it('names the largest changes, in whatever order they come', () => {
    const pairs = Array.from({ length: 30 }, (_, i) => ({
      before: comparable({ text: `${ONE}\n\n${'words '.repeat((i * 7) % 30)}` }),
      after: comparable({ text: ONE }),
    }));
    const removed = summaryOf(pairs, 5).largest.map(({ words }) => words.removed);
    expect(removed).toEqual([29, 28, 27, 26, 25]);
  });
});
