import { elementAt, type Outline } from './outline.js';

const MAX_WORDS = 60;
/** Longer attributes are data, not names. */
const MAX_CHARACTERS = 400;
const ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component'] as const;
const WORD = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu;

/** Words of an element's class, id, role and itemprop, split at case and punctuation, lower case: "postMeta by-line" is post, meta, by, line. */
export function nameWords(attributes: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (const attribute of ATTRIBUTES) {
    const value = attributes[attribute];
    if (value === undefined || value === '') continue;
    for (const word of value.slice(0, MAX_CHARACTERS).match(WORD) ?? []) {
      if (word.length > 1) found.push(word.toLowerCase());
    }
  }
  return found;
}

/** Reads each element's words once. */
export class NameBook {
  private readonly words = new Map<number, readonly string[]>();
  private readonly chains = new Map<number, readonly string[]>();

  constructor(private readonly outline: Outline) {}

  of(at: number): readonly string[] {
    let words = this.words.get(at);
    if (words === undefined) {
      words = nameWords(elementAt(this.outline, at)?.attribs ?? {});
      this.words.set(at, words);
    }
    return words;
  }

  /** Words of element `at` and the elements around it, nearest first, each once, at most 60. */
  chain(at: number): readonly string[] {
    let chain = this.chains.get(at);
    if (chain === undefined) {
      const seen = new Set<string>();
      // The limit on ancestors keeps pages nested deep without names from costing blocks × depth.
      for (let up = at, steps = 0; up >= 0 && seen.size < MAX_WORDS && steps < MAX_WORDS; up = this.outline.parent[up] as number, steps++) {
        for (const word of this.of(up)) {
          if (seen.size >= MAX_WORDS) break;
          seen.add(word);
        }
      }
      chain = [...seen];
      this.chains.set(at, chain);
    }
    return chain;
  }
}
