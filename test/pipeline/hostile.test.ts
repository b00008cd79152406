import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import type { Block, Page } from '../../src/core/types.js';
import { clean } from '../../src/pipeline.js';
import { RULES } from '../../src/rules/index.js';
import { parseHtml } from '../../src/stages/parse-html.js';

/** Pages that are made to hurt, or came out so: each gets a record or a reason, at a cost in proportion to its size. */

const PROVENANCE = { copydesk: '0', rules: '0', options: '0', inputs: '0' };

const cleanBytes = (payload: string | Uint8Array): ArticleRecord =>
  clean(
    { rawPath: 'a/page.html', key: null, offset: null, format: 'html', payload: Buffer.from(payload), hints: {} },
    DEFAULT_OPTIONS,
    PROVENANCE,
  );
const article = (body: string): string =>
  `<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1>${body}</article></body></html>`;

const PIERS = [
  'north',
  'south',
  'harbour',
  'castle',
  'mill',
  'bridge',
  'tower',
  'garden',
  'quarry',
  'market',
  'chapel',
];
/** A paragraph unlike the others. */
const paragraph = (i: number): string => {
  const pier = (step: number): string => `${PIERS[(i * step) % PIERS.length] ?? ''}${Math.floor(i / step)}`;
  return `<p>The ferry from ${pier(1)} to ${pier(3)} was late on day ${i}, said ${pier(5)}, who had seen ${pier(7)} go.</p>\n`;
};
const paragraphs = (count: number): string => Array.from({ length: count }, (_, i) => paragraph(i)).join('');
const MEGABYTE = 1_000_000;

describe('a hostile page', () => {
  it.each([
    ['nested a hundred thousand deep', article('<div>'.repeat(100_000) + 'x'), 'maxDepth'],
    ['of a million elements side by side', article('<i></i>'.repeat(MEGABYTE)), 'maxNodes'],
    ['of tables in tables without end', article('<table><tr><td>'.repeat(50_000)), 'maxDepth'],
    ['of forty thousand paragraphs', article('<p>The ferry was late.</p>'.repeat(40_000)), 'maxBlocks'],
    ['of eleven megabytes', article('The ferry was late. '.repeat(550_000)), 'maxCharacters'],
  ])('%s is rejected, and says which limit it broke', (_what, html, limit) => {
    const record = cleanBytes(html);
    expect(record).toMatchObject({ status: 'rejected', rejection: { reason: 'too-large' }, text: '' });
    expect(record.rejection?.detail).toContain(limit);
  });

  it.each([
    [
      'of scripts alone',
      `<html><head><script>${'var a = 1;'.repeat(100_000)}</script></head><body></body></html>`,
      'empty',
    ],
    [
      'of one word of a megabyte',
      article(`<p>${'x'.repeat(MEGABYTE)}</p>`).replaceAll('The ferry', ''),
      'not-an-article',
    ],
  ])('%s is rejected for what it lacks', (_what, html, reason) => {
    expect(cleanBytes(html)).toMatchObject({ status: 'rejected', rejection: { reason } });
  });

  const text = paragraphs(12);
  it.each([
    ['as deep as is allowed', '<div>'.repeat(900) + text],
    ['in tables in tables', '<table><tr><td>'.repeat(300) + text],
    [
      'with an attribute of a megabyte',
      `<div class="${'a b-c '.repeat(MEGABYTE / 6)}" title="${'&amp'.repeat(MEGABYTE / 4)}">${text}</div>`,
    ],
    ['with a megabyte of white space', text + `<p>${' \n'.repeat(MEGABYTE / 2)}</p>`],
    ['with a wrong declaration of its encoding', `<meta charset="utf-16"><meta charset="nonsense">${text}`],
  ])('%s gives a sound record with its text', (_what, body) => {
    const record = cleanBytes(article(body));
    expect(recordSchema.safeParse(record).error).toBeUndefined();
    expect(record.status).not.toBe('rejected');
    for (const word of ['day 0,', 'day 5,', 'day 11,']) expect(record.text).toContain(word);
  });

  it.each(['&', '<', '"“', '."', '12.3.', '( ', 'Ã©', 'By Ann Weber<br>', '海の船', "a'"])(
    'of "%s" over and over ends with a record',
    (unit) => {
      const record = cleanBytes(article(`<p>${unit.repeat(100_000 / unit.length)}</p>`));
      expect(recordSchema.safeParse(record).error).toBeUndefined();
    },
  );
});

describe('cost', () => {
  /** The page, counting how often its blocks are looked at. */
  const counted = (page: Page): { page: Page; reads: () => number } => {
    let reads = 0;
    const blocks = new Proxy(page.blocks as Block[], {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key, receiver);
      },
    });
    return { page: { ...page, blocks }, reads: () => reads };
  };
  const work = (rule: (typeof RULES)[number], html: string): number => {
    const { page, reads } = counted(parseHtml(html, DEFAULT_OPTIONS));
    const context = { source: 'a', url: null, language: 'en', fetchedAt: null, profiles: [] };
    for (const mark of rule.mark(page, context)) expect(mark.span.end).toBeLessThanOrEqual(page.text.length);
    return reads();
  };
  const menu = (count: number): string => '<ul>' + '<li><a href="/x">Read more</a></li>'.repeat(count) + '</ul>';
  const turns = (count: number): string => '<p>Editor: And then?</p><p>Dr. Hargreave: It rained.</p>'.repeat(count / 2);

  it.each([
    ['paragraphs', paragraphs],
    ['links that say the same', menu],
    ['turns of a conversation', turns],
  ])('of each rule grows as the page does, for %s', (_what, body) => {
    for (const rule of RULES) {
      const short = work(rule, article(body(300)));
      expect(work(rule, article(body(1_200))), rule.name).toBeLessThanOrEqual(4.2 * Math.max(short, 300));
    }
  });

  /** Processor time, the least of some tries: what else the machine does hardly counts. */
  const seconds = (html: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.cpuUsage();
        cleanBytes(html);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1e6;
      }),
    );

  it('of a page four times as long is some four times as high, and far from sixteen times', () => {
    const [short, long] = [article(paragraphs(600)), article(paragraphs(2_400))];
    seconds(short);
    expect(seconds(long) / seconds(short)).toBeLessThan(10);
  });
});
