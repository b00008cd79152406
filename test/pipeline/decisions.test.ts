import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, PassageDecision, Scope } from '../../src/core/decision.js';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { PassageText, squeeze } from '../../src/core/passage.js';
import { recordTexts } from '../../src/core/record-pieces.js';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import { sortStale } from '../../src/core/stale.js';
import type { RawDocument, Reason } from '../../src/core/types.js';
import { clean, MODELS } from '../../src/pipeline.js';
import { Decided } from '../../src/stages/decided.js';
import { NO_LINES } from '../../src/stages/held-lines.js';
import { readPage } from '../../src/stages/read-page.js';
import { faultsOf, LONE_SURROGATE } from '../fuzz/sound.js';
import { htmlPage, plainText } from './documents.js';
import { countCover, spansOf, visible, visibleOnPage } from './spans.js';

/** What people decide is done, and nothing is lost by it. */

const PROVENANCE = { copydesk: '0', rules: '0', options: '0', inputs: 'in' };

function documentOf(
  payload: string,
  format: RawDocument['format'] = 'text',
  changes: Partial<RawDocument> = {},
): RawDocument {
  return { rawPath: 'mill/a', key: null, offset: null, format, payload, hints: {}, ...changes };
}

const cleanWith = (raw: RawDocument, ...decisions: Decision[]): ArticleRecord =>
  clean(raw, { ...DEFAULT_OPTIONS, minWords: 0 }, PROVENANCE, MODELS, NO_LINES, new Decided(decisions));

let made = 0;
const base = (): Omit<PassageDecision, 'action' | 'scope' | 'passage' | 'rule'> => ({
  id: `decision${made++}`,
  at: '2031-05-03T10:00:00Z',
  by: 'ida',
  document: { rawPath: 'mill/a', key: null, offset: null },
  source: 'mill',
});
const keep = (text: string, scope: Scope = 'document', occurrence = 0): Decision => ({
  ...base(),
  action: 'keep',
  rule: 'judge',
  scope,
  passage: { text, occurrence },
});
const strike = (text: string, scope: Scope = 'document', occurrence = 0, reason: Reason = 'related'): Decision => ({
  ...base(),
  action: 'strike',
  reason,
  scope,
  passage: { text, occurrence },
});

const BODY = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since spring.',
  'Nobody had asked the ferryman, who said that he would have told them to paint the boat first, as his father did.',
  'The board will meet again in a week, and the ferryman has said that he will be there with a bucket and a brush.',
];
const LINES = [
  ...BODY.slice(0, 2),
  'Subscribe to our newsletter',
  BODY[2] ?? '',
  'Read more: Rope is dearer, too',
  '© 2031 Mill Gazette. All rights reserved.',
];
const TEXT = documentOf(LINES.join('\n\n'));
const HTML = documentOf(
  `<html><body><article>${LINES.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
  'html',
);

const struckIn = (record: ArticleRecord): string[] => record.removals.map(({ text }) => text);

describe.each([
  ['a text', TEXT],
  ['a page', HTML],
])('%s', (_, raw) => {
  const before = cleanWith(raw);

  it('has a passage back that a person keeps, whatever rule had struck it', () => {
    for (const text of struckIn(before)) {
      const record = cleanWith(raw, keep(text));
      expect(struckIn(record)).not.toContain(text);
      expect(record.text).toContain(text);
    }
    expect(struckIn(before).length).toBeGreaterThan(1);
  });

  it('has a part of a struck line back, and a part of a kept one struck', () => {
    const record = cleanWith(raw, keep('Mill Gazette.'), strike('who said that\nhe would', 'document', 0, 'ui'));
    expect(record.text.split('\n\n')).toEqual([
      BODY[0],
      'Nobody had asked the ferryman, have told them to paint the boat first, as his father did.',
      BODY[2],
      ...(raw === HTML ? ['Read more: Rope is dearer, too'] : []),
      'Mill Gazette.',
    ]);
    expect(record.removals.find(({ reason }) => reason === 'ui')).toMatchObject({
      text: 'who said that he would',
      confidence: 1,
      rule: expect.stringMatching(/^decision:decision\d+$/) as string,
    });
    expect(struckIn(record)).toEqual(expect.arrayContaining(['© 2031', 'All rights reserved.']));
  });

  it('loses what a person strikes, also over several lines, and keeps its paragraphs whole where a kept part is kept', () => {
    const over = cleanWith(raw, strike('with a bucket and a brush. Read more: Rope'));
    expect(struckIn(over)).toContain('with a bucket and a brush.');
    expect(over.text).toContain('he will be there');
    expect(cleanWith(raw, keep('ferryman, who said')).text).toBe(before.text);
  });

  it('obeys the nearer reach, and of two of one reach the later', () => {
    const text = BODY[1] ?? '';
    const isStruck = (...decisions: Decision[]): boolean => struckIn(cleanWith(raw, ...decisions)).includes(text);
    expect(isStruck(strike(text, 'everywhere'))).toBe(true);
    expect(isStruck(keep(text, 'source'), strike(text, 'everywhere'))).toBe(false);
    expect(isStruck(keep(text, 'document'), strike(text, 'source'))).toBe(false);
    expect(isStruck(keep(text), strike(text))).toBe(true);
    expect(isStruck(strike(text), keep(text))).toBe(false);
  });

  it('is as before for other documents, other sources, parts of lines of wide reach, and where all is well', () => {
    const elsewhere = { ...strike(BODY[0] ?? ''), document: { rawPath: 'mill/b', key: null, offset: null } };
    const other = { ...strike(BODY[0] ?? '', 'source'), source: 'weir' };
    const { action, reason, ...rest } = strike(BODY[0] ?? '') as Extract<Decision, { action: 'strike' }>;
    expect([action, reason]).toEqual(['strike', 'related']);
    const accept: Decision = { ...rest, action: 'accept', rule: 'judge' };
    for (const decision of [
      elsewhere,
      other,
      accept,
      strike('The harbour board', 'source'),
      strike('Absent', 'everywhere'),
    ])
      expect(cleanWith(raw, decision)).toEqual(before);
  });

  it('names in its inputs what concerns it', () => {
    const inputs = (...decisions: Decision[]): string => cleanWith(raw, ...decisions).provenance.inputs;
    const near = keep('Subscribe to our newsletter');
    const wide = keep('Subscribe to our newsletter', 'source');
    expect(inputs()).toBe('in');
    expect(
      new Set([inputs(), inputs(near), inputs(wide), inputs(near, wide), inputs(keep('Subscribe to our newsletter'))])
        .size,
    ).toBe(5);
    expect(inputs(strike('Not here'))).not.toBe('in');
  });

  it('says what a person corrected', () => {
    const correction = (field: object): Decision => ({ ...base(), action: 'correct', ...field }) as Decision;
    const record = cleanWith(
      raw,
      correction({ field: 'headline', value: 'Wrong' }),
      correction({ field: 'headline', value: 'Tar doubles' }),
      correction({ field: 'authors', value: ['Ida Brannigan', 'Bo Lie'] }),
      correction({ field: 'datePublished', value: '2031-05-03T10:15' }),
    );
    expect(record).toMatchObject({
      headline: 'Tar doubles',
      authors: ['Ida Brannigan', 'Bo Lie'],
      datePublished: { value: '2031-05-03T10:15', precision: 'minute', from: 'decision', raw: '2031-05-03T10:15' },
      text: before.text,
    });
    const none = cleanWith(raw, correction({ field: 'datePublished', value: null }));
    expect(none.datePublished).toBeNull();
    expect(cleanWith(raw, correction({ field: 'datePublished', value: '2031-05-03' })).datePublished?.precision).toBe(
      'day',
    );
  });
});

it('a document that was rejected is none any more when a person keeps something in it', () => {
  const raw = documentOf('404 - Page not found\n\nGo back to the home page');
  expect(cleanWith(raw).status).toBe('rejected');
  expect(cleanWith(raw, keep('Go back to the home page'))).toMatchObject({
    rejection: null,
    text: expect.stringContaining('Go back') as string,
  });
});

it('a rejected page is of the source that it names itself, so that what is decided for that source reaches it', () => {
  const page =
    '<head><title>Page not found</title><link rel="canonical" href="https://www.gone.example/a"></head>' +
    '<h1>Page not found</h1><p>Sorry, this page cannot be found.</p>';
  const raw = documentOf(page, 'html');
  const rejected = cleanWith(raw);
  expect(rejected).toMatchObject({ status: 'rejected', source: 'gone.example' });
  const decision = { ...keep('Sorry, this page cannot be found.', 'source'), source: rejected.source };
  const taken = cleanWith(raw, decision);
  expect(taken).toMatchObject({ status: 'review', id: rejected.id, source: rejected.source });
});

it('a decision goes before a site profile', () => {
  const line = 'Buy rope at the quay';
  const raw = documentOf(`${BODY.join('\n\n')}\n\n${line}`);
  const dropping = { name: 'p', drop: [{ line: 'buy rope ...', reason: 'advertisement' as const }] };
  const keeping = { name: 'p', keep: [{ line: 'buy rope ...' }] };
  const by = (profile: object, ...decisions: Decision[]): string =>
    clean(
      raw,
      { ...DEFAULT_OPTIONS, profiles: [profile as typeof dropping] },
      PROVENANCE,
      MODELS,
      NO_LINES,
      new Decided(decisions),
    ).text;
  expect(by(dropping)).not.toContain(line);
  expect(by(dropping, keep(line))).toContain(line);
  expect(by(keeping)).toContain(line);
  expect(by(keeping, strike(line))).not.toContain(line);
});

it('a document of a container is known by its key, and by its offset where it has none', () => {
  const of = (key: string | null, offset: number | null): string =>
    struckIn(
      cleanWith(documentOf(TEXT.payload as string, 'text', { key, offset }), {
        ...strike(BODY[0] ?? ''),
        document: { rawPath: 'mill/a', key: 'k', offset: 5 },
      }),
    )[0] ?? '';
  expect(of('k', 900)).toBe(BODY[0]);
  expect(of('j', 5)).not.toBe(BODY[0]);
  expect(of(null, 5)).not.toBe(BODY[0]);
});

it('a headline of which a part is kept stays whole', () => {
  const title = 'Ferryman asks for a bell that nobody wants';
  const titled = documentOf(`${title}\nBy Ida Holm\n3 May 2031\n\n${BODY.join('\n\n')}`);
  expect(cleanWith(titled).headline).toBe(title);
  const record = cleanWith(titled, keep('Ferryman'), keep(' asks for'));
  expect(record.headline).toBe(title);
  expect(record.moves.map(({ text }) => text)).toContain(title);
});

it('a passage that has gone is stale, and others are not', () => {
  const texts = recordTexts(cleanWith(TEXT));
  const decisions = [
    keep('Subscribe to our newsletter'),
    keep('Gone'),
    keep('Gone', 'source'),
    keep('Subscribe to our newsletter', 'document', 7),
  ];
  const { obeyed, stale } = sortStale(texts, decisions);
  expect(stale).toEqual([decisions[1], decisions[3]]);
  expect(obeyed).toEqual([decisions[0], decisions[2]]);
});

describe('whatever is decided of whatever document', () => {
  const choice = fc.record({
    from: fc.nat(),
    length: fc.nat({ max: 400 }),
    action: fc.constantFrom('keep', 'strike'),
    scope: fc.constantFrom<Scope>('document', 'document', 'source', 'everywhere'),
  });
  const document = fc.oneof(
    plainText.map((source) => documentOf(source)),
    htmlPage.map((source) => documentOf(source, 'html')),
  );

  it('loses nothing, is a sound record, and is obeyed', () => {
    fc.assert(
      fc.property(document, fc.array(choice, { minLength: 1, maxLength: 4 }), (raw, choices) => {
        const source = raw.payload as string;
        const { page } = readPage(raw, DEFAULT_OPTIONS);
        const all = page.blocks.map(({ text }) => text).join('\n');
        // Nobody can point at an accent without its letter.
        const letters = Array.from(new Intl.Segmenter().segment(all), ({ segment }) => segment);
        const decisions = choices.flatMap(({ from, length, action, scope }) => {
          const start = from % (letters.length + 1);
          const text = letters.slice(start, start + length + 1).join('');
          if (squeeze(text) === '') return [];
          return [action === 'keep' ? keep(text, scope) : strike(text, scope)];
        });
        const record = cleanWith(raw, ...decisions);
        expect(recordSchema.parse(record)).toEqual(record);
        const wasSound = !LONE_SURROGATE.test(source);
        if (wasSound) expect(faultsOf(record)).toEqual([]);
        const { kept, moved, removed } = spansOf(record);
        const cover = countCover(source.length, [...kept, ...moved, ...removed]);
        const isText = raw.format === 'text';
        const seen = isText ? [...visible(source)] : visibleOnPage(source);
        expect(seen.filter((at) => (isText ? cover[at] !== 1 : cover[at] === 0))).toEqual([]);
        const last = decisions.at(-1);
        if (last?.action === 'correct' || last?.scope !== 'document' || record.rejection !== null) return;
        // The later of the nearest reach stands in the record as decided, to the letter.
        const parts = new PassageText(page.blocks.map(({ text }) => text)).find(last.passage);
        const wanted = squeeze(parts.map(({ text, start, end }) => page.blocks[text]?.text.slice(start, end)).join(''));
        if (last.action === 'strike') {
          const own = record.removals.filter(({ rule }) => rule === `decision:${last.id}`).map(({ text }) => text);
          // A letter is not parted from its accents, nor what was mended from what stood there.
          const words = squeeze(own.join(''));
          expect(words).toContain(wanted);
          expect(words.length - wanted.length).toBeLessThan(20);
        } else
          for (const { text, start, end } of parts) {
            const words = squeeze(page.blocks[text]?.text.slice(start, end) ?? '');
            const found = [
              ...record.blocks.map((b) => record.text.slice(b.start, b.end)),
              ...record.moves.map((m) => m.text),
            ];
            expect(found.some((one) => squeeze(one).includes(words))).toBe(true);
          }
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });
});
