import { foldWord } from '../fields/fold.js';

/**
 * The words of a page's address: most publishers make them of the title, so that they tell it from other lines, and the article from others
 * on the page.
 */

/** Words from which a part of a path is taken for a title's. */
const LEAST = 3;
/** Words of the text that count; addresses leave out shorter ones. */
const LONG = 3;
/** Words of a line that may be a title. */
const MOST = 40;
const WORD = /\p{L}/u;
/** Identifiers: digits among the letters, or letters of hexadecimal numbers. */
const NUMBERED = /\p{N}\p{L}*\p{N}|^[a-f\d]{8,}$/u;
const EXTENSION = /\.(?:[a-z]{1,4}html?|html?|php|aspx?|jsp|cms|ece)$/i;
const BREAKS = /[^\p{L}\p{M}\p{N}]+/u;

/** The words of the part of a path that has most of them, if it has enough. */
export function slugOf(url: string | null): ReadonlySet<string> | null {
  const path = pathOf(url);
  if (path === null) return null;
  let best: ReadonlySet<string> = new Set();
  for (const part of path.split('/')) {
    const words = part.replace(EXTENSION, '').split(BREAKS);
    const own = new Set(words.filter((word) => WORD.test(word) && !NUMBERED.test(word)).map(keyOf));
    if (own.size > best.size) best = own;
  }
  return best.size < LEAST ? null : best;
}

function pathOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const path = new URL(url).pathname;
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that stands for itself.
    return path;
  }
}

/** A word as addresses have it: without accents, and an umlaut's "e" taken for none. */
const keyOf = (word: string): string => foldWord(word).replace(UMLAUT, '');
const UMLAUT = /(?<=[aou])e/g;

/** How a block stands to an address. */
export interface SlugReading {
  /** How far the block says what the address says, 0 to 1: twice the words that both have, in all of theirs. A paragraph does not. */
  readonly likeness: number;
  /** Share of the address's words, but for short ones, that stand in the block. */
  readonly held: number;
}

/** Reads blocks for the words of one address. */
export class SlugReader {
  readonly #slug: ReadonlySet<string>;
  /** The letters that its words begin with: most words of a text begin with others, and need not be folded. */
  readonly #firsts: ReadonlySet<string>;
  /** Keys of the words that were read: a text says most of its words again. */
  readonly #keys = new Map<string, string>();

  constructor(slug: ReadonlySet<string>) {
    this.#slug = slug;
    this.#firsts = new Set([...slug].map((word) => word.charAt(0)));
  }

  read(tokens: readonly string[]): SlugReading {
    const found = new Set<string>();
    const long = new Set<string>();
    let size = 0;
    for (const token of tokens) {
      const key = this.#mayHold(token) ? this.#keyOf(token) : '';
      const isHeld = this.#slug.has(key);
      if (isHeld) found.add(key);
      if (isHeld && token.length >= LONG) long.add(key);
      if (isHeld || token.length >= LONG) size++;
    }
    const isLine = tokens.length <= MOST && size > 0;
    return {
      likeness: isLine ? (2 * found.size) / (this.#slug.size + size) : 0,
      held: long.size / this.#slug.size,
    };
  }

  #keyOf(token: string): string {
    let key = this.#keys.get(token);
    if (key === undefined) this.#keys.set(token, (key = keyOf(token)));
    return key;
  }

  #mayHold(token: string): boolean {
    return token.charCodeAt(0) >= NOT_ASCII || this.#firsts.has(token.charAt(0));
  }
}

const NOT_ASCII = 0x80;
