import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { Page, Rule } from '../../src/core/types.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { marked } from './marks.js';

/** An article's paragraph, and another. */
export const PARAGRAPH =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';
export const OTHER =
  'Nobody had asked the ferryman, who would have told the board to paint the boat first, and to wait for the price to fall again.';

export const htmlOf = (body: string): Page => parseHtml(`<html><body>${body}</body></html>`, DEFAULT_OPTIONS);

/** The text under each mark of a rule on a page with this body. */
export const markedIn = (rule: Rule, body: string): string[] => marked(rule, htmlOf(body));
