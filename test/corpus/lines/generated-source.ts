import { Chance } from '../../../src/bench/chance.js';

/**
 * A made-up newspaper in a language that no phrase list knows: words that mean nothing, in Georgian or Ethiopic letters. It has a template, templates of
 * its sections, and what looks like a template and is not: a running story, a series' introduction, a columnist's refrain, and a legal
 * notice that is an article.
 */

export interface GeneratedDocument {
  readonly key: string;
  readonly fetchedAt: string;
  readonly lines: readonly { readonly text: string; readonly kind: 'template' | 'content' | 'field' }[];
}

/** Letters of made-up words, common little words, and what ends a sentence. */
export interface Alphabet {
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly little: readonly string[];
  readonly stop: string;
}

export const GEORGIAN: Alphabet = {
  onsets: Array.from('ბგდვზთკლმნპრსტფქღშჩცძხჯჰ'),
  vowels: Array.from('აეიოუ'),
  little: ['და', 'რომ', 'ეს', 'არ', 'იყო', 'კი', 'თუ', 'მისი', 'ამ', 'უნდა'],
  stop: '.',
};

/** Of Amharic; each letter is a syllable. */
export const ETHIOPIC: Alphabet = {
  onsets: Array.from('ለመሰረሸቀበተነከወዘየደገጠፀፈ'),
  vowels: Array.from('ህልምስርሽቅብትንክውዝይድግጥ'),
  little: ['ነው', 'እና', 'ላይ', 'ውስጥ', 'ጋር', 'ግን', 'ይህ', 'ያ', 'ሁሉ', 'አለ'],
  stop: '።',
};

const START = Date.UTC(2031, 0, 6);
const DAY_MS = 24 * 60 * 60 * 1000;

class Language {
  private readonly vocabulary: string[];

  constructor(
    private readonly chance: Chance,
    private readonly alphabet: Alphabet,
  ) {
    const syllable = (): string => chance.of(alphabet.onsets) + chance.of(alphabet.vowels);
    this.vocabulary = Array.from({ length: 1500 }, () =>
      Array.from({ length: 2 + chance.below(3) }, syllable).join(''),
    );
  }

  words(least: number, most: number): string {
    const count = least + this.chance.below(most - least + 1);
    return Array.from({ length: count }, (_, i) =>
      i > 0 && this.chance.next() < 0.3 ? this.chance.of(this.alphabet.little) : this.chance.of(this.vocabulary),
    ).join(' ');
  }

  sentence(least = 8, most = 22): string {
    return this.words(least, most) + this.alphabet.stop;
  }

  paragraph(): string {
    return Array.from({ length: 1 + this.chance.below(4) }, () => this.sentence()).join(' ');
  }
}

/** `count` documents of one source; the same for the same seed. */
export function generateSource(count: number, seed = 1, alphabet = GEORGIAN): GeneratedDocument[] {
  const chance = new Chance(seed);
  const language = new Language(chance, alphabet);
  const many = (n: number, make: () => string): string[] => Array.from({ length: n }, make);
  const menu = many(9, () => language.words(1, 2));
  const consent = many(2, () => language.sentence(14, 26));
  const buttons = many(3, () => language.words(1, 2));
  const invitation = [language.words(4, 6), language.sentence(10, 18)];
  const related = language.words(2, 3);
  const comments = language.words(1, 2);
  const footer = [...many(5, () => language.words(1, 3)), language.sentence(18, 30), `© 2031 ${language.words(2, 3)}`];
  const sections = many(6, () => language.words(1, 2)).map((name) => ({
    name,
    head: language.words(3, 5),
    note: language.sentence(9, 16),
  }));
  const running = many(3, () => language.paragraph());
  const series = language.sentence(16, 24);
  const refrain = language.sentence(4, 9);
  return Array.from({ length: count }, (_, i) => {
    const day = Math.floor((i / count) * 120);
    const section = chance.of(sections);
    const lines: { text: string; kind: 'template' | 'content' | 'field' }[] = [];
    const put = (kind: 'template' | 'content' | 'field', ...texts: string[]): void => {
      for (const text of texts) lines.push({ text, kind });
    };
    put('template', ...menu, ...consent, section.name, section.head);
    put('field', language.words(5, 9));
    put(
      'template',
      `${1 + (day % 28)}.${1 + Math.floor(day / 28)}.2031, ${10 + (i % 12)}:${10 + (i % 49)}`,
      ...buttons,
    );
    const isNotice = i === Math.floor(count / 2);
    if (isNotice) put('content', footer[5] as string);
    else {
      if (i % 25 === 7) put('content', series);
      const paragraphs = 4 + chance.below(8);
      for (let p = 0; p < paragraphs; p++) {
        if (p === 2) put('template', ...invitation);
        put('content', language.paragraph());
      }
      // One event on four days in a row, told anew with the same background.
      if (day >= 40 && day < 44 && i % 2 === 0) put('content', ...running);
      if (i % 30 === 11) put('content', refrain);
    }
    put('template', section.note, related, comments, ...buttons);
    if (!isNotice) put('template', ...footer);
    const fetchedAt = new Date(START + day * DAY_MS).toISOString();
    return { key: `${seed}-${i}`, fetchedAt, lines };
  });
}

export const textOf = ({ lines }: GeneratedDocument): string => lines.map(({ text }) => text).join('\n\n');
