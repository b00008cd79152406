import { blockWords } from '../core/page-words.js';
import type { MarkupFacts, Mark, Page, Rule } from '../core/types.js';

/** Words of a pull quote; shorter ones stand in some sentence by chance. */
const LEAST = 4;
const MOST = 60;
/** Words of a paragraph from which it is quoted. */
const PARAGRAPH_WORDS = 12;
/** Evidence from which a name is near: its own element or the one above. */
const NEAR = 0.5;
/** Characters that all quotations of a page together are looked for in: on pages of thousands only the first are. */
const MOST_READ = 50_000_000;
/** Share of links from which a quotation leads elsewhere. */
const LINKED = 0.5;

/**
 * A quotation set apart that says word for word what a paragraph of the page says: it stands there to draw the eye. On 34 of 963 development
 * pages it took 59, two of them gold.
 */
export const pullQuote: Rule = {
  name: 'pull-quote',
  reason: 'duplicate',
  *mark(page: Page): Iterable<Mark> {
    const apart = page.blocks.flatMap(({ markup }, i) => {
      const size = blockWords(page, i).length;
      return markup !== undefined && size >= LEAST && size <= MOST && isSetApart(markup) ? [i] : [];
    });
    if (apart.length === 0) return;
    const paragraphs = page.blocks
      .flatMap(({ markup }, i) =>
        markup?.visible === true && !isSetApart(markup) && blockWords(page, i).length >= PARAGRAPH_WORDS
          ? [wordsOf(page, i)]
          : [],
      )
      .join('|');
    for (const i of apart.slice(0, Math.ceil(MOST_READ / (paragraphs.length + 1)))) {
      const block = page.blocks[i];
      if (block !== undefined && paragraphs.includes(wordsOf(page, i)))
        yield {
          span: block.span,
          rule: 'pull-quote',
          claim: 'drop',
          reason: 'duplicate',
          evidence: 'says what a paragraph says',
          sure: true,
        };
    }
  },
};

const wordsOf = (page: Page, i: number): string => ` ${blockWords(page, i).join(' ')} `;

const isSetApart = ({ evidence, linkDensity }: MarkupFacts): boolean =>
  linkDensity < LINKED &&
  (evidence['inQuote'] === 1 || evidence['inAside'] === 1 || (evidence['nameQuote'] ?? 0) >= NEAR);
