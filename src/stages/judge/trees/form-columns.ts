import { isQuotation } from '../../../core/quotes.js';
import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';

/** Tests of a line's form. All are linear: no nested repetition. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['numbered', /^#?[\p{N}]{1,2}[.)]?\s/u],
  ['dashStart', /^[–—-]\s?\p{L}/u],
  ['bracketed', /^[[(（〔【].*[\])）〕】]$/],
  ['url', /(?:https?:\/\/|www\.|\b[a-z0-9-]{2,}\.(?:com|org|net|ru|ir|me|info|example)\b)/i],
  ['email', /[\w.]@[\w-]/],
  ['handle', /(?:^|\s)@\w/],
  ['hashtag', /(?:^|\s)#\s?[\p{L}_]/u],
  ['copyright', /©|\(c\)\s*\d{4}|℗|®/i],
  ['breadcrumb', /\S\s[›»>/→]\s?\S/],
  ['pipes', /\S\s*[|｜·•]\s*\S/],
  ['money', /[$€£¥₽₹₺₩]\s?\d|\d\s?[$€£¥₽₹₺₩%]/],
  ['degrees', /\d\s?°/],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['symbolStart', /^[→↓↑▼▲▶►✓✔×✕☰※★☆]/],
  ['clock', /\b\d{1,2}[:.]\d{2}\b/],
  ['code', /^<\/?[a-z!]|[{};]$|^window\.|=>|\(function|^\[\/?[a-z_][^\]]*\]$/i],
  ['handleTime', /\b\d{1,2}[:.]\d{2}$|^[+-]?\d+\s\p{L}+$/u],
];
/** Letters, blanks, commas and quotation marks: such a line has none of the forms, and most lines of a menu are such. */
const PLAIN = /^[A-Za-zÀ-ÖØ-öø-ɏΈ-ԯ ,'’‘"“”]*[?!…]?$/;
const SAMPLE = 300;
/** Runs of blanks in the source: a row of buttons or a table. */
const BLANKS = /\S(?: {2,}|\t)\S/;

/** Which forms each line of a plain text has: where there is no markup, a bullet or a bar says what a line is. */
export function putForms(columns: Columns, page: Page, facts: readonly Facts[]): void {
  const forms = FORMS.map(([name, form]) => [columns.add(`form:${name}`), form] as const);
  const [ends, quoted, blanks] = [columns.add('ends'), columns.add('quoted'), columns.add('blanks')];
  page.blocks.forEach(({ text, span }, i) => {
    const sample = text.length > 2 * SAMPLE ? text.slice(0, SAMPLE) + text.slice(-SAMPLE) : text;
    if (!PLAIN.test(sample)) for (const [column, form] of forms) column[i] = form.test(sample) ? 1 : 0;
    ends[i] = facts[i]?.terminal === true ? 1 : 0;
    quoted[i] = isQuotation(text) ? 1 : 0;
    blanks[i] = BLANKS.test(page.text.slice(span.start, Math.min(span.end, span.start + SAMPLE))) ? 1 : 0;
  });
}
