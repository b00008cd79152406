import type { BlockEvidence } from './block-evidence.js';
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

const NAMES = (['own', 'parent', 'grand'] as const).map((prefix) => ({
  words: `${prefix}Words`,
  blocks: `${prefix}Blocks`,
  mean: `${prefix}Mean`,
  links: `${prefix}Links`,
  prose: `${prefix}Prose`,
  share: `${prefix}Share`,
}));
const log = (value: number): number => Math.min(1, Math.log2(1 + value) / 12);

/** Statistics of the block's own element, its parent and the one above. */
export function putAround(
  evidence: BlockEvidence,
  elements: readonly [number, number, number],
  block: Measures,
  sums: Sums,
): void {
  elements.forEach((at, k) => {
    const names = NAMES[k];
    if (names === undefined) return;
    const words = sums.words.inside(at);
    const blocks = sums.blocks.inside(at);
    const characters = sums.characters.inside(at);
    evidence[names.words] = log(words);
    evidence[names.blocks] = log(blocks);
    evidence[names.mean] = log(blocks === 0 ? 0 : words / blocks);
    evidence[names.links] = characters === 0 ? 0 : sums.linked.inside(at) / characters;
    evidence[names.prose] = sums.prose.total === 0 ? 0 : sums.prose.inside(at) / sums.prose.total;
    evidence[names.share] = words === 0 ? 0 : Math.min(1, block.words / words);
  });
}
