import { readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, type ArticleRecord } from '../../../src/core/record.js';
import { REASONS } from '../../../src/core/types.js';
import type { Filter } from '../../../src/review/api.js';
import { segmentPath } from '../../../src/review/catalogue/build.js';
import { countRows } from '../../../src/review/catalogue/count.js';
import { StrikeGroups } from '../../../src/review/catalogue/groups.js';
import { search } from '../../../src/review/catalogue/search.js';
import { orderOf, rowFilter } from '../../../src/review/catalogue/select.js';
import type { Holdings } from '../../../src/review/desk/holdings.js';
import { cleanFolder, holdingsOf, recordOf, writeRecords } from '../records.js';

const NOWHERE = { lastRunMs: null, decided: new Set<number>() };
const base = recordOf('-', 'nothing');

/** A record that holds what it is told to. */
const made = (changes: Partial<ArticleRecord>): ArticleRecord => ({ ...base, ...changes });

const strike = fc.record({
  text: fc.constantFrom('Share', 'Read also', 'A long strike of several words', 'Teilen'),
  reason: fc.constantFrom(...REASONS),
  rule: fc.constantFrom('judge', 'phrase:en', 'decision:1'),
  confidence: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
});
const anyRecord = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    source: fc.constantFrom('a.example', 'b.example', 'c.example'),
    inLanguage: fc.constantFrom('en', 'de', 'und'),
    flags: fc.uniqueArray(fc.constantFrom('one', 'two', 'three')),
    headline: fc.option(fc.string()),
    text: fc.string(),
    removals: fc.array(strike, { maxLength: 4 }),
  })
  .map(({ removals, ...rest }) =>
    made({ ...rest, removals: removals.map((removal, i) => ({ ...removal, start: i, end: i + 1, evidence: null })) }),
  );

/** What a filter means, read off a record. */
const isMeant = (record: ArticleRecord, filter: Filter): boolean =>
  (filter.source === undefined || record.source === filter.source) &&
  (filter.language === undefined || record.inLanguage === filter.language) &&
  (filter.status === undefined || record.status === filter.status) &&
  (filter.flag === undefined || record.flags.includes(filter.flag)) &&
  (filter.reason === undefined || record.removals.some(({ reason }) => reason === filter.reason)) &&
  (filter.rule === undefined || record.removals.some(({ rule }) => rule === filter.rule)) &&
  (filter.unsure === undefined || record.removals.some(({ confidence }) => confidence <= (filter.unsure ?? 0)));

const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    source: fc.constantFrom('a.example', 'b.example', 'nowhere.example'),
    language: fc.constantFrom('en', 'fr'),
    status: fc.constantFrom(...STATUSES),
    flag: fc.constantFrom('one', 'three', 'none'),
    reason: fc.constantFrom(...REASONS.slice(0, 4)),
    rule: fc.constantFrom('judge', 'decision:1', 'none'),
    unsure: fc.constantFrom(0, 0.5, 0.75, 1),
  },
  { requiredKeys: [] },
);

const rowsOf = (holdings: Holdings, isWanted: (row: number) => boolean): number[] =>
  [...orderOf(holdings.catalogue, 'path')].filter(isWanted);

describe('the catalogue', () => {
  it('selects and counts as one would by reading all records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 12 }), anyFilter, async (records, filter) => {
        const [first, ...rest] = records;
        const clean = cleanFolder({ ...(first && { 'x/one.json': first }), 'y.jsonl': rest });
        const holdings = await holdingsOf(clean);
        const isWanted = rowFilter(holdings.catalogue, filter, NOWHERE);
        const meant = records.filter((record) => isMeant(record, filter));
        const found = await Promise.all(rowsOf(holdings, isWanted).map((row) => holdings.read(row)));
        expect(found).toEqual(meant);
        const counts = countRows(holdings.catalogue, isWanted, NOWHERE);
        const strikes = meant.flatMap(({ removals }) => removals);
        expect(counts.documents.total).toBe(meant.length);
        expect(counts.documents.rejected).toBe(meant.filter(({ status }) => status === 'rejected').length);
        expect(counts.characters.removed).toBe(strikes.reduce((sum, { text }) => sum + text.length, 0));
        for (const { name, documents, strikes: number } of counts.reasons) {
          expect(number).toBe(strikes.filter(({ reason }) => reason === name).length);
          expect(documents).toBe(meant.filter((record) => isMeant(record, { reason: name })).length);
        }
        expect(counts.reasons.reduce((sum, reason) => sum + reason.strikes, 0)).toBe(strikes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('puts the riskiest first', async () => {
    const calm = made({ text: 'All is well.', headline: 'Calm', status: 'accepted' });
    const prose = Array.from({ length: 8 }, () => 'They said that all of it was true and so it went.').join(' ');
    const risky = made({
      ...calm,
      removals: [{ start: 0, end: 1, text: prose, reason: 'related', rule: 'judge', evidence: null, confidence: 0.6 }],
    });
    const holdings = await holdingsOf(cleanFolder({ 'a.json': calm, 'b.json': risky }));
    expect(holdings.refOf(orderOf(holdings.catalogue, 'risk')[0] ?? -1).path).toBe('b.json');
  });
});

describe('a catalogue that was written', () => {
  const long = Date.now() - 1_000_000;
  /** As a run left them long ago. */
  const settle = (clean: string): void => {
    for (const name of readdirSync(clean))
      if (name.endsWith('.json')) utimesSync(join(clean, name), long / 1000, long / 1000);
  };
  const headlines = async (clean: string): Promise<(string | null | undefined)[]> => {
    const holdings = await holdingsOf(clean);
    return Promise.all(rowsOf(holdings, () => true).map(async (row) => (await holdings.read(row))?.headline));
  };
  const folder = (): string => {
    const names = ['a', 'b', 'c', 'd'];
    return cleanFolder(Object.fromEntries(names.map((name) => [`${name}.json`, made({ headline: name })])));
  };

  it('is brought up to date with what was added, changed and removed', async () => {
    const clean = folder();
    settle(clean);
    expect(await headlines(clean)).toEqual(['a', 'b', 'c', 'd']);
    writeRecords(clean, { 'b.json': made({ headline: 'B!' }), 'e.json': made({ headline: 'e' }) });
    rmSync(join(clean, 'c.json'));
    expect(await headlines(clean)).toEqual(['a', 'B!', 'd', 'e']);
  });

  it('does not read again what has not changed', async () => {
    const clean = folder();
    settle(clean);
    await holdingsOf(clean);
    const { size } = statSync(join(clean, 'a.json'));
    // Nobody can tell that it is another: so it was not looked into.
    writeFileSync(join(clean, 'a.json'), ' '.repeat(size));
    settle(clean);
    writeRecords(clean, { 'e.json': made({ headline: 'e' }) });
    const holdings = await holdingsOf(clean);
    expect(holdings.catalogue.rows.at).toHaveLength(5);
  });

  it.each([0, 5, 40, 100])(
    'is made again where only %d bytes are left of a segment',
    async (size) => {
      const clean = folder();
      settle(clean);
      await holdingsOf(clean);
      const segments = dirname(segmentPath(clean, 0));
      for (const name of readdirSync(segments)) truncateSync(join(segments, name), size);
      expect(await headlines(clean)).toEqual(['a', 'b', 'c', 'd']);
    },
    20_000,
  );

  it('gives no other document that has come to stand where one was', async () => {
    const [one, other] = ['one', 'two'].map((key) => made({ provenance: { ...base.provenance, key } }));
    const clean = cleanFolder({ 'all.jsonl': [one, other] as ArticleRecord[] });
    const holdings = await holdingsOf(clean);
    writeRecords(clean, { 'all.jsonl': [other, one] as ArticleRecord[] });
    expect(await holdings.read(0)).toBeNull();
    await holdings.refresh();
    expect((await holdings.read(0))?.provenance.key).toBe('two');
  });

  it('misses nothing that changes while it is being brought up to date', async () => {
    const clean = folder();
    const holdings = await holdingsOf(clean);
    const first = holdings.refresh();
    let second = Promise.resolve();
    // The folder has been looked at for the first time by then, or not: the second time sees it.
    setImmediate(() => {
      writeRecords(clean, { 'e.json': made({ headline: 'e' }) });
      second = holdings.refresh();
    });
    await first;
    await second;
    expect(holdings.catalogue.rows.at).toHaveLength(5);
  });

  it('leaves out what is no record', async () => {
    const clean = folder();
    writeFileSync(join(clean, 'b.json'), '{"not": "a record"}');
    writeFileSync(join(clean, 'z.jsonl'), `{\n${JSON.stringify(made({ headline: 'z' }))}\n`);
    expect(await headlines(clean)).toEqual(['a', 'c', 'd', 'z']);
  });
});

describe('a search', () => {
  it('finds all where another page has read the records again at another time', async () => {
    const clean = cleanFolder({ 'a.json': made({ text: 'The crane stands.' }) });
    const { catalogue } = await holdingsOf(clean);
    rmSync(dirname(segmentPath(clean, 0)), { recursive: true });
    await holdingsOf(clean, Date.now() + 90_000);
    const bounds = { from: 0, limit: 5, isLate: () => false };
    const found = await search(
      catalogue,
      'crane',
      () => true,
      (i) => segmentPath(clean, i),
      bounds,
    );
    expect(found.rows).toHaveLength(1);
  });

  const look = async (records: readonly ArticleRecord[], words: string, limit = 50): Promise<number[]> => {
    const clean = cleanFolder({ 'all.jsonl': records });
    const { catalogue } = await holdingsOf(clean);
    const bounds = { limit, isLate: () => false };
    const found: number[] = [];
    for (let from: number | null = 0; from !== null;) {
      const { rows, next } = await search(
        catalogue,
        words,
        () => true,
        (i) => segmentPath(clean, i),
        { ...bounds, from },
      );
      found.push(...rows.map((row) => catalogue.rows.at[row] ?? -1));
      from = next;
    }
    return found;
  };
  const texts = ['The crane stands.', 'A CRANE\nstood.', '港の古いクレーンが残る', 'Nothing of the kind', ''];
  const records = texts.map((text, i) => made({ text, headline: i === 4 ? 'Crane falls' : null }));

  it.each([
    ['crane', [0, 1, 4]],
    ['Crane  stood', [1]],
    ['クレーン', [2]],
    ['stands. a', [0]],
    ['"stands. a"', []],
    ['stood crane', [1]],
    ['"a crane" stood', [1]],
    ['"', []],
    ['', []],
    ['\n', []],
  ])('for %j finds documents %j', async (words, found) => {
    expect(await look(records, words)).toEqual(found);
  });

  it('goes on where it stopped', async () => {
    expect(await look(records, 'crane', 1)).toEqual([0, 1, 4]);
  });

  it('finds what a plain look would find', async () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'ab', ' '), { maxLength: 8 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 8 }),
        fc.constantFrom('a', 'ab', '"b a"', 'aab'),
        async (all, words) => {
          const found = await look(
            all.map((one) => made({ text: one, headline: null })),
            words,
            3,
          );
          const flat = all.map((one) => one.replace(/\s+/g, ' ').trim());
          expect(found).toEqual(flat.flatMap((one, i) => (one.includes(words.replaceAll('"', '')) ? [i] : [])));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('groups of strikes', () => {
  it('are those of one rule and one text that several documents hold', async () => {
    const cut = (text: string, rule: string): ArticleRecord['removals'][number] => ({
      start: 0,
      end: 1,
      text,
      reason: 'ui',
      rule,
      evidence: null,
      confidence: 0.9,
    });
    const clean = cleanFolder({
      'all.jsonl': [
        made({ removals: [cut('Share', 'judge'), cut('Share', 'judge'), cut('Alone', 'judge')] }),
        made({ removals: [] }),
        made({ removals: [cut('Sh are', 'judge'), cut('Share', 'phrase:en')] }),
      ],
    });
    const { catalogue } = await holdingsOf(clean);
    const groups = StrikeGroups.of(catalogue);
    const [group, ...others] = groups.count(() => true);
    expect(others).toEqual([]);
    expect(group?.documents).toBe(2);
    expect(groups.exampleOf(group?.group ?? 0)).toMatchObject({ row: 0, strike: 0 });
    expect(groups.count((row) => row === 0)).toEqual([]);
  });
});
