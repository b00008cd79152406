import type { Block, Mark, Page, Rule } from '../core/types.js';
import { blockWords } from '../core/page-words.js';
import { hitsByBlock } from './phrase.js';
import { shippedPhrases, type PhraseHit } from './phrases/index.js';

/** Words of a block, and such blocks above the heading, from which something stood there to comment on. */
const PARAGRAPH_WORDS = 15;
const LEAST_ABOVE = 2;
/** In text: buttons such as "Reply" that make a thread, and lines from one to the next. */
const LEAST_BUTTONS = 2;
const REACH = 8;

type Hits = readonly (readonly PhraseHit[] | undefined)[];

/**
 * Readers' comments below a heading such as "4 comments". In HTML they are what stands in the same element as the heading that opens it,
 * whatever the element is called: 90 of 963 development pages had such an element, 2,454 blocks, none of them gold. In text they run
 * from the heading to the last "Reply".
 */
export const commentThread: Rule = {
  name: 'comment-thread',
  reason: 'comments',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const hits = hitsByBlock(page, shippedPhrases());
    let above = 0;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      if (block.markup?.visible === false) continue;
      if (blockWords(page, i).length >= PARAGRAPH_WORDS) above++;
      const heads = (hits[i] ?? []).some(({ phrase }) => phrase.kind === 'list-head' && phrase.reason === 'comments');
      if (!heads || above < LEAST_ABOVE) continue;
      const end = page.format === 'html' ? endOfElement(page, i) : lastButton(hits, i);
      for (let k = i + 1; k <= end; k++)
        yield {
          span: (blocks[k] as Block).span,
          rule: 'comment-thread',
          claim: 'drop',
          reason: 'comments',
          evidence: `below "${block.text.slice(0, 60)}"`,
          sure: true,
        };
    }
  },
};

/** The last block of the element that the heading `i` opens, `i` if it opens none. */
function endOfElement({ blocks, tree }: Page, i: number): number {
  const elementOf = (k: number): number => blocks[k]?.markup?.element ?? -1;
  if (tree === undefined) return i;
  let thread = tree.parent[elementOf(i)] ?? -1;
  // A heading alone in a wrapper heads what stands beside the wrapper.
  while (thread >= 0 && elementOf(i + 1) > (tree.last[thread] as number)) thread = tree.parent[thread] as number;
  // Only a heading that opens its element says what the whole of it is.
  if (thread < 0 || elementOf(i - 1) >= thread) return i;
  let end = i;
  while (end + 1 < blocks.length && elementOf(end + 1) <= (tree.last[thread] as number)) end++;
  return end;
}

/** The last line of a thread whose buttons follow each other closely, `i` if there are too few. */
function lastButton(hits: Hits, i: number): number {
  let last = i;
  let buttons = 0;
  for (let k = i + 1; k < hits.length && k - last <= REACH; k++) {
    if (!(hits[k] ?? []).some(({ phrase }) => phrase.kind === 'button' && phrase.reason === 'comments')) continue;
    last = k;
    buttons++;
  }
  return buttons < LEAST_BUTTONS ? i : last;
}
