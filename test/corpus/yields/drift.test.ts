import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance } from '../../../src/bench/chance.js';
import { extendHistory, findDrift, NO_HISTORY, STRETCH, type Drift } from '../../../src/corpus/yields/drift.js';
import { addYields, fromParts, NO_YIELD, toParts, type Yield } from '../../../src/corpus/yields/yield.js';

/** What a made-up source gives, as means and spreads. */
interface Habits {
  readonly characters: number;
  readonly spread: number;
  readonly removed: number;
  readonly rejected: number;
  readonly withoutAuthors: number;
  /** How much one day differs from another. */
  readonly days: number;
}

const bell = (chance: Chance): number => chance.next() + chance.next() + chance.next() + chance.next() - 2;
const share = (value: number): number => Math.min(1, Math.max(0, value));

function documentOf(habits: Habits, day: number, chance: Chance): Yield {
  if (chance.next() < share(habits.rejected + 0.05 * day)) return { ...NO_YIELD, documents: 1, rejected: 1 };
  const length = Math.round(1000 * (Math.log(habits.characters) + habits.spread * bell(chance) + day));
  const removed = Math.round(1000 * share(habits.removed + 0.1 * bell(chance) + 0.1 * day));
  return {
    ...NO_YIELD,
    documents: 1,
    length,
    lengthSquares: length ** 2,
    removed,
    removedSquares: removed ** 2,
    withoutAuthors: chance.next() < share(habits.withoutAuthors + 0.1 * day) ? 1 : 0,
  };
}

function dayOf(habits: Habits, documents: number, chance: Chance): Yield {
  const day = habits.days * bell(chance);
  return Array.from({ length: documents }, () => documentOf(habits, day, chance)).reduce(addYields, NO_YIELD);
}

const habitsOf = (chance: Chance): Habits => ({
  characters: 600 + chance.below(6000),
  spread: 0.3 + 0.8 * chance.next(),
  removed: 0.6 * chance.next(),
  rejected: 0.1 * chance.next(),
  withoutAuthors: chance.of([0, 0.05, 0.3, 0.6]),
  days: 0.4 * chance.next(),
});

/** What is told on the day after so many days of a source, some of which may have had few documents. */
function toldAfter(days: number, change: (habits: Habits) => Habits, chance: Chance): Drift['measure'][] {
  const habits = habitsOf(chance);
  let { history } = extendHistory(NO_HISTORY, NO_YIELD);
  for (let day = 0; day < days; day++)
    ({ history } = extendHistory(history, dayOf(habits, 4 + chance.below(40), chance)));
  const now = dayOf(change(habits), 20, chance);
  return extendHistory({ ...history, open: NO_YIELD }, now).drifts.map(({ measure }) => measure);
}

const SOURCES = 500;
const shareTold = (measure: Drift['measure'] | null, change: (habits: Habits) => Habits): number => {
  const chance = new Chance(11);
  let told = 0;
  for (let i = 0; i < SOURCES; i++) {
    const measures = toldAfter(10, change, chance);
    if (measure === null ? measures.length > 0 : measures.includes(measure)) told++;
  }
  return told / SOURCES;
};

describe('drift', () => {
  it('is hardly ever told of a source that goes on as before, however its days differ', () => {
    expect(shareTold(null, (habits) => habits)).toBeLessThan(0.01);
  });

  it('is told where texts have become a fifth as long', () => {
    expect(shareTold('body length', (habits) => ({ ...habits, characters: habits.characters / 5 }))).toBeGreaterThan(
      0.9,
    );
  });

  it('is told where all are rejected', () => {
    expect(shareTold('rejected', (habits) => ({ ...habits, rejected: 1 }))).toBeGreaterThan(0.99);
  });

  it('is told where authors are no longer found', () => {
    const usual = (habits: Habits): Habits => ({ ...habits, withoutAuthors: 1 });
    expect(shareTold('without authors', usual)).toBeGreaterThan(0.7);
  });

  it('says what was and what is', () => {
    const of = (documents: number, characters: number): Yield => {
      const length = Math.round(1000 * Math.log1p(characters));
      return fromParts([documents, 0, documents * length, documents * length ** 2]);
    };
    expect(findDrift([of(40, 3000), of(30, 3000)], of(12, 300))).toEqual([
      { measure: 'body length', before: expect.closeTo(3000, -1) as number, now: expect.closeTo(300, -1) as number },
    ]);
  });

  it('is never told of a source of which little is known', () => {
    const past = fromParts([29, 0, 29 * 8000, 29 * 8000 ** 2]);
    expect(findDrift([past], { ...NO_YIELD, documents: 50, rejected: 50 })).toEqual([]);
  });
});

describe('a history', () => {
  it('waits until enough documents have come, over however many runs', () => {
    const one = { ...NO_YIELD, documents: 1 };
    let { history } = extendHistory(NO_HISTORY, one);
    for (let i = 2; i < STRETCH; i++) ({ history } = extendHistory(history, one));
    expect(history).toEqual({ past: [], open: { ...one, documents: STRETCH - 1 } });
    expect(extendHistory(history, one).history).toEqual({ past: [{ ...one, documents: STRETCH }], open: NO_YIELD });
  });

  it('remembers a bounded number of stretches', () => {
    let history = NO_HISTORY;
    for (let i = 0; i < 100; i++) ({ history } = extendHistory(history, { ...NO_YIELD, documents: STRETCH }));
    expect(history.past.length).toBe(20);
  });
});

describe('yields', () => {
  const parts = fc.array(fc.nat(1e6), { minLength: 9, maxLength: 9 });

  it('add up in any order, and come back from storage as they were', () => {
    fc.assert(
      fc.property(parts, parts, parts, (a, b, c) => {
        const [x, y, z] = [fromParts(a), fromParts(b), fromParts(c)];
        expect(addYields(addYields(x, y), z)).toEqual(addYields(x, addYields(z, y)));
        expect(toParts(x)).toEqual(a);
      }),
    );
  });
});
