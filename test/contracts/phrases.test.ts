import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openingWords } from '../../src/rules/phrases/opening-words.js';
import { compile } from '../../src/rules/phrases/pattern.js';
import { LISTS, PhraseMatcher, type PhraseList } from '../../src/rules/phrases/index.js';

// FILES=en,de npx vitest run test/contracts/phrases.test.ts looks at some languages only while one writes them.
const folder = new URL('../../src/rules/phrases/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^[a-z]{2,3}\.ts$/.test(name));
const lists = await Promise.all(
  files.map(async (name) => {
    const module = (await import(new URL(name, folder).href)) as Record<string, PhraseList>;
    return Object.values(module)[0] as PhraseList;
  }),
);
const all = new PhraseMatcher(lists);
const keeps = lists.flatMap((list) =>
  list.phrases.flatMap((phrase) => phrase.keeps.map((line) => ({ line, language: list.language }))),
);

describe('phrase lists', () => {
  it('hold patterns that are well formed, and begin with the words that are told without compiling them', () => {
    const patterns = lists.flatMap((list) => list.phrases.flatMap((phrase) => phrase.any));
    let told = 0;
    for (const pattern of patterns) {
      const { words, prefixes, number, any } = compile(pattern).starts;
      const opening = openingWords(pattern);
      if (opening === null) continue;
      told++;
      expect([...opening], pattern).toEqual([...words]);
      expect(prefixes.size === 0 && !number && !any, pattern).toBe(true);
    }
    expect(told).toBeGreaterThan(0.8 * patterns.length);
  });

  it('are sure by themselves of nothing but what a model says of itself', () => {
    const sure = lists.flatMap((list) => list.phrases.filter((phrase) => phrase.sure === true));
    expect(sure.length).toBeGreaterThan(0);
    expect(new Set(sure.map(({ reason, kind }) => `${kind} ${reason}`))).toEqual(new Set(['lead-in appended']));
  });

  it('are all loaded', () => {
    expect(LISTS.map((list) => list.language).sort()).toEqual(lists.map((list) => list.language).sort());
  });

  describe.each(lists.map((list) => [list.language, list] as const))('%s', (language, list) => {
    it('has stop words and field words', () => {
      expect(list.stopwords.length).toBeGreaterThan(15);
      expect(list.fields.byline.length).toBeGreaterThan(0);
    });

    it('drops what each entry says it drops', () => {
      for (const phrase of list.phrases) {
        expect(phrase.drops.length, phrase.any[0]).toBeGreaterThan(0);
        expect(phrase.keeps.length, phrase.any[0]).toBeGreaterThan(0);
        const own = new PhraseMatcher([{ ...list, phrases: [phrase] }]);
        for (const line of phrase.drops) expect(own.match(line).length, `${language}: ${line}`).toBeGreaterThan(0);
      }
    });

    it('has no pattern that no drop line needs more than a handful of', () => {
      // A pattern which hits none of the lines of its own entry has never been tried.
      for (const phrase of list.phrases)
        for (const pattern of phrase.any) {
          const own = new PhraseMatcher([{ ...list, phrases: [{ ...phrase, any: [pattern] }] }]);
          expect(
            phrase.drops.some((line) => own.match(line).length > 0),
            `${language}: no drop line tries "${pattern}"`,
          ).toBe(true);
        }
    });
  });

  it('hit no keep line of any language', () => {
    const wrong = keeps.flatMap(({ line, language }) =>
      all
        .match(line)
        .map((hit) => `${language} "${line}" is hit by ${hit.language} ${hit.phrase.kind} "${hit.pattern}"`),
    );
    expect(wrong).toEqual([]);
  });
});
