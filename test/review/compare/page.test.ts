import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseDocument, DomUtils } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, PAGE_MARK, renderPage } from '../../../src/review/compare/html/page.js';
import type { Summary } from '../../../src/review/compare/summary.js';
import { comparable, strike, summaryOf } from './documents.js';

/** What a hostile document would put on a page. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</style></title><script src=//evil.example></script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</p></details></main></body></html><iframe srcdoc=x>',
  '<!-- --><![CDATA[ ]]>&lt;b&gt;&amp;',
  '\u202eevil\u2066\u0000\u001b[31m',
];

const page = (summary: Summary): string => renderPage(summary, { before: HOSTILE.join(), after: 'new' }, null);

function hostileSummary(texts: readonly string[]): Summary {
  const all = texts.join(' ');
  const before = comparable({
    text: texts.join('\n\n'),
    headline: all,
    authors: [...texts],
    source: all,
    provenance: { rawPath: all, key: all },
  });
  const after = comparable({
    text: `${texts[0] ?? ''} and more`,
    headline: `${all} now`,
    source: all,
    removals: texts.map((text) => strike(text, 'ui', text)),
    provenance: { rawPath: all, key: all },
  });
  return summaryOf([
    { before, after },
    { before, after: null },
  ]);
}

/** Names of all elements and attributes. */
function names(markup: string): Set<string> {
  const elements = DomUtils.getElementsByTagName('*', parseDocument(markup));
  return new Set(elements.flatMap(({ name, attribs }) => [name, ...Object.keys(attribs).map((key) => `@${key}`)]));
}

describe('the page', () => {
  it('runs nothing and loads nothing, and says so to the browser', () => {
    const markup = page(hostileSummary(['plain']));
    const style = /<style>([^]*?)<\/style>/.exec(markup)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(style.length).toBeGreaterThan(100);
    expect(markup.startsWith(PAGE_MARK)).toBe(true);
    expect(markup).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(markup).not.toMatch(/<script|@import|url\(|<link|<img|style=|https?:/i);
  });

  it('is made of the same elements whatever documents hold', () => {
    const inert = names(page(hostileSummary(['plain', 'text', 'of', 'more', 'words', 'than', 'that', 'one'])));
    expect(names(page(hostileSummary(HOSTILE)))).toEqual(inert);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 4 }), (texts) => {
        const markup = page(hostileSummary(texts));
        expect([...names(markup)].filter((name) => !inert.has(name))).toEqual([]);
        expect(markup).not.toMatch(/<script/i);
      }),
      { numRuns: 50 },
    );
  });

  it('shows hostile text as text', () => {
    const dom = parseDocument(page(hostileSummary(HOSTILE)));
    expect(DomUtils.textContent(dom)).toContain('<img src=x onerror=alert(1)>');
  });

  it('turns no text around, and lets each have its own direction', () => {
    const markup = page(hostileSummary([...HOSTILE, 'مكتبة القرية']));
    expect(markup).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000\u001b]/);
    const paragraphs = DomUtils.getElementsByTagName('p', parseDocument(markup));
    const texts = paragraphs.filter(({ attribs }) => /^(?:removed|kept|mixed|same)$/.test(attribs['class'] ?? ''));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.every(({ attribs }) => attribs['dir'] === 'auto')).toBe(true);
  });

  it('says what of a great many changes it leaves out, and stays below its size', () => {
    const long = (n: number): string =>
      Array.from({ length: 8 }, (_, i) => `${n} ${i} ${'<&'.repeat(800)}`).join('\n\n');
    const pairs = Array.from({ length: 600 }, (_, n) => ({
      before: comparable({ text: long(n) }),
      after: comparable({ text: 'Gone.', headline: 'x' }),
    }));
    const markup = page(summaryOf(pairs));
    const shown = DomUtils.getElementsByTagName('details', parseDocument(markup)).length;
    expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(MOST_BYTES);
    expect(shown).toBeGreaterThan(100);
    expect(shown).toBeLessThanOrEqual(500);
    expect(markup).toContain(`The ${shown} largest of 600 changes`);
  });
});
