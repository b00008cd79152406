import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PassageText, squeeze } from '../../src/core/passage.js';

const textsAt = (texts: readonly string[], parts: readonly { text: number; start: number; end: number }[]): string[] =>
  parts.map(({ text, start, end }) => (texts[text] ?? '').slice(start, end));

describe('a passage', () => {
  it('is found over several texts and inside one, whatever the spaces', () => {
    const texts = ['The price', '', 'of  tar has doubled.', 'Again: the price'];
    const page = new PassageText(texts);
    const found = page.find({ text: 'price\nof tar', occurrence: 0 });
    expect(textsAt(texts, found)).toEqual(['price', 'of  tar']);
    expect(textsAt(texts, page.find({ text: 'priceof\u00a0\u200btar', occurrence: 0 }))).toEqual(['price', 'of  tar']);
    expect(textsAt(texts, page.find({ text: 'hasdoubled', occurrence: 0 }))).toEqual(['has doubled']);
    expect(found[0]).toEqual({ text: 0, start: 4, end: 9 });
  });

  it('is told from others of the same words by how many stand before it', () => {
    const page = new PassageText(['a b', 'a b a', 'aaa']);
    expect(page.find({ text: 'a', occurrence: 2 })).toEqual([{ text: 1, start: 4, end: 5 }]);
    expect(page.find({ text: 'aa', occurrence: 2 })).toEqual([{ text: 2, start: 1, end: 3 }]);
    expect(page.find({ text: 'a', occurrence: 6 })).toEqual([]);
    expect(page.find({ text: 'c', occurrence: 0 })).toEqual([]);
    expect(page.find({ text: ' ', occurrence: 0 })).toEqual([]);
  });

  it('never cuts a character in halves', () => {
    const texts = ['x👍y', '👍'];
    const page = new PassageText(texts);
    expect(textsAt(texts, page.find({ text: '\udc4d', occurrence: 0 }))).toEqual(['👍']);
    expect(textsAt(texts, page.find({ text: '\ud83d', occurrence: 1 }))).toEqual(['👍']);
    expect(page.passageAt({ text: 0, offset: 2 }, { text: 1, offset: 1 })).toEqual({ text: '👍y\n👍', occurrence: 0 });
  });

  it('that was read off its place is found there', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u00a0', '\u200d', '👍', 'é'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), fc.nat(), (texts, t, a, b) => {
        const page = new PassageText(texts);
        const first = t % texts.length;
        const last = first + (a % (texts.length - first));
        const from = { text: first, offset: a % ((texts[first] ?? '').length + 1) };
        const to = { text: last, offset: b % ((texts[last] ?? '').length + 1) };
        if (first === last && to.offset < from.offset) return;
        const passage = page.passageAt(from, to);
        if (passage === null) return;
        const found = page.find(passage);
        expect(squeeze(textsAt(texts, found).join(''))).toBe(squeeze(passage.text));
        const before = squeeze(texts.slice(0, first).join('') + (texts[first] ?? '').slice(0, from.offset)).length;
        const head = found[0] ?? { text: 0, start: 0 };
        const start = squeeze(
          texts.slice(0, head.text).join('') + (texts[head.text] ?? '').slice(0, head.start),
        ).length;
        expect(before - start).toBeLessThanOrEqual(1); // Half of a character, at most.
        expect(before).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 2000 },
    );
  });

  it('of one letter in a text of one letter is found in a moment', () => {
    const page = new PassageText(['a'.repeat(3_000_000)]);
    expect(page.find({ text: 'a'.repeat(150_000) + 'b', occurrence: 0 })).toEqual([]);
    expect(page.find({ text: 'a'.repeat(150_000), occurrence: 2_000_000 })).toEqual([
      { text: 0, start: 2_000_000, end: 2_150_000 },
    ]);
  });
});
