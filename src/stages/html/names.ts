import { attributeOf, type AttributeName, type Attributes } from './attributes.js';
import { attributesAt, type Outline } from './outline.js';
import { splitName } from './split-name.js';

const MAX_WORDS = 60;
const ATTRIBUTES: readonly AttributeName[] = ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component'];

/**
 * The words by which a page's elements go: class, id, role, itemprop and the like. Of a page's elements half have none, and the others
 * share a few hundred names, each of which is read once.
 */
export class NameBook {
  /** The distinct names by number, as they are written. */
  private readonly written: string[] = [''];
  private readonly words: (readonly string[])[] = [];
  private readonly numbers = new Map<string, number>([['', 0]]);
  /** The number of each element's name, once it has been asked for. */
  private readonly known: (number | undefined)[];
  private readonly chains = new Map<number, readonly string[]>([[-1, []]]);
  readonly of: (at: number) => readonly string[];

  constructor(private readonly outline: Outline) {
    this.known = new Array<number | undefined>(outline.tags.length);
    this.of = this.byNumber((number) => this.wordsOf(number));
  }

  /** A function that gives what is read from an element's name. Each name is read once, '' among them. */
  byName<T>(read: (name: string) => T): (at: number) => T {
    return this.byNumber((number) => read(this.written[number] as string));
  }

  /** The same, from the name's words. */
  byWords<T>(read: (words: readonly string[]) => T): (at: number) => T {
    return this.byNumber((number) => read(this.wordsOf(number)));
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

  private byNumber<T>(read: (number: number) => T): (at: number) => T {
    const found: T[] = [];
    return (at) => {
      const number = (this.known[at] ??= this.numberOf(written(attributesAt(this.outline, at))));
      return (found[number] ??= read(number));
    };
  }

  private wordsOf(number: number): readonly string[] {
    return (this.words[number] ??= splitName(this.written[number] as string));
  }

  private numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.written.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }
}

function written(attributes: Attributes): string {
  const [only, value] = attributes;
  if (only === undefined || value === undefined) return '';
  if (attributes.length === 2) return ATTRIBUTES.some((name) => name === only) ? value : '';
  let name = '';
  for (const attribute of ATTRIBUTES) {
    const value = attributeOf(attributes, attribute);
    if (value !== undefined && value !== '') name = name === '' ? value : `${name} ${value}`;
  }
  return name;
}
