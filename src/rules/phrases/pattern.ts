import { holdsSingle } from '../../core/characters.js';
import { NAME_LENGTH, NUMBER_GROUPS, startsOf, type Starts } from './starts.js';
import { isNumber, tokenize, type Token } from './tokenize.js';

/** The small pattern language of the phrase lists (see types.ts), compiled to a matcher over tokens. Cost is bounded per token. */

export type Node =
  | { kind: 'word'; text: string }
  | { kind: 'prefix'; text: string }
  | { kind: 'number' }
  | { kind: 'gap'; most: number }
  | { kind: 'name' }
  // Of a long choice that has been asked for once, `byFirst`.
  | { kind: 'choice'; of: readonly Branch[]; optional: boolean; byFirst: ByFirst | null };

type Branch = readonly Node[];

/** The branches of a long choice by the words that they begin with, and those that begin otherwise. */
interface ByFirst {
  readonly words: ReadonlyMap<string, readonly Branch[]>;
  readonly others: readonly Branch[];
}

/** Branches from which they are looked up: some choices have two hundred. */
const LONG_CHOICE = 6;
const NO_BRANCHES: readonly Branch[] = [];

const SPACED_GAP = 6;
const UNSPACED_GAP = 12;

/** A pattern that does not follow the syntax. Its message names the pattern and what is wrong. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** What stands between the signs of the pattern language. */
const WORDS = /[^\s()[\]|#~*…]+?(?=\.\.\.|[\s()[\]|#~*…]|$)/uy;

function parse(pattern: string): Node[] {
  let at = 0;
  const unspaced = holdsSingle(pattern);
  const sequence = (closers: string): Node[] => {
    const nodes: Node[] = [];
    while (at < pattern.length) {
      const char = pattern.charAt(at);
      if (char === ' ') {
        at++;
        continue;
      }
      if (closers.includes(char)) return nodes;
      if (char === '(' || char === '[') {
        at++;
        const close = char === '(' ? ')' : ']';
        const of: Node[][] = [sequence('|' + close)];
        while (pattern.charAt(at) === '|') {
          at++;
          of.push(sequence('|' + close));
        }
        if (pattern.charAt(at) !== close) throw new PatternError(`pattern "${pattern}": expected "${close}"`);
        at++;
        nodes.push({
          kind: 'choice',
          of,
          optional: char === '[',
          byFirst: null,
        });
      } else if (')]|'.includes(char)) {
        throw new PatternError(`pattern "${pattern}": unexpected "${char}" at ${at}`);
      } else if (pattern.startsWith('...', at) || char === '…') {
        at += char === '…' ? 1 : 3;
        nodes.push({ kind: 'gap', most: unspaced ? UNSPACED_GAP : SPACED_GAP });
      } else if (char === '#') {
        at++;
        nodes.push({ kind: 'number' });
      } else if (char === '~') {
        at++;
        nodes.push({ kind: 'name' });
      } else {
        WORDS.lastIndex = at;
        const rest = WORDS.exec(pattern)?.[0];
        if (rest === undefined) {
          if (char === '*') throw new PatternError(`pattern "${pattern}": "*" must follow a word`);
          at++;
          continue;
        }
        at += rest.length;
        const tokens = tokenize(rest);
        const star = pattern.charAt(at) === '*';
        if (star) at++;
        tokens.forEach((token, i) => {
          nodes.push({ kind: star && i === tokens.length - 1 ? 'prefix' : 'word', text: token.text });
        });
      }
    }
    if (closers !== '') throw new PatternError(`pattern "${pattern}": a bracket is not closed`);
    return nodes;
  };
  const nodes = sequence('');
  if (nodes.length === 0) throw new PatternError(`pattern "${pattern}": no word in it`);
  return nodes;
}

function byFirst(branches: readonly Branch[]): ByFirst {
  const words = new Map<string, Branch[]>();
  const others: Branch[] = [];
  for (const branch of branches) {
    const [first] = branch;
    const own = first?.kind === 'word' ? words.get(first.text) : others;
    if (own !== undefined) own.push(branch);
    else if (first?.kind === 'word') words.set(first.text, [branch]);
  }
  return { words, others };
}

const endsOfNone: readonly number[] = [];

/** All ends (token indices) that a node sequence can reach from a start; the lists stay short because gaps are. */
function reach(nodes: readonly Node[], tokens: readonly Token[], from: number): readonly number[] {
  // Words and prefixes lead to one place each: no list is made before something else comes.
  let first = 0;
  let start = from;
  for (; first < nodes.length; first++) {
    const node = nodes[first] as Node;
    if (node.kind !== 'word' && node.kind !== 'prefix') break;
    start = step(node, tokens, start);
    if (start < 0) return endsOfNone;
  }
  let at: number[] = [start];
  for (let n = first; n < nodes.length; n++) {
    const node = nodes[n] as Node;
    const next: number[] = [];
    for (const place of at) branchOut(node, tokens, place, next);
    if (next.length === 0) return next;
    at = next;
  }
  return at;
}

/** Where a word or prefix at `start` ends, or -1. A colon is punctuation like any other unless the pattern asks for it. */
function step(node: Node & { kind: 'word' | 'prefix' }, tokens: readonly Token[], start: number): number {
  let i = start;
  let token = tokens[i]?.text;
  if (token === ':' && node.text !== ':') token = tokens[++i]?.text;
  if (token === undefined) return -1;
  return (node.kind === 'word' ? token === node.text : token.startsWith(node.text)) ? i + 1 : -1;
}

/** Adds to `ends` where a node can end that begins at `start`. */
function branchOut(node: Node, tokens: readonly Token[], start: number, ends: number[]): void {
  const add = (end: number): void => {
    if (!ends.includes(end)) ends.push(end);
  };
  switch (node.kind) {
    case 'word':
    case 'prefix': {
      const end = step(node, tokens, start);
      if (end >= 0) add(end);
      break;
    }
    case 'number': {
      const i = tokens[start]?.text === ':' ? start + 1 : start;
      for (let k = i; k < i + NUMBER_GROUPS && isNumber(tokens[k]?.text ?? ''); k++) add(k + 1);
      break;
    }
    case 'gap':
      for (let k = start; k <= Math.min(tokens.length, start + node.most); k++) add(k);
      break;
    case 'name':
      for (let k = start + 1; k <= Math.min(tokens.length, start + NAME_LENGTH); k++) add(k);
      break;
    case 'choice': {
      if (node.optional) add(start);
      const token = tokens[start]?.text;
      // A colon may be read over: then any branch may follow.
      if (node.of.length >= LONG_CHOICE && token !== ':') {
        const { words, others } = (node.byFirst ??= byFirst(node.of));
        for (const branch of (token === undefined ? undefined : words.get(token)) ?? NO_BRANCHES)
          for (const end of reach(branch, tokens, start)) add(end);
        for (const branch of others) for (const end of reach(branch, tokens, start)) add(end);
        break;
      }
      for (const branch of node.of) {
        const [first] = branch;
        // Most branches fail at their first word: no list is made for these.
        if (first?.kind === 'word' && first.text !== token && token !== ':') continue;
        for (const end of reach(branch, tokens, start)) add(end);
      }
      break;
    }
  }
}

export interface CompiledPattern {
  readonly source: string;
  readonly starts: Starts;
  /** Token index after the longest match that begins at `start`, or -1. */
  matchAt(tokens: readonly Token[], start: number): number;
  /** True if a match that begins at `start` can end exactly at `end`. */
  spans(tokens: readonly Token[], start: number, end: number): boolean;
}

/** Compiles a pattern. Throws PatternError where it is not well formed. */
export const compile = (pattern: string): CompiledPattern => new Pattern(pattern, startsOf(parse(pattern)));

/**
 * Compiles a pattern that is known to be well formed once it is asked for: of some ten thousand shipped ones a document asks for a few hundred.
 */
export const compileLater = (pattern: string): CompiledPattern => new Pattern(pattern, null);

/** What it was parsed to is kept from its first trial on: most patterns are only ever asked how they start. */
class Pattern implements CompiledPattern {
  #nodes: readonly Node[] | null = null;
  #starts: Starts | null;

  constructor(
    readonly source: string,
    starts: Starts | null,
  ) {
    this.#starts = starts;
  }

  get starts(): Starts {
    return (this.#starts ??= startsOf(this.#nodes ?? parse(this.source)));
  }

  matchAt(tokens: readonly Token[], start: number): number {
    let best = -1;
    for (const end of reach(this.#parsed(), tokens, start)) if (end > best) best = end;
    return best;
  }

  spans(tokens: readonly Token[], start: number, end: number): boolean {
    return reach(this.#parsed(), tokens, start).includes(end);
  }

  #parsed(): readonly Node[] {
    return (this.#nodes ??= parse(this.source));
  }
}
