import type { Starts } from './starts.js';
import { isNumber, type Token } from './tokenize.js';

/** Entries that begin alike, by the token behind that beginning: few words go on as a phrase does. */
class Group<E> {
  readonly #bySecond = new Map<string, E[]>();
  /** Those that go on with anything, or not at all. */
  readonly #open: E[] = [];
  readonly #all: E[] = [];

  add(entry: E, { seconds }: Starts): void {
    if (this.#all.includes(entry)) return;
    this.#all.push(entry);
    if (seconds === null) {
      this.#open.push(entry);
      for (const list of this.#bySecond.values()) list.push(entry);
      return;
    }
    for (const second of seconds) {
      const list = this.#bySecond.get(second);
      if (list !== undefined) list.push(entry);
      else this.#bySecond.set(second, [...this.#open, entry]);
    }
  }

  before(second: string): readonly E[] {
    // A colon is read over by patterns that don't ask for it.
    return second === ':' ? this.#all : (this.#bySecond.get(second) ?? this.#open);
  }
}

interface Node<E> {
  group: Group<E> | null;
  readonly next: Map<number, Node<E>>;
}

const nodeOf = <E>(): Node<E> => ({ group: null, next: new Map() });

/** Entries by the words that can begin them: one lookup for whole words, and one a letter for as long as a prefix may go on. */
export class StartIndex<E> {
  readonly #words = new Map<string, Group<E>>();
  readonly #prefixes = nodeOf<E>();
  readonly #numbers: E[] = [];
  readonly #any: E[] = [];
  /** What must stand in a line that one of #any is to match; null where that is not known of all. */
  #needs: Set<string> | null = new Set();

  /** Prefixes are told apart by at most `longest` letters; the pattern itself tests the rest. */
  constructor(private readonly longest = Infinity) {}

  add(starts: Starts, entry: E): void {
    for (const word of starts.words) {
      let group = this.#words.get(word);
      if (group === undefined) this.#words.set(word, (group = new Group()));
      group.add(entry, starts);
    }
    for (const prefix of starts.prefixes) {
      const node = this.#nodeOf(prefix);
      (node.group ??= new Group()).add(entry, starts);
    }
    if (starts.number) this.#numbers.push(entry);
    if (!starts.any) return;
    this.#any.push(entry);
    if (starts.needs === null) this.#needs = null;
    else for (const need of starts.needs) this.#needs?.add(need);
  }

  /** True where an entry that can begin with any word may match in a line. */
  mayBeginAnyhow(tokens: readonly Token[]): boolean {
    if (this.#any.length === 0) return false;
    const needs = this.#needs;
    return needs === null || tokens.some((token) => needs.has(token.text));
  }

  /** True where some entry can begin with the word, whatever stands behind it. */
  mayBegin(word: string): boolean {
    if (this.#any.length > 0 || this.#words.has(word)) return true;
    let node: Node<E> | undefined = this.#prefixes;
    for (let i = 0; i < word.length; i++) {
      node = node.next.get(word.charCodeAt(i));
      if (node === undefined) break;
      if (node.group !== null) return true;
    }
    return this.#numbers.length > 0 && isNumber(word);
  }

  /**
   * Entries that can begin at a token: those of any word, if they are asked for, of this word, of its beginnings, shortest first, of
   * numbers.
   */
  startingAt(tokens: readonly Token[], at: number, anyhow: boolean): readonly E[] {
    const word = tokens[at]?.text ?? '';
    // What stands behind a colon may be read as if the colon were not there.
    const second = word === ':' ? ':' : (tokens[at + 1]?.text ?? '');
    let found: readonly E[] = anyhow ? this.#any : [];
    const group = this.#words.get(word);
    if (group !== undefined) found = joined(found, group.before(second));
    let node: Node<E> | undefined = this.#prefixes;
    for (let i = 0; i < word.length; i++) {
      node = node.next.get(word.charCodeAt(i));
      if (node === undefined) break;
      if (node.group !== null) found = joined(found, node.group.before(second));
    }
    return this.#numbers.length > 0 && isNumber(word) ? joined(found, this.#numbers) : found;
  }

  #nodeOf(prefix: string): Node<E> {
    let node = this.#prefixes;
    for (let i = 0; i < Math.min(prefix.length, this.longest); i++) {
      const code = prefix.charCodeAt(i);
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = nodeOf()));
      node = next;
    }
    return node;
  }
}

const joined = <E>(first: readonly E[], second: readonly E[]): readonly E[] =>
  first.length === 0 ? second : second.length === 0 ? first : [...first, ...second];
