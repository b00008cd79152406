import { describe, expect, it } from 'vitest';
import { Chance } from '../../../src/bench/chance.js';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import type { RawDocument, RepeatedLines } from '../../../src/core/types.js';
import { documentLines, type DocumentLines } from '../../../src/corpus/lines/document-lines.js';
import { publishLines, type PublishedLine } from '../../../src/corpus/lines/publish.js';
import { MOST_DOCUMENTS, SourceSample } from '../../../src/corpus/lines/sample.js';
import { clean, MODELS } from '../../../src/pipeline.js';
import { NO_LINES } from '../../../src/stages/held-lines.js';
import { ETHIOPIC, generateSource, GEORGIAN, textOf, type GeneratedDocument } from './generated-source.js';

const SOURCE = 'paper.example';
const rawOf = (document: GeneratedDocument): RawDocument => ({
  rawPath: `${document.key}.txt`,
  key: null,
  offset: null,
  format: 'text',
  payload: textOf(document),
  hints: { source: SOURCE, fetchedAt: document.fetchedAt },
});
const read = (document: GeneratedDocument): DocumentLines =>
  documentLines(rawOf(document), DEFAULT_OPTIONS) as DocumentLines;

function sampleOf(documents: readonly DocumentLines[]): SourceSample {
  const sample = new SourceSample(SOURCE);
  for (const document of documents) sample.add(document, document.texts);
  return sample;
}

const linesOf = (published: readonly PublishedLine[]): RepeatedLines =>
  new Map([[SOURCE, new Map(published.map(({ line, share }) => [line, share]))]]);

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const chance = new Chance(seed);
  return items
    .map((item) => ({ item, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Share of the template's lines that are not in the text, and the lines of the article that are not. */
function measure(documents: readonly GeneratedDocument[], lines: RepeatedLines): { struck: number; lost: string[] } {
  let template = 0;
  let struck = 0;
  const lost: string[] = [];
  for (const document of documents) {
    const provenance = { copydesk: '', rules: '', options: '', inputs: '' };
    const { text } = clean(rawOf(document), DEFAULT_OPTIONS, provenance, MODELS, lines);
    const kept = new Set(text.split('\n\n'));
    for (const line of document.lines) {
      if (line.kind === 'content' && !kept.has(line.text)) lost.push(line.text);
      if (line.kind !== 'template') continue;
      template += 1;
      if (!kept.has(line.text)) struck += 1;
    }
  }
  return { struck: struck / template, lost };
}

describe.each([
  ['Georgian', GEORGIAN],
  ['Ethiopic', ETHIOPIC],
])('a source in a language that no list knows, in %s letters', (_, alphabet) => {
  const documents = generateSource(500, 1, alphabet);
  const read500 = documents.map(read);
  const published = publishLines(sampleOf(read500));

  it('is cleaned of its template by learning alone, and loses no line of an article', () => {
    // Each eighth, and all that could be mistaken: the series, the running story, the refrain and the notice.
    const some = documents.filter((_, i) => i % 8 === 0 || i % 25 === 7 || i % 30 === 11 || i === 250);
    expect(measure(some, NO_LINES).struck).toBeLessThan(0.5);
    const { struck, lost } = measure(some, linesOf(published));
    expect(lost).toEqual([]);
    expect(struck).toBeGreaterThanOrEqual(0.98);
  });

  it('gives the same list in any order, in any number of parts, and when documents come twice', () => {
    expect(publishLines(sampleOf(shuffled(read500, 7)))).toEqual(published);
    expect(publishLines(sampleOf([...read500, ...read500.slice(0, 90)]))).toEqual(published);
    const merged = new SourceSample(SOURCE);
    for (let shard = 0; shard < 7; shard++) {
      const part = sampleOf(read500.filter((_, i) => i % 7 === shard));
      for (const document of part.all()) merged.add(document, part.allTexts());
    }
    expect(publishLines(merged)).toEqual(published);
  });

  it('says nothing while there are few documents', () => {
    expect(publishLines(sampleOf(read500.slice(0, 9)))).toEqual([]);
  });
});

describe('what is learned', () => {
  const filler = (i: number): string =>
    generateSource(1, 1000 + i)[0]?.lines.find(({ kind }) => kind === 'content')?.text ?? '';
  const document = (i: number, lines: readonly string[], day: number): DocumentLines =>
    read({
      key: `${i}`,
      fetchedAt: new Date(Date.UTC(2031, 2, 1 + day)).toISOString(),
      lines: [...lines, filler(i)].map((text) => ({ text, kind: 'content' })),
    });
  const textsOf = (documents: readonly DocumentLines[]): string[] =>
    publishLines(sampleOf(documents))
      .map(({ text }) => text)
      .sort();

  it('takes lines that differ in numbers and punctuation for one', () => {
    const documents = Array.from({ length: 20 }, (_, i) => document(i, [`Kommentare (${i})`], i));
    expect(textsOf(documents)).toEqual(['kommentare 0']);
  });

  it('leaves out what was on one or two days only', () => {
    const documents = Array.from({ length: 30 }, (_, i) =>
      document(i, [...(i < 12 ? ['Sturm über der Küste'] : []), 'Zur Startseite'], Math.floor(i / 6)),
    );
    expect(textsOf(documents)).toEqual(['zur startseite']);
  });

  it('counts a template that came late by the time since', () => {
    const documents = Array.from({ length: 200 }, (_, i) =>
      document(i, i >= 160 ? ['Jetzt neu: die Karte'] : [], Math.floor(i / 4)),
    );
    expect(publishLines(sampleOf(documents))).toMatchObject([{ text: 'jetzt neu die karte', share: 0.8 }]);
  });

  it('counts the versions of one document once', () => {
    const story = Array.from({ length: 6 }, (_, i) => filler(500 + i));
    const versions = Array.from({ length: 9 }, (_, i) => document(i, [...story, `Stand ${'abcdefghi'[i] ?? ''}`], i));
    const others = Array.from({ length: 60 }, (_, i) => document(100 + i, [], i));
    expect(textsOf([...versions, ...others])).toEqual([]);
  });

  it('remembers a bounded number of documents of a source', () => {
    const sample = new SourceSample(SOURCE);
    const chance = new Chance(3);
    const numbers = Array.from({ length: 3 * MOST_DOCUMENTS }, () => chance.below(2 ** 48));
    for (const number of numbers) sample.add({ document: number, day: null, lines: [1] }, new Map());
    expect(sample.all().map(({ document: number }) => number)).toEqual(
      numbers.sort((a, b) => a - b).slice(0, MOST_DOCUMENTS),
    );
  });
});
