import { describe, expect, it } from 'vitest';
import { phrase } from '../../../src/rules/phrase.js';
import { struck, textOf } from '../marks.js';

const struckIn = (line: string): string[] => struck(phrase, textOf(line));

describe('a label in the midst of a sentence', () => {
  it.each([
    ['The tar was boiled twice, and only whenAdvertisement the boats came in did it smell.', 'Advertisement'],
    ['Le goudron, bouilli lundi,Publicité sentait encore le soir sur tout le quai.', 'Publicité'],
    ['Smoła gotowała się od poniedziałku REKLAMA i nikt nie wiedział, kto ją podgrzał.', 'REKLAMA'],
    [
      'Der Teer kochte seit Montag, Weiterlesen nach der Anzeige obwohl niemand ihn bestellt hatte.',
      'Weiterlesen nach der Anzeige',
    ],
  ])('is cut out: %s', (line, label) => {
    expect(struckIn(line)).toEqual([label]);
  });

  it.each([
    'The tar was boiled after Advertisement Week, which nobody had asked for.',
    'HarbourPromo is a company that boils tar for those who have none.',
    'Er hat bei der Polizei eine Anzeige erstattet, und niemand hat sie gelesen.',
  ])('is a word in: %s', (line) => {
    expect(struckIn(line)).toEqual([]);
  });
});
