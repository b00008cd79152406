import type { Block, Mark, Page, Rule } from '../core/types.js';
import { findNamedHeadline } from '../stages/meta/named-headline.js';

/**
 * A further <article> with an <h1> of its own, behind the one that holds the page's headline: what readers get as they scroll on. Two of
 * 963 development pages had one, 69 blocks, none of them gold.
 */
export const secondArticle: Rule = {
  name: 'second-article',
  reason: 'appended',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const headline = findNamedHeadline(page);
    const first = numberOf(blocks[headline]);
    if (first === 0) return;
    const titles = new Map<number, string>();
    blocks.forEach((block, i) => {
      const number = numberOf(block);
      if (i > headline && block.markup?.tag === 'h1' && number > first && !titles.has(number))
        titles.set(number, block.text.slice(0, 60));
    });
    for (const block of blocks) {
      const title = titles.get(numberOf(block));
      if (title !== undefined)
        yield {
          span: block.span,
          rule: 'second-article',
          claim: 'drop',
          reason: 'appended',
          evidence: `article "${title}"`,
          sure: true,
        };
    }
  },
};

/** Which <article> with running text a block stands in, in parts of the most that are counted; 0 outside all of them. */
const numberOf = (block: Block | undefined): number => block?.markup?.evidence['articleNumber'] ?? 0;
