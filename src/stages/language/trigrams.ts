import { francAll } from 'franc';
import { data } from 'franc/data.js';
import { expressions } from 'franc/expressions.js';
import { TrigramTable } from './trigram-table.js';

/**
 * franc's ranking of languages, to the last digit, at a quarter of its cost. franc looks each run of three characters up in each language's
 * list and tries thirty scripts on the text; here all lists of one script stand in one table, and a script that has more than half of
 * the text is known to be the one most used.
 */

/** What franc reads of a text, the cost of a run that a language does not list, and the characters that it reads as blanks. */
const SAMPLE = 2048;
const UNLISTED = 300;
const IGNORED = /[\u0021-\u0040]+/g;
const LEAST = 10;

/** Scripts that franc tells languages of by trigrams; no character is of two of its scripts, if it is of one of these. */
export type FrancScript = 'Latin' | 'Cyrillic' | 'Arabic' | 'Devanagari';

/** In which of the languages a trigram is listed, and where: [language, place, language, place …]. */
type Places = readonly number[];

/** Ranks languages (ISO 639-3) of one script. */
export class TrigramRanking {
  readonly #languages: readonly string[];
  /** The number of each trigram that is listed, which is its place among #places, from 1. */
  readonly #listed: TrigramTable;
  readonly #places: Places[] = [[]];

  constructor(
    private readonly script: FrancScript,
    private readonly only: readonly string[],
  ) {
    const lists = Object.entries(data[script] ?? {}).filter(([language]) => only.includes(language));
    this.#languages = lists.map(([language]) => language);
    const places = new Map<string, number[]>();
    lists.forEach(([, list], language) => {
      list.split('|').forEach((trigram, place) => {
        const own = places.get(trigram);
        if (own === undefined) places.set(trigram, [language, place]);
        else own.push(language, place);
      });
    });
    this.#listed = new TrigramTable(places.size);
    for (const [trigram, own] of places) {
      const number = this.#places.push(own) - 1;
      this.#listed.set(trigram.charCodeAt(0), trigram.charCodeAt(1), trigram.charCodeAt(2), number);
    }
  }

  /** What `francAll(text, { only, minLength: 10 })` gives: languages and scores, the most probable first; 'und' for a text that is too short. */
  rank(text: string): [language: string, score: number][] {
    const sample = text.slice(0, SAMPLE);
    if (text.length < LEAST || !this.#hasMostOf(sample))
      return francAll(text, { only: [...this.only], minLength: LEAST });
    const distances = this.#distances(sample);
    const ranked = this.#languages.map((language, i): [string, number] => [language, distances[i] as number]);
    ranked.sort((a, b) => a[1] - b[1]);
    const least = ranked[0]?.[1] ?? 0;
    const most = sample.length * UNLISTED - least;
    for (const entry of ranked) entry[1] = 1 - (entry[1] - least) / most || 0;
    return ranked;
  }

  #hasMostOf(sample: string): boolean {
    const characters = expressions[this.script];
    return characters !== undefined && (sample.match(characters)?.length ?? 0) * 2 > sample.length;
  }

  /** How far each language's list is from how often the text's trigrams occur in it. */
  #distances(sample: string): Float64Array {
    const counts = countTrigrams(sample);
    const distances = new Float64Array(this.#languages.length);
    let all = 0;
    counts.each((count, first, second, third) => {
      all++;
      const places = this.#places[this.#listed.numberOf(first, second, third)] as Places;
      for (let i = 0; i < places.length; i += 2) {
        const language = places[i] as number;
        const own = Math.abs(count - (places[i + 1] as number) - 1);
        distances[language] = (distances[language] as number) + own - UNLISTED;
      }
    });
    return distances.map((distance) => distance + all * UNLISTED);
  }
}

function countTrigrams(sample: string): TrigramTable {
  const text = ` ${sample.replace(IGNORED, ' ').replace(/\s+/g, ' ').trim().toLowerCase()} `;
  const counts = new TrigramTable(text.length);
  let first = text.charCodeAt(0);
  let second = text.charCodeAt(1);
  for (let i = 2; i < text.length; i++) {
    const third = text.charCodeAt(i);
    counts.set(first, second, third, counts.numberOf(first, second, third) + 1);
    first = second;
    second = third;
  }
  return counts;
}
