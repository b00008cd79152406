import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, measureDuplicates, signedOf } from '../../../src/bench/duplicates.js';
import { knownCopies } from '../../../src/bench/known-copies.js';
import { SCRIPTS } from '../../../src/bench/scripts.js';
import { linesOf, standingIn } from '../../../src/corpus/copies/copies-of.js';
import type { Signed } from '../../../src/corpus/copies/signed.js';
import { article, otherReport, signedText } from './signed.js';

/** The table as ids: each original with its copies. */
const tableOf = (records: readonly Signed[]): Record<string, string[]> =>
  Object.fromEntries(
    linesOf(clustersOf(records)).map(({ original, copies }) => [original.id, copies.map(({ id }) => id)]),
  );

describe('copies', () => {
  it('are exact where case, accents, punctuation and spaces differ', () => {
    const records = [
      signedText('a', 'Le café « Étoile » a fermé. Nobody was asked!'),
      signedText('b', 'LE CAFE "ETOILE" A FERME\n\nnobody was asked'),
      signedText('c', 'Le café « Étoile » a ouvert. Nobody was asked!'),
    ];
    expect(clustersOf(records)).toMatchObject([
      { original: { id: 'a' }, copies: [{ record: { id: 'b' }, copy: 'exact', similarity: 1 }] },
    ]);
  });

  describe.each(SCRIPTS.map(({ name }) => name))('in %s', (script) => {
    const { text, edited } = article(11, script);

    it.each([
      ['a tenth of the words replaced', edited(0.1, 'substitute')],
      ['a fifth rewritten', edited(0.2)],
      ['sentences in another order', edited(0.4, 'swap')],
      ['the last third cut off', edited(0.33, 'cut')],
      ['an agency and a place before it', edited(0.1, 'tagged')],
    ])('are near with %s', (_what, copy) => {
      const [cluster] = clustersOf([
        signedText('a', text),
        signedText('b', copy),
        signedText('c', article(12, script).text),
      ]);
      const ids = cluster && [cluster.original, ...cluster.copies.map(({ record }) => record)].map(({ id }) => id);
      expect(ids?.sort()).toEqual(['a', 'b']);
      expect(cluster?.copies[0]).toMatchObject({ copy: 'near' });
      expect(cluster?.copies[0]?.similarity).toBeLessThanOrEqual(1);
    });

    it('are not two reports of one event in different words', () => {
      expect(tableOf([signedText('a', text), signedText('b', otherReport(11, script))])).toEqual({});
    });
  });

  it('are not reports that fill in one frame', () => {
    const weather = (place: string, facts: readonly (string | number)[]): string =>
      `Weather for ${place}: ${facts[0]} skies in the morning with a high of ${facts[1]} degrees and a low of ${facts[2]}. ` +
      `Winds from the ${facts[3]} at ${facts[4]} kilometres an hour, with a ${facts[5]} percent chance of rain by the evening. ` +
      `The sun rises at 5:${facts[6]} and sets at 20:${facts[7]}. The next forecast for ${place} appears at noon on the page of the service.`;
    const records = [
      signedText('a', weather('Tollbridge', ['clear', 24, 11, 'north', 12, 30, 17, 45])),
      signedText('b', weather('Otterham', ['grey', 19, 8, 'west', 31, 75, 22, 38])),
      signedText('c', weather('Pennock', ['mixed', 28, 14, 'south', 7, 10, 41, 52])),
    ];
    expect(tableOf(records)).toEqual({});
  });

  it('are not short texts that differ in a word', () => {
    const closed = (day: string): string =>
      `The library is closed on ${day}. Books can be returned at the desk of the town hall.`;
    expect(tableOf([signedText('a', closed('Monday')), signedText('b', closed('Tuesday'))])).toEqual({});
    expect(tableOf([signedText('a', closed('Monday')), signedText('b', closed('Monday'))])).toEqual({ a: ['b'] });
  });

  it('do not make chains: the ends of small changes after one another stand apart', () => {
    let { text } = article(21);
    const records = Array.from({ length: 12 }, (_, i) => {
      const words = text.split(' ');
      // Another eighth of the words each time.
      text = words.map((word, at) => (at % 8 === i % 8 ? `x${i}y${at}` : word)).join(' ');
      return signedText(`c${String(i).padStart(2, '0')}`, text);
    });
    const together = clustersOf(records).find(({ original, copies }) =>
      ['c00', 'c11'].every((id) =>
        [original, ...copies.map(({ record }) => record)].some((record) => record.id === id),
      ),
    );
    expect(together).toBeUndefined();
  });
});

describe('the original', () => {
  const { text, edited } = article(31);
  const short = edited(0.3, 'cut');

  it('is the earliest published, whatever the offset', () => {
    const records = [
      signedText('a', text, { published: '2031-05-03T09:00+02:00' }),
      signedText('b', short, { published: '2031-05-03T06:30Z' }),
      signedText('c', text),
    ];
    expect(tableOf(records)).toEqual({ b: ['a', 'c'] });
  });

  it('is then the most complete, then the first by id', () => {
    const published = '2031-05-03';
    expect(tableOf([signedText('a', short, { published }), signedText('b', text, { published })])).toEqual({
      b: ['a'],
    });
    expect(tableOf([signedText('b', text), signedText('a', text)])).toEqual({ a: ['b'] });
  });
});

describe('the table', () => {
  const records = [...knownCopies(400, 5)].map(signedOf);
  const expected = linesOf(clustersOf(records));

  it('is the same in any order and any sharding', () => {
    expect(expected.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(linesOf(clustersOf(shuffled))).toEqual(expected);
      }),
      { numRuns: 10, seed: 1 },
    );
  });

  it('says of a record what it is a copy of, and of how many it is the original', () => {
    const [line] = expected;
    if (line === undefined) throw new Error('no cluster');
    expect(standingIn(line, line.original)).toEqual({ is: 'original', copies: line.copies.length });
    expect(standingIn(line, line.copies[0] ?? line.original)).toMatchObject({ is: 'copy', original: line.original });
    expect(standingIn(line, { id: 'none', path: 'none', key: null })).toBeNull();
  });
});

describe('among generated documents with known copies', () => {
  const { byShare, pairs, rightPairs } = measureDuplicates(3_000, 2);

  it.each([...byShare].filter(([share]) => share <= 0.15))(
    'those with %d of the words edited are found',
    (_share, { copies, found }) => {
      expect(copies).toBeGreaterThan(100);
      expect(found / copies).toBeGreaterThanOrEqual(0.97);
    },
  );

  it('hardly any others are', () => {
    expect(rightPairs / pairs).toBeGreaterThanOrEqual(0.999);
  });
});
