import type { Node } from './pattern.js';

/** Groups of digits in one number: "1,234,567" is three tokens. */
export const NUMBER_GROUPS = 4;
/** A name in a byline pattern: "~ 기자". */
export const NAME_LENGTH = 6;
const LEAST = { word: 1, prefix: 1, number: 1, gap: 0, name: 1 } as const;
const MOST = { word: 1, prefix: 1, number: NUMBER_GROUPS, name: NAME_LENGTH } as const;

/** How many tokens a match takes, colons that are read over not counted. */
export interface Extent {
  readonly least: number;
  readonly most: number;
}

/** How a match of a pattern can begin, and how long it is. */
export interface Starts extends Extent {
  /** First words that can begin a match: exact words, prefixes, a number, or anything. */
  readonly words: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly number: boolean;
  readonly any: boolean;
  /** What the second token of a match can be; null where it may be anything, or where there need not be one. */
  readonly seconds: ReadonlySet<string> | null;
  /** Words of which one at least stands in every match; null where none are known. */
  readonly needs: ReadonlySet<string> | null;
}

/** The ways in which a compiled pattern can begin, by which it is found without being tried. */
export function startsOf(nodes: readonly Node[]): Starts {
  const { words, prefixes, number, any, empty } = firstsOf(nodes);
  // One way in is enough: what begins with a shorter prefix of the same pattern is found by that.
  const shortest = [...prefixes].filter(
    (long) => ![...prefixes].some((short) => short !== long && long.startsWith(short)),
  );
  const seconds = new Set<string>();
  const after = passSecond(nodes, { none: true, one: false }, seconds);
  return {
    words: new Set([...words].filter((word) => !shortest.some((prefix) => word.startsWith(prefix)))),
    prefixes: new Set(shortest),
    number,
    any: any || empty,
    seconds: after === null || after.none || after.one ? null : seconds,
    needs: needsOf(nodes),
    ...extentOf(nodes),
  };
}

interface Firsts {
  readonly words: Set<string>;
  readonly prefixes: Set<string>;
  number: boolean;
  any: boolean;
  empty: boolean;
}

function firstsOf(nodes: readonly Node[]): Firsts {
  const out: Firsts = { words: new Set(), prefixes: new Set(), number: false, any: false, empty: true };
  for (const node of nodes) {
    if (node.kind === 'word') out.words.add(node.text);
    else if (node.kind === 'prefix') out.prefixes.add(node.text);
    else if (node.kind === 'number') out.number = true;
    else if (node.kind !== 'choice') out.any = true;
    else {
      let empty = node.optional;
      for (const branch of node.of) {
        const inner = firstsOf(branch);
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

/** Whether no token, or one, may have been matched so far. */
interface Passed {
  readonly none: boolean;
  readonly one: boolean;
}

/** Adds the words that can be a match's second token. Null as soon as it may be anything. */
function passSecond(nodes: readonly Node[], before: Passed, seconds: Set<string>): Passed | null {
  let passed = before;
  for (const node of nodes) {
    if (!passed.none && !passed.one) break;
    switch (node.kind) {
      case 'word':
        if (passed.one) seconds.add(node.text);
        passed = { none: false, one: passed.none };
        break;
      case 'prefix':
        if (passed.one) return null;
        passed = { none: false, one: passed.none };
        break;
      case 'choice': {
        let { none, one } = node.optional ? passed : { none: false, one: false };
        for (const branch of node.of) {
          const inner = passSecond(branch, passed, seconds);
          if (inner === null) return null;
          none ||= inner.none;
          one ||= inner.one;
        }
        passed = { none, one };
        break;
      }
      default:
        return null;
    }
  }
  return passed;
}

function extentOf(nodes: readonly Node[]): Extent {
  let least = 0;
  let most = 0;
  for (const node of nodes) {
    if (node.kind !== 'choice') {
      least += LEAST[node.kind];
      most += node.kind === 'gap' ? node.most : MOST[node.kind];
      continue;
    }
    const branches = node.of.map(extentOf);
    least += node.optional ? 0 : Math.min(...branches.map((branch) => branch.least));
    most += Math.max(...branches.map((branch) => branch.most));
  }
  return { least, most };
}

/** The first words of the first part that every match has and that begins with words alone. */
function needsOf(nodes: readonly Node[]): ReadonlySet<string> | null {
  for (const node of nodes) {
    if (node.kind === 'word') return new Set([node.text]);
    if (node.kind !== 'choice' || node.optional) continue;
    const { words, prefixes, number, any, empty } = firstsOf([node]);
    if (prefixes.size === 0 && !number && !any && !empty) return words;
  }
  return null;
}
