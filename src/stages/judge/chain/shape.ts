import { codesOf, kindAt, LETTER, NUMBER, SPACE, SURROGATE, UPPER } from '../../../core/characters.js';
import { isQuotation } from '../../../core/quotes.js';
import type { Block, Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';

/** Tests of a line's form, each a name of evidence. All are linear: no nested repetition. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['bullet', /^[-–—•·*▪►▶●■◦‣]\s/],
  ['numbered', /^#?[\p{N}]{1,2}[.)]?\s/u],
  ['dash-start', /^[–—-]\s?\p{L}/u],
  ['colon-end', /[:：]$/],
  ['question', /[?？؟]["'”’»」]*$/],
  ['exclamation', /[!！]$/],
  ['comma-end', /[,،、，;]$/],
  ['quote-start', /^["'“„«‘「『]/],
  ['bracketed', /^[[(（〔【].*[\])）〕】]$/],
  ['ellipsis', /(?:…|\.\.\.)$/],
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
  ['symbol-start', /^[→↓↑▼▲▶►✓✔×✕☰※★☆]/],
  ['clock', /\b\d{1,2}[:.]\d{2}\b/],
  ['code', /^<\/?[a-z!]|[{};]$|^window\.|=>|\(function|^\[\/?[a-z_]+[^\]]*\]$/i],
  ['handle-time', /\b\d{1,2}[:.]\d{2}$|^[+-]?\d+\s\p{L}+$/u],
];

/** How many letters, capitals and digits a text has. */
function count(text: string): { letters: number; upper: number; digits: number } {
  let letters = 0;
  let upper = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kindAt(text, i);
    if ((kind & LETTER) !== 0) letters++;
    if ((kind & UPPER) !== 0) upper++;
    if ((kind & NUMBER) !== 0) digits++;
    if ((kind & SURROGATE) !== 0) i++;
  }
  return { letters, upper, digits };
}

const OPENERS = codesOf(`"'“„«(`);

/** Three words or more, and three of four of them with a capital. */
function isTitleCase(text: string): boolean {
  let words = 0;
  let capitals = 0;
  let isStart = true;
  for (let i = 0; i < text.length; i++) {
    const kind = kindAt(text, i);
    if (isStart && (kind & LETTER) !== 0) {
      words++;
      if ((kind & UPPER) !== 0) capitals++;
    }
    isStart = (kind & SPACE) !== 0 || OPENERS.has(text.charCodeAt(i));
    if ((kind & SURROGATE) !== 0) i++;
  }
  return words >= 3 && capitals > words * 0.75;
}

/** Names of the forms that a block's text has. */
export function readShape(block: Block, fact: Facts, page: Page): string[] {
  const { text } = block;
  const out: string[] = [];
  const sample = text.length > 600 ? text.slice(0, 300) + text.slice(-300) : text;
  for (const [name, form] of FORMS) if (form.test(sample)) out.push(name);
  if (fact.terminal) out.push('terminal');
  if (isQuotation(text)) out.push('quoted');
  const { letters, upper, digits } = count(text);
  if (letters === 0) out.push(digits > 0 ? 'counter' : 'no-letters');
  else {
    if (digits > letters) out.push('digits');
    if (upper > letters * 0.8 && letters > 2) out.push('caps');
    if (isTitleCase(text)) out.push('title-case');
    if (/^["'“„«‘(]?\p{Ll}/u.test(text)) out.push('lower-start');
  }
  // Runs of blanks in the source: a row of buttons or a table.
  if (/\S(?: {2,}|\t)\S/.test(page.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 300))))
    out.push('columns');
  out.push(`stop:${fact.stopShare === 0 ? 0 : fact.stopShare < 0.15 ? 1 : fact.stopShare < 0.3 ? 2 : 3}`);
  out.push(`sentences:${Math.min(fact.sentences, 3)}`, `prose:${fact.prose}`);
  if (fact.size <= 12) out.push(`stop:${fact.stopShare > 0.15}|terminal:${fact.terminal}`);
  return out;
}
