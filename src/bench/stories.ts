import { Chance } from './chance.js';
import { SCRIPTS, type Script } from './scripts.js';

/** Invented articles as lists of sentences, each a list of words: so they can be edited. */
export type Sentences = readonly (readonly string[])[];

/** A language: its words from the commonest on. */
export interface Language {
  readonly script: Script;
  readonly words: readonly string[];
}

const WORDS = 4000;
/** So many of the commonest words are short, as function words are. */
const SHORT = 60;

export function languageOf(script: Script): Language {
  const chance = new Chance(script.name.length * 7919 + script.name.charCodeAt(0));
  const words = new Set<string>();
  while (words.size < WORDS) {
    const isShort = words.size < SHORT / (script.space === '' ? 2 : 1);
    words.add(script.word(chance, isShort && words.size < 30 ? 1 : 1 + chance.below(isShort ? 2 : 4)));
    if (words.size < 30 && chance.below(20) === 0) words.add(script.word(chance, 2));
  }
  return { script, words: [...words] };
}

export const LANGUAGES: readonly Language[] = SCRIPTS.map(languageOf);

export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a story is about: its own words, names and numbers. */
export interface Topic {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly numbers: readonly string[];
}

export function topicOf({ words, script }: Language, chance: Chance): Topic {
  return {
    words: Array.from({ length: 25 }, () => words[SHORT + chance.below(WORDS - SHORT)] as string),
    names: Array.from({ length: 6 }, () => capitalized(script.word(chance, 3))),
    numbers: Array.from({ length: 6 }, () => String(1 + chance.below(10 ** (1 + chance.below(4))))),
  };
}

export function wordOf(language: Language, topic: Topic, chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.06) return chance.of(topic.names);
  if (kind < 0.09) return chance.of(topic.numbers);
  if (kind < 0.3) return chance.of(topic.words);
  return language.words[chance.rank(WORDS)] as string;
}

/** An article of about `length` words. */
export function tell(language: Language, topic: Topic, length: number, chance: Chance): string[][] {
  const sentences: string[][] = [];
  for (let told = 0; told < length;) {
    const size = 7 + chance.below(18);
    sentences.push(Array.from({ length: size }, () => wordOf(language, topic, chance)));
    told += size;
  }
  return sentences;
}

/** The text as it is printed: capitals, punctuation, paragraphs of three sentences. */
export function print(sentences: Sentences, { script }: Language): string {
  return sentences
    .map((sentence, i) => {
      const words = sentence.map(
        (word, k) => (k > 0 && k % 9 === 0 ? script.comma + (script.space || '') : script.space) + word,
      );
      const line = words.join('').trimStart();
      return capitalized(line) + script.stop + (i % 3 === 2 ? '\n\n' : script.space);
    })
    .join('')
    .trim();
}
