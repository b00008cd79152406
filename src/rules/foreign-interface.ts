import { isQuotation } from '../core/quotes.js';
import { scriptOf } from '../core/script.js';
import { blockWords } from '../core/page-words.js';
import type { Mark, Page, Rule } from '../core/types.js';

/**
 * Lines in another script than the article's, above or below it: what a portal says around a text it took from elsewhere ("글자 크기"
 * over an English story). Between paragraphs such a line may be quoted, and in Latin letters it may be a name: there the judge weighs it.
 */

const PARAGRAPH_WORDS = 15;
/** Share of the paragraphs' words that the main script must have: a page in two languages has no foreign one. */
const MAIN = 0.8;
const LEAST_WORDS = 2;
const BRACKETED = /^[[(（【〔].{1,40}[\])）】〕]$/;

export const foreignInterface: Rule = {
  name: 'foreign-interface',
  reason: 'ui',
  *mark(page: Page): Iterable<Mark> {
    const scripts = page.blocks.map((block) => scriptOf(block.text));
    const sizes = page.blocks.map((_, i) => blockWords(page, i).length);
    const isParagraph = (i: number): boolean => (sizes[i] ?? 0) >= PARAGRAPH_WORDS;
    const totals = new Map<string, number>();
    scripts.forEach((script, i) => {
      if (isParagraph(i)) totals.set(script, (totals.get(script) ?? 0) + (sizes[i] ?? 0));
    });
    const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
    const [main, most] = [...totals].sort((a, b) => b[1] - a[1])[0] ?? ['None', 0];
    if (most < all * MAIN || main === 'None') return;
    const own = page.blocks.map((_, i) => isParagraph(i) && scripts[i] === main);
    const [first, last] = [own.indexOf(true), own.lastIndexOf(true)];
    for (const [i, block] of page.blocks.entries()) {
      const script = scripts[i];
      if (
        script === undefined ||
        script === main ||
        script === 'None' ||
        script === 'Latin' ||
        (script === 'Han' && main === 'Kana')
      )
        continue;
      if (
        (i >= first && i <= last) ||
        (sizes[i] ?? 0) < LEAST_WORDS ||
        isQuotation(block.text) ||
        BRACKETED.test(block.text)
      )
        continue;
      yield {
        span: block.span,
        rule: 'foreign-interface',
        claim: 'drop',
        reason: 'ui',
        evidence: `${script} around a text in ${main}`,
        sure: true,
      };
    }
  },
};
