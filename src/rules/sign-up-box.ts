import { countBefore } from '../core/order.js';
import { blockWords } from '../core/page-words.js';
import type { MarkupTree, Mark, Page, Rule } from '../core/types.js';
import { hitsByBlock } from './phrase.js';
import { shippedPhrases } from './phrases/index.js';

/** Words and blocks of a box that holds little but its form. */
const MOST_WORDS = 60;
const MOST_BLOCKS = 7;

/** What an element holds. */
interface Held {
  blocks: number;
  words: number;
  hasForm: boolean;
  asks: boolean;
}

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
    const fields = blocks.flatMap(({ markup }) =>
      markup?.evidence['inForm'] === 1 && markup.visible ? [markup.element] : [],
    );
    if (fields.length === 0) return;
    const held = holdings(page, tree);
    const boxes = new Set<number>();
    for (const field of fields) {
      let box = -1;
      for (let at = field; at >= 0; at = tree.parent[at] as number) {
        const own = held.get(at);
        if (own === undefined || own.words > MOST_WORDS || own.blocks > MOST_BLOCKS) break;
        if (own.hasForm && own.asks) box = at;
      }
      if (box >= 0) boxes.add(box);
    }
    const isInside = within(tree, [...boxes]);
    for (const { span, markup } of blocks)
      if (markup !== undefined && isInside(markup.element))
        yield {
          span,
          rule: 'sign-up-box',
          claim: 'drop',
          reason: 'subscription',
          evidence: 'beside a form to sign up',
          sure: true,
        };
  },
};

/** What each element holds that may be such a box. */
function holdings(page: Page, tree: MarkupTree): ReadonlyMap<number, Held> {
  const hits = hitsByBlock(page, shippedPhrases());
  const held = new Map<number, Held>();
  page.blocks.forEach(({ markup }, i) => {
    if (markup === undefined) return;
    const words = blockWords(page, i).length;
    const hasForm = markup.evidence['inForm'] === 1;
    const asks =
      markup.evidence['nameNewsletter'] === 1 || (hits[i] ?? []).some(({ phrase }) => phrase.reason === 'subscription');
    for (let at = markup.element; at >= 0; at = tree.parent[at] as number) {
      let own = held.get(at);
      if (own === undefined) held.set(at, (own = { blocks: 0, words: 0, hasForm: false, asks: false }));
      // What is too large already is so above, too, and stays so.
      if (own.words > MOST_WORDS || own.blocks > MOST_BLOCKS) break;
      own.blocks++;
      own.words += words;
      own.hasForm ||= hasForm;
      own.asks ||= asks;
    }
  });
  return held;
}

/** Tells whether an element stands in one of others. */
function within(tree: MarkupTree, elements: readonly number[]): (element: number) => boolean {
  const outermost: number[] = [];
  for (const at of [...elements].sort((a, b) => a - b))
    if (at > (tree.last[outermost.at(-1) ?? -1] ?? -1)) outermost.push(at);
  return (element) => {
    const nearest = outermost[countBefore(outermost.length, (k) => (outermost[k] as number) <= element) - 1];
    return nearest !== undefined && element <= (tree.last[nearest] as number);
  };
}
