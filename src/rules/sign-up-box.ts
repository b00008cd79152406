import { blockWords } from '../core/page-words.js';
import type { Block, MarkupTree, Mark, Page, Rule } from '../core/types.js';
import { hitsByBlock } from './phrase.js';
import { shippedPhrases } from './phrases/index.js';

/** Words and blocks of a box that holds little but its form. */
const MOST_WORDS = 60;
const MOST_BLOCKS = 7;

/**
 * A small element around a form for a newsletter or the like goes as a whole: its heading ("The best of the week") reads like a subheading. Of 963
 * development pages 319 had some, 2,081 blocks, nine of them gold.
 */
export const signUpBox: Rule = {
  name: 'sign-up-box',
  reason: 'subscription',
  *mark(page: Page): Iterable<Mark> {
    const { blocks, tree } = page;
    if (tree === undefined) return;
    let marked = 0;
    for (const [i, { markup }] of blocks.entries()) {
      if (i < marked || markup?.evidence['inForm'] !== 1 || !markup.visible) continue;
      const [from, to] = boxAround(page, tree, i);
      for (let k = Math.max(from, marked); k < to; k++)
        yield {
          span: (blocks[k] as Block).span,
          rule: 'sign-up-box',
          claim: 'drop',
          reason: 'subscription',
          evidence: 'beside a form to sign up',
          sure: true,
        };
      marked = Math.max(marked, to);
    }
  },
};

/** The blocks of the largest such element around field `i`, from the first to behind the last; none if nothing there asks to sign up. */
function boxAround(page: Page, tree: MarkupTree, i: number): readonly [number, number] {
  const elementOf = (k: number): number => page.blocks[k]?.markup?.element ?? -1;
  let box: readonly [number, number] = [i, i];
  let from = i;
  let to = i + 1;
  let seen = 0;
  for (let at = elementOf(i); at >= 0; at = tree.parent[at] as number) {
    const end = tree.last[at] as number;
    while (to - from <= MOST_BLOCKS && elementOf(from - 1) >= at) from--;
    while (to - from <= MOST_BLOCKS && elementOf(to) >= at && elementOf(to) <= end) to++;
    if (to - from === seen) continue;
    seen = to - from;
    if (seen > MOST_BLOCKS || countWords(page, from, to) > MOST_WORDS) break;
    if (asks(page, from, to)) box = [from, to];
  }
  return box;
}

function countWords(page: Page, from: number, to: number): number {
  let count = 0;
  for (let k = from; k < to; k++) count += blockWords(page, k).length;
  return count;
}

/** Whether one of the blocks asks to sign up, by its words or by what its element is called. */
function asks(page: Page, from: number, to: number): boolean {
  const hits = hitsByBlock(page, shippedPhrases());
  for (let k = from; k < to; k++)
    if (
      page.blocks[k]?.markup?.evidence['nameNewsletter'] === 1 ||
      (hits[k] ?? []).some(({ phrase }) => phrase.reason === 'subscription')
    )
      return true;
  return false;
}
