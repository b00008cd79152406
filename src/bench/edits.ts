import type { Chance } from './chance.js';
import { wordOf, type Language, type Sentences, type Topic } from './stories.js';

/** What becomes of a text on its way through other newsrooms. `share` is that of the words that are touched, 0 to 1. */
export type Edit = (sentences: Sentences, share: number, where: Desk) => string[][];

interface Desk {
  readonly language: Language;
  /** Of what new words are. */
  readonly topic: Topic;
  readonly chance: Chance;
}

const eachWord = (sentences: Sentences, change: (word: string) => readonly string[]): string[][] =>
  sentences.map((sentence) => sentence.flatMap(change)).filter((sentence) => sentence.length > 0);

const substitute: Edit = (sentences, share, { language, topic, chance }) =>
  eachWord(sentences, (word) => [chance.next() < share ? wordOf(language, topic, chance) : word]);

const remove: Edit = (sentences, share, { chance }) =>
  eachWord(sentences, (word) => (chance.next() < share ? [] : [word]));

const insert: Edit = (sentences, share, { language, topic, chance }) =>
  eachWord(sentences, (word) => (chance.next() < share ? [word, wordOf(language, topic, chance)] : [word]));

const mixed: Edit = (sentences, share, desk) => {
  const third = share / 3;
  return insert(remove(substitute(sentences, third, desk), third, desk), third, desk);
};

/** Sentences change places until those of the share of the words have. */
const swap: Edit = (sentences, share, { chance }) => {
  const result = sentences.map((sentence) => [...sentence]);
  for (let left = share * result.length; left > 0; left -= 2) {
    const [a, b] = [chance.below(result.length), chance.below(result.length)];
    [result[a], result[b]] = [result[b] as string[], result[a] as string[]];
  }
  return result;
};

/** The end is cut off, in mid-sentence. */
const cut: Edit = (sentences, share) => {
  let left = (1 - share) * sentences.reduce((sum, { length }) => sum + length, 0);
  const result: string[][] = [];
  for (const sentence of sentences) {
    if (left >= 1) result.push(sentence.slice(0, Math.floor(left)));
    left -= sentence.length;
  }
  return result;
};

/** An agency's tag and a place before it, a note behind it; the rest as in `mixed`. */
const tagged: Edit = (sentences, share, desk) => [
  [...desk.topic.names.slice(0, 2), '12'],
  ...mixed(sentences, share, desk),
  desk.topic.words.slice(0, 8),
];

export const EDITS: Readonly<Record<string, Edit>> = { substitute, remove, insert, mixed, swap, cut, tagged };
