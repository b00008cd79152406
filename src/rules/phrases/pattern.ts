/** The small pattern language of the phrase lists (see types.ts), compiled to a matcher over tokens. Cost is bounded per token. */

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}'’ʼ\u200c\u200d])+|[:：】］〕]|(?<=[\p{L}\p{M}]\s?)[-–—|›»→](?=\s)/gu;
/** A dash, bar, arrow or closing bracket behind a label does what a colon does: "Read also – …", "【関連記事】…". */
const COLON = /^[:：】］〕\-–—|›»→]$/;
const UNSPACED_CHAR = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/** A token of a line with its place in the line. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  ё: 'е',
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
};
/** Latin, Greek and Arabic letters with marks, and marks alone. */
const MARKED = /[\u0300-\u036f]|[\u00c0-\u024f\u0370-\u03ff\u0620-\u0655\u1e00-\u1fff]/;
const PLAIN = /^[A-Za-z0-9]+$/;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * A word as patterns compare it: lower case, compatibility forms and marks gone (capitals and hurried typists drop accents, old
 * character sets have other cedillas and other yehs). Cyrillic keeps its й. Other word lists must go through it before they are compared with tokens.
 */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  let text = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0640\u200c\u200d]/g, '');
  if (CYRILLIC.test(text)) text = text.replace(/[\u0300\u0301]/g, '');
  else if (MARKED.test(text))
    text = text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]|[\u064b-\u0655]/g, '')
      .normalize('NFC');
  text = text.replace(/[’ʼёıßςيىك]/g, (char) => SAME[char] ?? char);
  let start = 0;
  let end = text.length;
  while (start < end && text.charAt(start) === "'") start++;
  while (end > start && text.charAt(end - 1) === "'") end--;
  return text.slice(start, end);
}

/** Words of a line (characters, in unspaced scripts) and its colons, folded for comparison, with their offsets. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(TOKEN)) {
    const text = COLON.test(match[0]) ? ':' : fold(match[0]);
    if (text !== '') tokens.push({ text, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

type Node =
  | { kind: 'word'; text: string }
  | { kind: 'prefix'; text: string }
  | { kind: 'number' }
  | { kind: 'gap'; most: number }
  | { kind: 'name' }
  | { kind: 'choice'; of: readonly (readonly Node[])[]; optional: boolean };

const SPACED_GAP = 6;
const UNSPACED_GAP = 12;
/** Groups of digits in one number: "1,234,567" is three tokens. */
const NUMBER_GROUPS = 4;
/** A name in a byline pattern: "~ 기자". */
const NAME_LENGTH = 6;

/** A pattern that does not follow the syntax. Its message names the pattern and what is wrong. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** What stands between the signs of the pattern language. */
const WORDS = /[^\s()[\]|#~*…]+?(?=\.\.\.|[\s()[\]|#~*…]|$)/uy;

function parse(pattern: string): Node[] {
  let at = 0;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(pattern);
  const sequence = (closers: string): Node[] => {
    const nodes: Node[] = [];
    while (at < pattern.length) {
      const char = pattern.charAt(at);
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
        nodes.push({ kind: 'choice', of, optional: char === '[' });
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

/** First words that can begin a match: exact words, prefixes, a number, or anything. */
export interface Starts {
  readonly words: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly number: boolean;
  readonly any: boolean;
}

interface AllStarts extends Starts {
  readonly empty: boolean;
}

function startsOf(nodes: readonly Node[]): AllStarts {
  const out = { words: new Set<string>(), prefixes: new Set<string>(), number: false, any: false, empty: true };
  for (const node of nodes) {
    if (node.kind === 'word') out.words.add(node.text);
    else if (node.kind === 'prefix') out.prefixes.add(node.text);
    else if (node.kind === 'number') out.number = true;
    else if (node.kind !== 'choice') out.any = true;
    else {
      let empty = node.optional;
      for (const branch of node.of) {
        const inner = startsOf(branch);
        for (const word of inner.words) out.words.add(word);
        for (const prefix of inner.prefixes) out.prefixes.add(prefix);
        out.number ||= inner.number;
        out.any ||= inner.any;
        empty ||= inner.empty;
      }
      if (empty) continue;
    }
    return { ...out, empty: false };
  }
  return out;
}

/** All ends (token indices) that a node sequence can reach from a start; the lists stay short because gaps are. */
function reach(nodes: readonly Node[], tokens: readonly Token[], from: number): readonly number[] {
  let at: number[] = [from];
  for (const node of nodes) {
    const next: number[] = [];
    const add = (end: number): void => {
      if (!next.includes(end)) next.push(end);
    };
    for (const start of at) {
      // A colon is punctuation like any other unless the pattern asks for it.
      const skips =
        tokens[start]?.text === ':' &&
        (node.kind === 'prefix' || node.kind === 'number' || (node.kind === 'word' && node.text !== ':'));
      const i = skips ? start + 1 : start;
      const token = tokens[i]?.text;
      switch (node.kind) {
        case 'word':
          if (token === node.text) add(i + 1);
          break;
        case 'prefix':
          if (token?.startsWith(node.text)) add(i + 1);
          break;
        case 'number':
          for (let k = i; k < i + NUMBER_GROUPS && isNumber(tokens[k]?.text ?? ''); k++) add(k + 1);
          break;
        case 'gap':
          for (let k = i; k <= Math.min(tokens.length, i + node.most); k++) add(k);
          break;
        case 'name':
          for (let k = i + 1; k <= Math.min(tokens.length, i + NAME_LENGTH); k++) add(k);
          break;
        case 'choice':
          if (node.optional) add(i);
          for (const branch of node.of) {
            const [first] = branch;
            // Most branches fail at their first word: no list is made for these.
            if (first?.kind === 'word' && first.text !== token && token !== ':') continue;
            for (const end of reach(branch, tokens, i)) add(end);
          }
          break;
      }
    }
    if (next.length === 0) return next;
    at = next;
  }
  return at;
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
export function compile(pattern: string): CompiledPattern {
  const nodes = parse(pattern);
  const { words, prefixes, number, any, empty } = startsOf(nodes);
  // One way in is enough: what begins with a shorter prefix of the same pattern is found by that.
  const shortest = [...prefixes].filter(
    (long) => ![...prefixes].some((short) => short !== long && long.startsWith(short)),
  );
  return {
    source: pattern,
    starts: {
      words: new Set([...words].filter((word) => !shortest.some((prefix) => word.startsWith(prefix)))),
      prefixes: new Set(shortest),
      number,
      any: any || empty,
    },
    matchAt(tokens, start) {
      let best = -1;
      for (const end of reach(nodes, tokens, start)) if (end > best) best = end;
      return best;
    },
    spans: (tokens, start, end) => reach(nodes, tokens, start).includes(end),
  };
}

/** Digits, also as sites shorten them: "12", "1.2K" (which is "1" and "2k"), "3m". */
export const isNumber = (token: string): boolean => /^\p{N}+[km]?$/u.test(token);

export const isUnspaced = (token: string): boolean => UNSPACED_CHAR.test(token);
