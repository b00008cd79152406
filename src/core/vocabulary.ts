import { isSingle, KINDS, NUMBER } from './characters.js';

/** Letters by which inflected forms are taken for one word: enough for most endings of Slavic, Romance and Turkic languages. */
const STEM = 6;

/** Where the scripts begin that have content words of two letters. */
const FIRST_DENSE = 0x590;

/** A word of two or three letters that says something: a number, or one in a script that leaves vowels out or writes by the syllable. */
function isShortContent(token: string): boolean {
  if (token.length < 2) return false;
  if (((KINDS[token.charCodeAt(0)] as number) & NUMBER) !== 0 && /^\p{N}{2,}$/u.test(token)) return true;
  return token.charCodeAt(1) >= FIRST_DENSE && /[\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]{2,}/u.test(token);
}

/** Content words of a token list: stems of words of four letters and more; pairs of characters in unspaced scripts. */
export function contentWords(tokens: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    if (isSingle(token)) {
      const next = tokens[i + 1];
      if (next !== undefined && isSingle(next)) out.push(token + next);
    } else if (token.length >= 4 || isShortContent(token)) {
      out.push(token.length > STEM + 1 ? token.slice(0, STEM) : token);
    }
  }
  return out;
}

/** The tokens of a block (words(), lower case) and whether it reads like running text. */
export interface Member {
  readonly tokens: readonly string[];
  readonly prose: boolean;
}

/** In how many blocks of running text each content word stands. */
export class Vocabulary {
  readonly #words: readonly ReadonlySet<string>[];
  readonly #counts = new Map<string, number>();
  readonly #members: readonly Member[];

  constructor(members: readonly Member[]) {
    this.#members = members;
    this.#words = members.map((member) => new Set(contentWords(member.tokens)));
    members.forEach((member, i) => {
      if (!member.prose) return;
      for (const word of this.#words[i] ?? []) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    });
  }

  /** Share of the block's content words that stand in other running text, 0 to 4; 'none' where it has no content word. */
  shared(block: number): number | 'none' {
    const own = this.#words[block];
    if (own === undefined || own.size === 0) return 'none';
    const self = this.#members[block]?.prose === true ? 1 : 0;
    let hits = 0;
    for (const word of own) if ((this.#counts.get(word) ?? 0) > self) hits++;
    const share = hits / own.size;
    return share === 0 ? 0 : share < 0.2 ? 1 : share < 0.4 ? 2 : share < 0.65 ? 3 : 4;
  }

  /** True where the next block takes up a content word of this one: subheadings do, buttons don't. */
  continues(block: number): boolean {
    const next = this.#words[block + 1];
    if (next === undefined) return false;
    for (const word of this.#words[block] ?? []) if (next.has(word)) return true;
    return false;
  }
}
