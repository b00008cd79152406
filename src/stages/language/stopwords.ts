import { LISTS } from '../../rules/phrases/lists.js';
import { blockWords } from '../../core/page-words.js';
import { lowerWords } from '../../core/text.js';
import { FUNCTION_WORDS } from './function-words.js';
import type { Block, Page } from '../../core/types.js';

/** Function words by language: they tell sentences from labels, and which language a page is in. */
const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...LISTS.map(({ language, stopwords }) => [language, new Set(stopwords)] as const),
  ...Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(' '))] as const),
]);

const LANGUAGES = [...BY_LANGUAGE.keys()];
/** The languages that a word is a function word of, as places in LANGUAGES. */
const BY_WORD = new Map<string, number[]>();
for (const [at, words] of [...BY_LANGUAGE.values()].entries())
  for (const word of words) {
    const languages = BY_WORD.get(word);
    if (languages === undefined) BY_WORD.set(word, [at]);
    else languages.push(at);
  }

const SAMPLE = 20_000;
/** A word in this share of the long blocks of a page is a function word, whatever the language. */
const EVERYWHERE = 0.3;
const LONG_BLOCK = 15;

export interface FunctionWords {
  /** BCP 47 primary language with the most function words on the page, or 'und'. */
  readonly language: string;
  /** Tells function words of that language, or the page's own commonest words where no list fits. */
  readonly isStop: (word: string) => boolean;
}

/** Function words of each language among the words that were added. */
class Votes {
  readonly #counts = new Int32Array(LANGUAGES.length);
  /** Languages in the order in which they were first met. */
  readonly #met: number[] = [];

  /** Adds tokens, which are in lower case. */
  add(tokens: readonly string[]): void {
    for (const token of tokens) {
      const languages = BY_WORD.get(token);
      if (languages === undefined) continue;
      for (const language of languages) {
        const count = this.#counts[language] as number;
        if (count === 0) this.#met.push(language);
        this.#counts[language] = count + 1;
      }
    }
  }

  byLanguage(): Map<string, number> {
    return new Map(this.#met.map((language) => [LANGUAGES[language] as string, this.#counts[language] as number]));
  }
}

/** How many of the tokens (lower case) are function words of each language; languages in the order in which they were first met. */
export function votesByFunctionWords(tokens: readonly string[]): Map<string, number> {
  const votes = new Votes();
  votes.add(tokens);
  return votes.byLanguage();
}

/** Guesses the page's language by function words; a guess to choose data by, not a finding (see language.ts). */
export function guessFunctionWords(page: Page): FunctionWords {
  const votes = new Votes();
  const long: (readonly string[])[] = [];
  let taken = 0;
  let total = 0;
  // Long blocks first: menus and labels are often in another language than the article.
  const lengths = page.blocks.map((block) => block.text.length);
  const ordered = lengths.map((_, i) => i).sort((a, b) => (lengths[b] as number) - (lengths[a] as number));
  for (const i of ordered) {
    if (taken > SAMPLE) break;
    const length = lengths[i] as number;
    const tokens = length <= SAMPLE ? blockWords(page, i) : lowerWords((page.blocks[i] as Block).text.slice(0, SAMPLE));
    taken += length;
    total += tokens.length;
    votes.add(tokens);
    if (tokens.length >= LONG_BLOCK) long.push(tokens);
  }
  const best = [...votes.byLanguage()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (best !== undefined && best[1] >= total * 0.08) {
    const language = best[0];
    const stops = BY_LANGUAGE.get(language) ?? new Set();
    return { language, isStop: (word) => stops.has(word) };
  }
  const common = wordsOfMost(long);
  return { language: 'und', isStop: (word) => common.has(word) };
}

/** The words that stand in a good share of the blocks. */
function wordsOfMost(blocks: readonly (readonly string[])[]): ReadonlySet<string> {
  if (blocks.length < 3) return new Set();
  const counts = new Map<string, number>();
  for (const tokens of blocks) for (const token of new Set(tokens)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= blocks.length * EVERYWHERE).map(([word]) => word));
}
