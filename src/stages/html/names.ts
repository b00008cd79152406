import { attributeOf, type Attributes } from './attributes.js';
import { attributesAt, type Outline } from './outline.js';

const MAX_WORDS = 60;
/** Longer attributes are data, not names. */
const MAX_CHARACTERS = 400;
const ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component'] as const;
const NONE: readonly string[] = [];
const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
const WORD_ANY = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lo}+/gu;

/** Words of a name, split at case and punctuation, lower case: "postMeta by-line" is post, meta, by, line. Single letters are left out. */
export function splitName(name: string): string[] {
  const cut = name.length > MAX_CHARACTERS ? name.slice(0, MAX_CHARACTERS) : name;
  const found: string[] = [];
  for (const word of cut.match(/[^\x00-\x7f]/.test(cut) ? WORD_ANY : WORD) ?? [])
    if (word.length > 1) found.push(word.toLowerCase());
  return found;
}

/** The words by which a page's elements go: class, id, role, itemprop and the like. Each name and each element is read once. */
export class NameBook {
  private readonly byName = new Map<string, readonly string[]>();
  private readonly written: (string | undefined)[] = [];
  private readonly chains = new Map<number, readonly string[]>([[-1, []]]);

  constructor(private readonly outline: Outline) {}

  /** The names of element `at` as they are written; '' where it has none. */
  nameOf(at: number): string {
    return (this.written[at] ??= written(attributesAt(this.outline, at)));
  }

  of(at: number): readonly string[] {
    const name = this.nameOf(at);
    if (name === '') return NONE;
    let words = this.byName.get(name);
    if (words === undefined) {
      words = splitName(name);
      this.byName.set(name, words);
    }
    return words;
  }

  /** Words of element `at` and the elements around it, nearest first, each once, at most 60. */
  chain(at: number): readonly string[] {
    const unread: number[] = [];
    let up = at;
    for (; !this.chains.has(up); up = this.outline.parent[up] as number) unread.push(up);
    let chain = this.chains.get(up) ?? [];
    for (const node of unread.reverse()) {
      const own = this.of(node);
      if (own.length > 0) chain = [...new Set([...own, ...chain])].slice(0, MAX_WORDS);
      this.chains.set(node, chain);
    }
    return chain;
  }
}

function written(attributes: Attributes): string {
  let name = '';
  for (const attribute of ATTRIBUTES) {
    const value = attributeOf(attributes, attribute);
    if (value !== undefined && value !== '') name = name === '' ? value : `${name} ${value}`;
  }
  return name;
}
