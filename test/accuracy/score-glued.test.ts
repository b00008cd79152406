import { describe, expect, it } from 'vitest';
import { scoreGlued, summarizeGlued, type GluedLine } from '../../src/accuracy/score-glued.js';
import { recordWith } from './records.js';

const BOARD = 'The harbour board met on Tuesday.';
const LEAD = 'Read also: Tar doubles';
const line = (id: string, keep: string[], cut: string[]): GluedLine => ({
  id,
  lang: 'en',
  text: [...keep, ...cut].join(''),
  keep,
  cut,
});
const score = (of: GluedLine, text: string, headline: string | null = null) =>
  scoreGlued(of, recordWith(of.id, { text, headline }));

describe('a glued line', () => {
  it('is right where what is to go is gone and the rest is there, whatever blanks are left', () => {
    expect(score(line('a', [BOARD], [LEAD]), `${BOARD.replace(' ', '\u00a0')} `)).toMatchObject({
      cut: [1, 1],
      kept: [1, 1],
      wrong: [],
    });
  });

  it('is wrong where boilerplate became the headline', () => {
    expect(score(line('a', [BOARD], [LEAD]), BOARD, LEAD)).toMatchObject({ cut: [0, 1], wrong: [`LEFT ${LEAD}`] });
  });

  it('counts as a touched trap where there was nothing to cut', () => {
    expect(score(line('a', [BOARD], []), '')).toMatchObject({ kept: [0, 1], isTouchedTrap: true });
    expect(score(line('a', [BOARD], [LEAD]), '').isTouchedTrap).toBe(false);
  });
});

describe('glued lines', () => {
  it('are summed up by pieces', () => {
    const scores = [
      score(line('a', [BOARD], [LEAD]), BOARD + LEAD),
      score(line('b', [BOARD, 'Nobody came.'], []), BOARD),
    ];
    expect(summarizeGlued(scores)).toEqual({ lines: 2, cut: 0, kept: 0.6667, 'traps touched': 1 });
  });

  it('may be none', () => {
    expect(summarizeGlued([])).toEqual({ lines: 0, cut: 0, kept: 0, 'traps touched': 0 });
  });
});
