import type { Starts } from './starts.js';
import { isNumber, type Token } from './tokenize.js';

/** What says how its matches begin, once it is asked. */
interface Startable {
  readonly starts: Starts;
}

interface Start<E> {
  readonly entry: E;
  readonly pattern: Startable;
}

interface Node<E> {
  starts: Start<E>[] | null;
  readonly next: Map<number, Node<E>>;
}

const nodeOf = <E>(): Node<E> => ({ starts: null, next: new Map() });

/** What an index knows of one line. */
export interface LineStarts<E> {
  /** Whether an entry that can begin with any word may match in it. */
  readonly anyhow: boolean;
  /** The entries that begin with a number and may match in it, once they have been asked for. */
  numbers: readonly E[] | null;
}

/** Entries by the words that can begin them: one lookup for whole words, and one a letter for as long as a prefix may go on. */
export class StartIndex<E> {
  readonly #words = new Map<string, Start<E>[]>();
  readonly #prefixes = nodeOf<E>();
  readonly #numbers: E[] = [];
  /** Which of #numbers must be tried where a word stands in the line, and which in every line. */
  readonly #numbersWith = new Map<string, number[]>();
  readonly #numbersAlways: number[] = [];
  readonly #any: E[] = [];
  /** What must stand in a line that one of #any is to match; null where that is not known of all. */
  #needs: Set<string> | null = new Set();

  /** Prefixes are told apart by at most `longest` letters; the pattern itself tests the rest. */
  constructor(private readonly longest = Infinity) {}

  add(starts: Starts, entry: E): void {
    const start: Start<E> = { entry, pattern: { starts } };
    this.#addWords(starts.words, start);
    for (const prefix of starts.prefixes) {
      const node = this.#nodeOf(prefix);
      // Prefixes that are alike in their first letters lead to one place.
      if (node.starts?.at(-1) !== start) (node.starts ??= []).push(start);
    }
    if (starts.number) this.#addNumber(starts.needs, entry);
    if (!starts.any) return;
    this.#any.push(entry);
    if (starts.needs === null) this.#needs = null;
    else for (const need of starts.needs) this.#needs?.add(need);
  }

  /** Adds an entry whose matches all begin with one of the words. The pattern is not asked how it goes on before one is met. */
  addUnder(words: Iterable<string>, pattern: Startable, entry: E): void {
    this.#addWords(words, { entry, pattern });
  }

  /** What is asked of a line as a whole before its tokens are looked at one by one. */
  inLine(tokens: readonly Token[]): LineStarts<E> {
    const needs = this.#needs;
    const anyhow = this.#any.length > 0 && (needs === null || tokens.some((token) => needs.has(token.text)));
    return { anyhow, numbers: null };
  }

  /** True where some entry can begin with the word, whatever stands behind it. */
  mayBegin(word: string): boolean {
    if (this.#any.length > 0 || this.#words.has(word)) return true;
    let node: Node<E> | undefined = this.#prefixes;
    for (let i = 0; i < word.length; i++) {
      node = node.next.get(word.charCodeAt(i));
      if (node === undefined) break;
      if (node.starts !== null) return true;
    }
    return this.#numbers.length > 0 && isNumber(word);
  }

  /**
   * Entries that can begin at a token: those of any word, if the line may hold one, of this word, of its beginnings, shortest first, of
   * numbers. `line` is what inLine() gave for the tokens; without it those of any word are not asked for.
   */
  startingAt(
    tokens: readonly Token[],
    at: number,
    line: LineStarts<E> = { anyhow: false, numbers: null },
  ): readonly E[] {
    const word = tokens[at]?.text ?? '';
    // What stands behind a colon may be read as if the colon were not there.
    const second = word === ':' ? ':' : (tokens[at + 1]?.text ?? '');
    const own = this.#words.get(word);
    const isCounted = this.#numbers.length > 0 && isNumber(word);
    let found: E[] | null = (line.anyhow && this.#any.length > 0) || isCounted ? [] : null;
    if (line.anyhow) for (const entry of this.#any) found?.push(entry);
    if (own !== undefined) found = pick(own, second, found);
    let node: Node<E> | undefined = this.#prefixes;
    for (let i = 0; i < word.length; i++) {
      node = node.next.get(word.charCodeAt(i));
      if (node === undefined) break;
      if (node.starts !== null) found = pick(node.starts, second, found);
    }
    if (isCounted) for (const entry of (line.numbers ??= this.#numbersIn(tokens))) found?.push(entry);
    return found ?? [];
  }

  #addWords(words: Iterable<string>, start: Start<E>): void {
    for (const word of words) {
      const list = this.#words.get(word);
      if (list === undefined) this.#words.set(word, [start]);
      else list.push(start);
    }
  }

  #addNumber(needs: ReadonlySet<string> | null, entry: E): void {
    const number = this.#numbers.push(entry) - 1;
    if (needs === null) this.#numbersAlways.push(number);
    else
      for (const need of needs) {
        const numbers = this.#numbersWith.get(need);
        if (numbers === undefined) this.#numbersWith.set(need, [number]);
        else numbers.push(number);
      }
  }

  /** Those that begin with a number and may match in a line, in the order in which they were added. They are many: "# comments", "# min read". */
  #numbersIn(tokens: readonly Token[]): E[] {
    const numbers = new Set(this.#numbersAlways);
    for (const token of tokens) for (const number of this.#numbersWith.get(token.text) ?? []) numbers.add(number);
    return [...numbers].sort((a, b) => a - b).map((number) => this.#numbers[number] as E);
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

/** Adds those of the entries that can go on with the second word. Most words begin nothing: for them no list is made. */
function pick<E>(starts: readonly Start<E>[], second: string, found: E[] | null): E[] | null {
  let picked = found;
  for (const { entry, pattern } of starts) {
    const { seconds } = pattern.starts;
    // A colon is read over by patterns that don't ask for it.
    if (seconds === null || second === ':' || seconds.has(second)) (picked ??= []).push(entry);
  }
  return picked;
}
