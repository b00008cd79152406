import { isQuotation } from '../../../core/quotes.js';
import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';

/** Tests of a line's form. All are linear: no nested repetition. Behind some stand the characters of which such a line has one at least. */
const FORMS: readonly (readonly [name: string, form: RegExp, needed?: string])[] = [
  ['numbered', /^#?[\p{N}]{1,2}[.)]?\s/u],
  ['dashStart', /^[–—-]\s?\p{L}/u],
  ['bracketed', /^[[(（〔【].*[\])）〕】]$/],
  ['url', /(?:https?:\/\/|www\.|\b[a-z0-9-]{2,}\.(?:com|org|net|ru|ir|me|info|example)\b)/i],
  ['email', /[\w.]@[\w-]/, '@'],
  ['handle', /(?:^|\s)@\w/, '@'],
  ['hashtag', /(?:^|\s)#\s?[\p{L}_]/u, '#'],
  ['copyright', /©|\(c\)\s*\d{4}|℗|®/i],
  ['breadcrumb', /\S\s[›»>/→]\s?\S/, '›»>/→'],
  ['pipes', /\S\s*[|｜·•]\s*\S/, '|｜·•'],
  ['money', /[$€£¥₽₹₺₩]\s?\d|\d\s?[$€£¥₽₹₺₩%]/, '$€£¥₽₹₺₩%'],
  ['degrees', /\d\s?°/, '°'],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['symbolStart', /^[→↓↑▼▲▶►✓✔×✕☰※★☆]/],
  ['clock', /\b\d{1,2}[:.]\d{2}\b/, '0123456789'],
  ['code', /^<\/?[a-z!]|[{};]$|^window\.|=>|\(function|^\[\/?[a-z_][^\]]*\]$/i],
  ['handleTime', /\b\d{1,2}[:.]\d{2}$|^[+-]?\d+\s\p{L}+$/u, '0123456789'],
];
/** Letters, blanks, commas and quotation marks: such a line has none of the forms, and most lines of a menu are such. */
const PLAIN = /^[A-Za-zÀ-ÖØ-öø-ɏΈ-ԯ ,'’‘"“”]*[?!…]?$/;
/** By character, the forms that need it, as a sum of powers of two. */
const NEEDED = new Uint32Array(0x10000);
FORMS.forEach(([, , needed = ''], form) => {
  for (const character of needed)
    NEEDED[character.charCodeAt(0)] = (NEEDED[character.charCodeAt(0)] as number) | (1 << form);
});
/** The forms that need none. */
const ALWAYS = FORMS.reduce((sum, [, , needed], form) => (needed === undefined ? sum | (1 << form) : sum), 0);

/** The forms that a text may have: most need not be tested. */
function possibleForms(text: string): number {
  let forms = ALWAYS;
  for (let i = 0; i < text.length; i++) forms |= NEEDED[text.charCodeAt(i)] as number;
  return forms;
}

const SAMPLE = 300;
/** Runs of blanks in the source: a row of buttons or a table. */
const BLANKS = /\S(?: {2,}|\t)\S/;

/** Which forms each line of a plain text has: where there is no markup, a bullet or a bar says what a line is. */
export function putForms(columns: Columns, page: Page, facts: readonly Facts[]): void {
  const forms = FORMS.map(([name, form]) => [columns.add(`form:${name}`), form] as const);
  const [ends, quoted, blanks] = [columns.add('ends'), columns.add('quoted'), columns.add('blanks')];
  page.blocks.forEach(({ text, span }, i) => {
    const sample = text.length > 2 * SAMPLE ? text.slice(0, SAMPLE) + text.slice(-SAMPLE) : text;
    const possible = PLAIN.test(sample) ? 0 : possibleForms(sample);
    forms.forEach(([column, form], k) => {
      if ((possible & (1 << k)) !== 0 && form.test(sample)) column[i] = 1;
    });
    ends[i] = facts[i]?.terminal === true ? 1 : 0;
    quoted[i] = isQuotation(text) ? 1 : 0;
    blanks[i] = BLANKS.test(page.text.slice(span.start, Math.min(span.end, span.start + SAMPLE))) ? 1 : 0;
  });
}
