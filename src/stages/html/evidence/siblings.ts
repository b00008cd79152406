import { attributeAt, tagAt, type Outline } from '../outline.js';
import type { EvidenceColumns } from './evidence-columns.js';
import type { Measures } from './measures.js';

interface Group {
  blocks: number;
  words: number;
  prose: number;
  linked: number;
  characters: number;
}

const MAX_CLASS = 100;
const log = (value: number): number => Math.min(1, Math.log2(1 + value) / 10);

/**
 * Blocks that look alike to a style sheet: same tag and classes, and the same of the element above. Paragraphs of an article are
 * many and long, teasers many and linked.
 */
export function putLikeness(
  columns: EvidenceColumns,
  outline: Outline,
  elements: readonly number[],
  measures: readonly Measures[],
): void {
  const numberOf = signatures(outline);
  const page = new Map<number, Group>();
  const near = new Map<number, Group>();
  const groups = elements.map((at, i) => {
    const parent = outline.parent[at] ?? -1;
    const own = numberOf(at) * MOST_NODES;
    const item = measures[i] as Measures;
    return {
      alike: join(page, own + numberOf(parent), item),
      beside: join(near, own + parent + 1, item),
    };
  });
  const total = measures.reduce((sum, { prose }) => sum + prose, 0);
  groups.forEach(({ alike, beside }, i) => {
    columns.alikeBlocks[i] = log(alike.blocks - 1);
    columns.alikeWords[i] = log(alike.words / alike.blocks);
    columns.alikeProse[i] = total === 0 ? 0 : alike.prose / total;
    columns.alikeLinks[i] = alike.characters === 0 ? 0 : alike.linked / alike.characters;
    columns.besideBlocks[i] = log(beside.blocks - 1);
    columns.besideWords[i] = log(beside.words / beside.blocks);
    columns.besideProse[i] = total === 0 ? 0 : beside.prose / total;
    columns.besideLinks[i] = beside.characters === 0 ? 0 : beside.linked / beside.characters;
  });
}

/** More nodes than any limit allows: two numbers of nodes or signatures are one by it. */
const MOST_NODES = 2 ** 26;

/** Gives a function that numbers elements: the same tag and classes, the same number. Each element is looked at once. */
function signatures(outline: Outline): (at: number) => number {
  const known = new Array<number | undefined>(outline.tags.length);
  const numbers = new Map<string, number>();
  const add = (written: string): number => {
    const number = numbers.get(written) ?? numbers.size;
    numbers.set(written, number);
    return number;
  };
  const none = add('');
  return (at) => (at < 0 ? none : (known[at] ??= add(signature(outline, at))));
}

/** Tag and classes of an element and of the one above. */
export const lookOf = (outline: Outline, at: number): string =>
  `${signature(outline, at)}<${signature(outline, outline.parent[at] ?? -1)}`;

function signature(outline: Outline, at: number): string {
  const tag = tagAt(outline, at);
  return tag === '' ? '' : `${tag}.${(attributeAt(outline, at, 'class') ?? '').slice(0, MAX_CLASS)}`;
}

function join(groups: Map<number, Group>, key: number, { words, prose, linked, characters }: Measures): Group {
  let group = groups.get(key);
  if (group === undefined) groups.set(key, (group = { blocks: 0, words: 0, prose: 0, linked: 0, characters: 0 }));
  group.blocks++;
  group.words += words;
  group.prose += prose;
  group.linked += linked;
  group.characters += characters;
  return group;
}
