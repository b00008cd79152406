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
  const page = new Map<string, Group>();
  const near = new Map<string, Group>();
  const groups = elements.map((at, i) => {
    const parent = outline.parent[at] ?? -1;
    const own = signature(outline, at);
    const item = measures[i] as Measures;
    return {
      alike: join(page, lookOf(outline, at), item),
      beside: join(near, `${own}<${parent}`, item),
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

/** Tag and classes of an element and of the one above. */
export const lookOf = (outline: Outline, at: number): string =>
  `${signature(outline, at)}<${signature(outline, outline.parent[at] ?? -1)}`;

function signature(outline: Outline, at: number): string {
  const tag = tagAt(outline, at);
  return tag === '' ? '' : `${tag}.${(attributeAt(outline, at, 'class') ?? '').slice(0, MAX_CLASS)}`;
}

function join(groups: Map<string, Group>, key: string, { words, prose, linked, characters }: Measures): Group {
  let group = groups.get(key);
  if (group === undefined) groups.set(key, (group = { blocks: 0, words: 0, prose: 0, linked: 0, characters: 0 }));
  group.blocks++;
  group.words += words;
  group.prose += prose;
  group.linked += linked;
  group.characters += characters;
  return group;
}
