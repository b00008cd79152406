import { describe, expect, it } from 'vitest';
import type { DecidedPassage, Mark } from '../../src/core/types.js';
import { decision } from '../../src/rules/decision.js';
import { contextWith, marksOf, textOf } from './marks.js';

const page = textOf('One two three', 'Four five');

const about = (id: string, reason: DecidedPassage['reason'], ...parts: DecidedPassage['parts']): DecidedPassage => ({
  id,
  reason,
  note: null,
  parts,
});

function marks(...decided: DecidedPassage[]): string[] {
  const show = ({ rule, claim, span }: Mark): string => `${rule} ${claim} ${page.text.slice(span.start, span.end)}`;
  return marksOf(decision, page, { ...contextWith(), decided }).map(show);
}

describe('a decision', () => {
  it('is a sure mark of what it is about, by its own name', () => {
    const decided = [{ ...about('abc12345', 'ui', { block: 0, start: 4, end: 7 }), note: 'a button' }];
    expect(marksOf(decision, page, { ...contextWith(), decided })).toMatchObject([
      { rule: 'decision:abc12345', claim: 'drop', reason: 'ui', evidence: 'a button', sure: true },
    ]);
    expect(marks(...decided)).toEqual(['decision:abc12345 drop two']);
    expect(marks(about('k', null, { block: 0, start: 8, end: 13 }, { block: 1, start: 0, end: 4 }))).toEqual([
      'decision:k keep three',
      'decision:k keep Four',
    ]);
  });

  it('gives way to a later one where they overlap, and nowhere else', () => {
    const all = about('all', 'related', { block: 0, start: 0, end: 13 });
    const two = about('two', null, { block: 0, start: 4, end: 7 });
    expect(marks(all, two)).toEqual(['decision:all drop One ', 'decision:two keep two', 'decision:all drop  three']);
    expect(marks(two, all)).toEqual(['decision:all drop One two three']);
  });

  it('marks nothing where nothing was decided', () => {
    expect(marks()).toEqual([]);
  });
});
