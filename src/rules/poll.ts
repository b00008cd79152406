import type { Mark, Page, Rule } from '../core/types.js';
import { findChoices } from '../stages/choices.js';

/** Polls and dialogs: a question whose answers are to be clicked, as "yes" and "no" or a button to vote show. Of 40 in labelled texts and 19 on pages (Nov 2026) none was the article's. */
export const poll: Rule = {
  name: 'poll',
  reason: 'ui',
  *mark(page: Page): Iterable<Mark> {
    for (const { question, sureEnd } of findChoices(page)) {
      const evidence = `answers to "${(page.blocks[question]?.text ?? '').slice(0, 60)}"`;
      for (const { span } of page.blocks.slice(question, sureEnd))
        yield { span, rule: 'poll', claim: 'drop', reason: 'ui', evidence, sure: true };
    }
  },
};
