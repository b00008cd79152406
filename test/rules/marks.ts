import type { Mark, Page, Rule, SiteProfile, SourceContext } from '../../src/core/types.js';
import { parseText } from '../../src/stages/parse-text.js';

/** What a rule makes of a page, told by lines instead of spans. */

const NOWHERE: SourceContext = { source: 'local', url: null, language: 'en', fetchedAt: null, profiles: [] };

export const contextWith = (...profiles: SiteProfile[]): SourceContext => ({ ...NOWHERE, profiles });

export const marksOf = (rule: Rule, page: Page, context: SourceContext = NOWHERE): Mark[] => [
  ...rule.mark(page, context),
];

/** A plain text of paragraphs, blank lines between them. */
export const textOf = (...paragraphs: readonly string[]): Page => parseText(paragraphs.join('\n\n'));

/** The text under each mark. */
export const marked = (rule: Rule, page: Page, context?: SourceContext): string[] =>
  marksOf(rule, page, context).map((mark) => page.text.slice(mark.span.start, mark.span.end));

/** The text under each mark that decides by itself. */
export const struck = (rule: Rule, page: Page, context?: SourceContext): string[] =>
  marksOf(rule, page, context)
    .filter((mark) => mark.sure === true && mark.claim === 'drop')
    .map((mark) => page.text.slice(mark.span.start, mark.span.end));
