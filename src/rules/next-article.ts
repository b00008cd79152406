import { blockWords } from '../core/page-words.js';
import type { Block, Mark, Page, Rule, SourceContext } from '../core/types.js';
import { readByline } from '../stages/fields/byline.js';
import { datePartsShare, dayFirstFor, findDates } from '../stages/fields/dates.js';
import { hitsByBlock } from './phrase.js';
import { LISTS, shippedPhrases } from './phrases/index.js';

/** A second article loaded below the first: under a heading of related pages stands a title with a byline and a date of its own. */

const PARAGRAPH_WORDS = 15;
const LEAST_ABOVE = 2;
/** Lines below the heading within which title, byline and date stand. */
const REACH = 5;
const ALL_DATE = 0.75;
const SURE = 0.8;

export const nextArticle: Rule = {
  name: 'next-article',
  reason: 'appended',
  *mark(page: Page, context: SourceContext): Iterable<Mark> {
    const { blocks } = page;
    const hits = hitsByBlock(page, shippedPhrases());
    const options = { dayFirst: dayFirstFor(context.language, context.url) };
    const isFurniture = (i: number): boolean =>
      (hits[i] ?? []).some(({ phrase }) => phrase.kind !== 'button' && phrase.kind !== 'notice');
    let above = 0;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      if (blockWords(page, i).length >= PARAGRAPH_WORDS) above++;
      const heads = (hits[i] ?? []).some(({ phrase }) => phrase.kind === 'list-head' && phrase.reason === 'related');
      if (above < LEAST_ABOVE || !heads) continue;
      const near = blocks.slice(i + 1, i + 1 + REACH);
      const byline = near.findIndex(
        (other) => other.text.length < 120 && (readByline(other.text, LISTS)?.certainty ?? 0) >= SURE,
      );
      const date = near.findIndex(
        (other) =>
          other.text.length < 120 &&
          findDates(other.text, options).length > 0 &&
          datePartsShare(other.text, options) >= ALL_DATE,
      );
      // A title must stand above them: a list of teasers has dates, too, but no byline right below its first title.
      if (byline < 1 || date < 1 || Math.abs(byline - date) > 1) continue;
      for (let k = i + 1; k < blocks.length && !isFurniture(k); k++) {
        const own = blocks[k] as Block;
        yield {
          span: own.span,
          rule: 'next-article',
          claim: 'drop',
          reason: 'appended',
          evidence: `below "${block.text.slice(0, 60)}"`,
          sure: true,
        };
      }
    }
  },
};
