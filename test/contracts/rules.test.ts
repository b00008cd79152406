import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mark, Page, Rule } from '../../src/core/types.js';
import { RULES } from '../../src/rules/index.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { parseText } from '../../src/stages/parse-text.js';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { marksOf } from '../rules/marks.js';

/** What holds of every rule, found in its folder. */

const folder = new URL('../../src/rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'mark' in value && typeof value.mark === 'function';

const written = (
  await Promise.all(
    files.map(async (name) =>
      Object.values<unknown>((await import(new URL(name, folder).href)) as Record<string, unknown>),
    ),
  )
)
  .flat()
  .filter(isRule);

/** Pages with something for every rule. */
const PARAGRAPH =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';
const LINES = [
  'Home › News › Local',
  'The price of tar',
  'By Ida Brannigan',
  '3 May 2031, 17:45',
  PARAGRAPH,
  'ADVERTISEMENT',
  PARAGRAPH.replace('Tuesday', 'Wednesday').replace('midnight', 'dawn'),
  PARAGRAPH,
  '1,204',
  '* * *',
  'Photo: Dilys Marrow / Harbour Pictures',
  'Frequently asked questions',
  'Editor: Welcome.',
  'Dr. Hargreave: Thank you.',
  'Editor: What does it mean?',
  'Dr. Hargreave: It is a wake-up call.',
  '© 2031 Example Media. All rights reserved.',
];
const PAGES: readonly Page[] = [
  parseText(''),
  parseText('\u200b\n&nbsp;\n"'),
  parseText(LINES.join('\n')),
  parseText([...LINES].reverse().join('\r\n\r\n')),
  parseHtml(`<html><body>${LINES.map((line) => `<p>${line}</p>`).join('')}</body></html>`, DEFAULT_OPTIONS),
];

const marksOn = (rule: Rule): [Page, Mark][] =>
  PAGES.flatMap((page) => marksOf(rule, page).map((mark): [Page, Mark] => [page, mark]));

describe('the rules', () => {
  it('are all in the list', () => {
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((rule) => !RULES.includes(rule)).map((rule) => rule.name)).toEqual([]);
  });

  it('have names of their own', () => {
    const names = RULES.map((rule) => rule.name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('have examples, or tests of their own', () => {
    const tested = new Set(readdirSync(new URL('../rules/', import.meta.url)));
    const untried = RULES.filter((rule) => rule.examples === undefined && !tested.has(`${rule.name}.test.ts`));
    expect(untried.map((rule) => rule.name)).toEqual([]);
  });
});

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it('marks places that the page has, and signs them', () => {
    for (const [page, { span, rule: by }] of marksOn(rule)) {
      expect(by === name || by.startsWith(`${name}:`), by).toBe(true);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(page.text.length);
    }
  });

  it('says the same each time, and leaves the page as it is', () => {
    for (const page of PAGES) {
      const before = JSON.stringify(page.blocks);
      expect(marksOf(rule, page)).toEqual(marksOf(rule, page));
      expect(JSON.stringify(page.blocks)).toBe(before);
    }
  });

  it('drops for its own reason, if it has one', () => {
    if (rule.reason === undefined) return;
    for (const [, mark] of marksOn(rule)) expect(mark).toMatchObject({ claim: 'drop', reason: rule.reason });
  });

  const { drops = [], keeps = [] } = rule.examples ?? {};
  if (rule.examples !== undefined)
    it('has examples of both kinds', () => {
      expect(drops.length).toBeGreaterThan(0);
      expect(keeps.length).toBeGreaterThan(0);
    });
  for (const line of drops)
    it(`drops ${JSON.stringify(line)}`, () => {
      const marks = marksOf(rule, parseText(line));
      expect(marks).toMatchObject([{ claim: 'drop', reason: rule.reason, rule: name }]);
    });
  for (const line of keeps)
    it(`leaves ${JSON.stringify(line)}`, () => {
      expect(marksOf(rule, parseText(line))).toEqual([]);
    });
});
