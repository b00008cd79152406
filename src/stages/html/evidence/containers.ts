import { attributeAt, type Outline } from '../outline.js';
import type { EvidenceColumns } from './evidence-columns.js';
import type { Measures } from './measures.js';
import type { SubtreeSums } from './subtree-sums.js';

/** Guesses at the element that holds the article, by name. -1 is the whole page. */
export interface Containers {
  readonly half: number;
  readonly most: number;
  readonly dense: number;
  readonly article: number;
}

const DEEP = 12;

/**
 * `half` and `most` are the deepest elements that hold 50 % and 80 % of the running text; `dense` is the one with most running
 * text right below it; `article` the <article>, <main> or articleBody with most of it.
 */
export function findContainers(
  outline: Outline,
  prose: SubtreeSums,
  elements: readonly number[],
  measures: readonly Measures[],
): Containers {
  const direct = new Map<number, number>();
  measures.forEach(({ prose: words }, i) => {
    if (words === 0) return;
    // Like a paragraph's vote in Readability: all to its parent, half to the one above.
    const parent = outline.parent[elements[i] as number] ?? -1;
    direct.set(parent, (direct.get(parent) ?? 0) + words);
    const above = outline.parent[parent] ?? -1;
    if (above >= 0) direct.set(above, (direct.get(above) ?? 0) + words / 2);
  });
  let dense = -1;
  for (const [at, words] of direct) if (words > (direct.get(dense) ?? 0)) dense = at;
  return {
    half: deepest(outline, prose, 0.5),
    most: deepest(outline, prose, 0.8),
    dense,
    article: largest(outline, prose),
  };
}

function deepest(outline: Outline, prose: SubtreeSums, share: number): number {
  if (prose.total === 0) return -1;
  let at = -1;
  for (let next = 0; next <= (at < 0 ? outline.tags.length - 1 : (outline.last[at] as number));) {
    if (prose.inside(next) >= share * prose.total && outline.tags[next] !== '') {
      at = next;
      next++;
    } else next = (outline.last[next] as number) + 1;
  }
  return at;
}

function largest(outline: Outline, prose: SubtreeSums): number {
  let best = -1;
  let most = 0;
  outline.tags.forEach((tag, at) => {
    if (tag === '') return;
    const marked =
      tag === 'article' ||
      tag === 'main' ||
      attributeAt(outline, at, 'role') === 'main' ||
      attributeAt(outline, at, 'itemprop') === 'articleBody';
    // The innermost of those that hold the same text.
    if (marked && prose.inside(at) >= Math.max(0.9 * most, 1)) {
      most = Math.max(most, prose.inside(at));
      best = at;
    }
  });
  return best;
}

/** Puts how blocks stand to one container, under names that begin with `prefix`. */
export function putRelation(
  columns: EvidenceColumns,
  outline: Outline,
  prose: SubtreeSums,
  prefix: keyof Containers,
  at: number,
  holders: readonly number[],
): void {
  if (at < 0) return;
  const [inside, deep] = [columns[`${prefix}In`], columns[`${prefix}Depth`]];
  const [before, after, apart] = [columns[`${prefix}Before`], columns[`${prefix}After`], columns[`${prefix}Apart`]];
  const position = columns[`${prefix}Position`];
  const last = outline.last[at] as number;
  const depth = outline.depth[at] as number;
  const total = prose.inside(at);
  const around: number[] = [];
  for (let up = at; up >= 0; up = outline.parent[up] as number) around.push(up);
  around.reverse();
  holders.forEach((holder, i) => {
    if (holder >= at && holder <= last) {
      inside[i] = 1;
      deep[i] = Math.min(1, ((outline.depth[holder] as number) - depth) / DEEP);
      position[i] = total === 0 ? 0 : prose.insideBefore(at, holder) / total;
      return;
    }
    (holder < at ? before : after)[i] = 1;
    // The container's ancestors hold each other: the deepest that holds the block too is found by halving.
    let low = 0;
    let high = around.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const up = around[middle] as number;
      if (holder >= up && holder <= (outline.last[up] as number)) low = middle + 1;
      else high = middle;
    }
    apart[i] = Math.min(1, (around.length - low) / DEEP);
  });
}
