import { decodeHTMLStrict } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import { normalize } from '../../src/core/text.js';
import type { RawDocument, Span } from '../../src/core/types.js';
import { clean } from '../../src/pipeline.js';
import { mojibakeEdits } from '../../src/stages/mojibake.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { parseText } from '../../src/stages/parse-text.js';
import { htmlPage, plainText } from './documents.js';
import { countCover, spansOf, visible, visibleOnPage } from './spans.js';

/** What holds of every document, whatever it is. A failure prints the smallest document that shows it, and the seed. */

const SEED = Number(process.env['FC_SEED'] ?? 20261121);
const runs = (numRuns: number): { numRuns: number; seed: number } => ({ numRuns, seed: SEED });

const PROVENANCE = { copydesk: '0', rules: '0', options: '0', inputs: '0' };

function document(payload: string, format: RawDocument['format']): RawDocument {
  return { rawPath: `a/${payload.length}`, key: null, offset: null, format, payload, hints: {} };
}
const cleanText = (source: string): ArticleRecord => clean(document(source, 'text'), DEFAULT_OPTIONS, PROVENANCE);
const cleanHtml = (source: string): ArticleRecord => clean(document(source, 'html'), DEFAULT_OPTIONS, PROVENANCE);

/** Documents that could not be read have a record and no spans. */
const isUnread = (record: ArticleRecord): boolean =>
  record.rejection?.reason === 'unreadable' || record.rejection?.reason === 'too-large';

function expectInOrder(spans: readonly Span[]): void {
  expect(spans.map(({ start }) => start)).toEqual(spans.map(({ start }) => start).sort((a, b) => a - b));
}

/** `text` at some offsets, in brackets, for a message that shows what was lost. */
function show(source: string, offsets: readonly number[]): string[] {
  return offsets
    .slice(0, 5)
    .map((at) => `${source.slice(Math.max(0, at - 20), at)}[${source.charAt(at)}]${source.slice(at + 1, at + 20)}`);
}

function expectSound(record: ArticleRecord): void {
  expect(recordSchema.parse(record)).toEqual(record);
  const paragraphs = record.blocks.map(({ start, end }) => record.text.slice(start, end));
  expect(paragraphs.join('\n\n')).toBe(record.text);
  expect(paragraphs.filter((text) => text === '' || text !== text.trim())).toEqual([]);
  expect(record.rejection === null).toBe(record.status !== 'rejected');
  if (record.status === 'rejected') expect(record.text).toBe('');
}

describe('a plain text', () => {
  it('is in a sound record, each visible character once, in order, and each time the same', () => {
    fc.assert(
      fc.property(plainText, (source) => {
        const record = cleanText(source);
        expectSound(record);
        expect(JSON.stringify(cleanText(source))).toBe(JSON.stringify(record));
        if (isUnread(record)) return;
        const { kept, moved, removed } = spansOf(record);
        for (const spans of [kept, moved, removed]) expectInOrder(spans);
        const cover = countCover(source.length, [...kept, ...moved, ...removed]);
        expect(
          show(
            source,
            [...visible(source)].filter((at) => cover[at] !== 1),
          ),
        ).toEqual([]);
        expect(Math.max(0, ...cover)).toBeLessThanOrEqual(1);
      }),
      runs(400),
    );
  });

  it('has blocks that read as their source does, repaired and normalized', () => {
    fc.assert(
      fc.property(plainText, (source) => {
        for (const { text, span } of parseText(source).blocks) {
          const raw = source.slice(span.start, span.end);
          if (!/[\r\n\u000b\u000c\u0085\u2028\u2029]/.test(raw)) expect(text).toBe(normalize(decodeHTMLStrict(raw)));
        }
      }),
      runs(500),
    );
  });

  it('is cut where its blocks say: places in a block run forward and lead back to the same text', () => {
    fc.assert(
      fc.property(plainText, fc.nat(), (source, seed) => {
        const page = parseText(source);
        expect(page.text).toBe(source);
        page.blocks.forEach((block, i) => {
          const { text, span } = block;
          if (text === '') return;
          expect(page.locate(i, 0, text.length)).toEqual(span);
          const places = Array.from({ length: text.length }, (_, at) => page.locate(i, at, at + 1));
          const backward = places.filter(
            (place, k) => place.start < (places[k - 1]?.start ?? span.start) || place.end > span.end,
          );
          expect(backward).toEqual([]);
          // Read alone, a piece that begins and ends at white space is the same text again.
          const gaps = [...text.matchAll(/ /g)].map((match) => match.index);
          const gap = gaps[seed % Math.max(1, gaps.length)];
          if (gap === undefined) return;
          const { start, end } = page.locate(i, gap + 1, text.length);
          const again = parseText(source.slice(0, start).replace(/[^\n]/g, ' ') + source.slice(start, end));
          const texts = again.blocks.map((piece) => piece.text).filter((piece) => piece !== '');
          expect(texts.join(' ')).toBe(text.slice(gap + 1));
        });
      }),
      runs(400),
    );
  });
});

describe('a page', () => {
  it('is in a sound record, every character that a reader could see, and each time the same', () => {
    fc.assert(
      fc.property(htmlPage, (source) => {
        const record = cleanHtml(source);
        expectSound(record);
        expect(JSON.stringify(cleanHtml(source))).toBe(JSON.stringify(record));
        if (isUnread(record)) return;
        const { kept, moved, removed } = spansOf(record);
        const cover = countCover(source.length, [...kept, ...moved, ...removed]);
        expect(
          show(
            source,
            visibleOnPage(source).filter((at) => cover[at] === 0),
          ),
        ).toEqual([]);
      }),
      runs(350),
    );
  });

  it('has blocks that tile its text and know their place in the source', () => {
    fc.assert(
      fc.property(htmlPage, (source) => {
        const page = parseHtml(source, DEFAULT_OPTIONS, mojibakeEdits);
        expect(page.blocks.map((block) => page.text.slice(block.span.start, block.span.end))).toEqual(
          page.blocks.map((block) => block.text),
        );
        expect(page.blocks.map((block) => block.text).join('\n')).toBe(page.text);
        page.blocks.forEach((block, i) => {
          const { length } = block.text;
          expect(page.locate(i, 0, length)).toEqual(block.span);
          expect(page.sourceOf(block.span)).toEqual(block.source);
          const middle = page.sourceOf(page.locate(i, length >> 1, length));
          expect(middle.start).toBeGreaterThanOrEqual(block.source.start);
          expect(middle.end).toBeLessThanOrEqual(block.source.end);
        });
      }),
      runs(400),
    );
  });
});

describe('many documents', () => {
  it('give the same records in any order', () => {
    const any = fc.oneof(
      plainText.map((source) => document(source, 'text')),
      htmlPage.map((source) => document(source, 'html')),
    );
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 6 }), (documents) => {
        const one = documents.map((raw) => clean(raw, DEFAULT_OPTIONS, PROVENANCE));
        const other = [...documents].reverse().map((raw) => clean(raw, DEFAULT_OPTIONS, PROVENANCE));
        expect(other.reverse()).toEqual(one);
      }),
      runs(30),
    );
  });
});
