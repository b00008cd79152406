import type { Mark, Page, Rule } from '../core/types.js';

/** How characters are read, set above them (rt) in brackets for old browsers (rp): the text without them is the text. */
export const readingAid: Rule = {
  name: 'reading-aid',
  reason: 'noise',
  *mark(page: Page): Iterable<Mark> {
    for (const { span, text, markup } of page.blocks)
      if (markup?.visible === false && markup.evidence['inRuby'] === 1)
        yield { span, rule: 'reading-aid', claim: 'drop', reason: 'noise', evidence: text.slice(0, 60), sure: true };
  },
};
