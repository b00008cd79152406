import { describe, expect, it } from 'vitest';
import { scorePage, summarizePages, type PageScore } from '../../src/accuracy/score-pages.js';
import { PAGES } from './records.js';

const scores = new Map(PAGES.map(([gold, record]) => [gold.id, scorePage(gold, record)]));
const scoreOf = (id: string): PageScore => scores.get(id) as PageScore;

describe('scorePage', () => {
  it('of the gold itself is perfect', () => {
    expect(scoreOf('exact')).toEqual({
      id: 'exact',
      f1: 1,
      precision: 1,
      recall: 1,
      perfect: true,
      bag: 1,
      with: 1,
      without: 0,
      title: true,
      titleLoose: true,
      authors: true,
      date: true,
      language: true,
    });
  });

  it('counts shingles of four words, and words as a bag', () => {
    // three shingles are wanted; five are there, and all three among them
    const score = scoreOf('longer');
    expect(score).toMatchObject({ precision: 0.6, recall: 1, perfect: false });
    expect(score.f1).toBeCloseTo(0.75, 10);
    expect(score.bag).toBeCloseTo(12 / 14, 10);
    expect(score).toMatchObject({ with: 0.5, without: 0.5 });
  });

  it('forgives the site’s name in the loose title only, and no name too many', () => {
    expect(scoreOf('longer')).toMatchObject({ title: false, titleLoose: true, authors: false });
  });

  it('takes a day as written or in UTC', () => {
    expect(scoreOf('longer').date).toBe(true);
  });

  it('takes the best of several golds', () => {
    expect(scoreOf('alternative')).toMatchObject({ f1: 1, filledAuthors: true, filledDate: true });
    expect(scoreOf('alternative').title).toBeUndefined();
  });

  it('knows no precision where nothing was found', () => {
    for (const id of ['empty', 'missing'])
      expect(scoreOf(id)).toMatchObject({
        f1: 0,
        precision: null,
        recall: 0,
        perfect: false,
        bag: 0,
        filledAuthors: false,
        filledDate: false,
      });
  });

  it('asks only whether what is no article was refused', () => {
    expect(scoreOf('refused')).toEqual({ id: 'refused', refused: true });
    expect(scoreOf('taken')).toEqual({ id: 'taken', refused: false });
  });
});

describe('summarizePages', () => {
  it('takes F1 of mean precision and mean recall', () => {
    const precision = (1 + 0.6 + 1) / 3;
    const recall = 3 / 5;
    const figures = summarizePages([...scores.values()]);
    expect(figures).toMatchObject({
      pages: 7,
      precision: 0.8667,
      recall: 0.6,
      perfect: 0.4,
      empty: 2,
      title: 0.5,
      'title~': 1,
      authors: 0.5,
      'filled authors': 0.3333,
      refused: 0.5,
    });
    expect(figures['F1']).toBeCloseTo((2 * precision * recall) / (precision + recall), 4);
  });

  it('leaves out what was not scored', () => {
    expect(Object.keys(summarizePages([scoreOf('refused')]))).toEqual(['pages', 'refused', 'empty']);
  });
});
