import type { Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { EvidenceColumns } from './evidence-columns.js';
import type { Measures } from './measures.js';
import type { SubtreeSums } from './subtree-sums.js';

/** Sums over the page's subtrees, by what is summed. */
export interface Sums {
  readonly prose: SubtreeSums;
  readonly words: SubtreeSums;
  readonly blocks: SubtreeSums;
  readonly linked: SubtreeSums;
  readonly characters: SubtreeSums;
}

const NAMES = (['own', 'parent', 'grand'] as const).map(
  (prefix) =>
    ({
      words: `${prefix}Words`,
      blocks: `${prefix}Blocks`,
      mean: `${prefix}Mean`,
      links: `${prefix}Links`,
      prose: `${prefix}Prose`,
      share: `${prefix}Share`,
    }) as const,
);
const log = (value: number): number => Math.min(1, Math.log2(1 + value) / 12);

/** Puts statistics of the blocks' own elements, of their parents and of the ones above. */
export function putAround(
  columns: EvidenceColumns,
  outline: Outline,
  runs: readonly Run[],
  measures: readonly Measures[],
  sums: Sums,
): void {
  let elements = runs.map((run) => run.element);
  for (const names of NAMES) {
    const [words, blocks, mean] = [columns[names.words], columns[names.blocks], columns[names.mean]];
    const [links, prose, share] = [columns[names.links], columns[names.prose], columns[names.share]];
    elements.forEach((at, i) => {
      const wordsInside = sums.words.inside(at);
      const blocksInside = sums.blocks.inside(at);
      const characters = sums.characters.inside(at);
      words[i] = log(wordsInside);
      blocks[i] = log(blocksInside);
      mean[i] = log(blocksInside === 0 ? 0 : wordsInside / blocksInside);
      links[i] = characters === 0 ? 0 : sums.linked.inside(at) / characters;
      prose[i] = sums.prose.total === 0 ? 0 : sums.prose.inside(at) / sums.prose.total;
      share[i] = wordsInside === 0 ? 0 : Math.min(1, (measures[i] as Measures).words / wordsInside);
    });
    elements = elements.map((at) => outline.parent[at] ?? -1);
  }
}
