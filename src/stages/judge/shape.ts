import { isQuotation } from '../../core/quotes.js';
import type { Block, Page } from '../../core/types.js';
import type { Facts } from './facts.js';

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

const LETTER = /\p{L}/gu;
const UPPER = /\p{Lu}/gu;
const DIGIT = /\p{N}/gu;

/** Names of the forms that a block's text has. */
export function readShape(block: Block, fact: Facts, page: Page): string[] {
  const { text } = block;
  const out: string[] = [];
  const sample = text.length > 600 ? text.slice(0, 300) + text.slice(-300) : text;
  for (const [name, form] of FORMS) if (form.test(sample)) out.push(name);
  if (fact.terminal) out.push('terminal');
  if (isQuotation(text)) out.push('quoted');
  const letters = text.match(LETTER)?.length ?? 0;
  const digits = text.match(DIGIT)?.length ?? 0;
  if (letters === 0) out.push(digits > 0 ? 'counter' : 'no-letters');
  else {
    if (digits > letters) out.push('digits');
    const upper = text.match(UPPER)?.length ?? 0;
    if (upper > letters * 0.8 && letters > 2) out.push('caps');
    const cased = text.match(/(?:^|[\s"'“„«(])\p{L}/gu) ?? [];
    const capital = cased.filter((start) => /\p{Lu}/u.test(start)).length;
    if (cased.length >= 3 && capital > cased.length * 0.75) out.push('title-case');
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
