import { load } from 'cheerio';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ArticleRecord } from '../../../src/core/record.js';
import { bodyOf } from '../../../src/io/exports/md/body.js';
import { frontMatter } from '../../../src/io/exports/md/front-matter.js';
import { stemOf } from '../../../src/io/exports/md/stem.js';
import { entry, record } from '../table/entries.js';

type Role = ArticleRecord['blocks'][number]['role'];

/** A record of these blocks. */
function article(parts: readonly (readonly [Role, string])[]): ArticleRecord {
  let text = '';
  const blocks = parts.map(([role, part]) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += part;
    return { role, start, end: text.length, source: [] };
  });
  return record({ text, blocks });
}

const markdown = markdownIt({ html: true, breaks: false, linkify: false });
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a reader of Markdown makes of a body: each block's tag and text. */
function rendered(body: string): [string, string][] {
  const $ = load(markdown.render(body));
  return $('body > *, body > ul > li')
    .toArray()
    .filter(({ name }) => name !== 'ul')
    .map((element): [string, string] => {
      expect($(element).find('a, em, strong, code, s, img, table, hr, h1, h3').length).toBe(0);
      return [element.name, squeezed($(element).text())];
    });
}

const TAGS: Record<Role, string> = {
  heading: 'h2',
  paragraph: 'p',
  standfirst: 'p',
  table: 'p',
  quote: 'blockquote',
  'list-item': 'li',
};

describe('a body', () => {
  it('shows what stands there', () => {
    const body = bodyOf(
      article([
        ['standfirst', 'An otter has moved in.'],
        ['heading', 'What *now*? #'],
        ['list-item', 'wait_for it'],
        ['list-item', '1. Wait'],
        ['quote', 'Two lines\n- of it'],
      ]),
    );
    expect(body).toBe(
      'An otter has moved in.\n\n## What \\*now\\*? \\#\n\n- wait_for it\n- 1\\. Wait\n\n> Two lines\\\n> \\- of it',
    );
  });

  it('is read as it was written, whatever stands in it', () => {
    const signs = fc.constantFrom(
      ...[
        '#',
        '##',
        '-',
        '+',
        '*',
        '_',
        '`',
        '~~~',
        '>',
        '<b>',
        '&amp;',
        '&#65;',
        '[a](b)',
        '![a]',
        '|',
        '\\',
        '1.',
        '2)',
      ],
      ...[
        '=',
        '==',
        '---',
        '***',
        '<!--',
        'http://a.example/~b_c',
        '[^1]:',
        '[a]: b',
        '- - -',
        '$',
        '^',
        '\n',
        'ä',
        '報',
        'a',
      ],
    );
    const text = fc
      .array(fc.tuple(signs, fc.constantFrom('', ' ', '  ')), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.flat().join('').trim())
      .filter((line) => line !== '');
    const roles = fc.constantFrom<Role>('heading', 'paragraph', 'standfirst', 'table', 'quote', 'list-item');
    fc.assert(
      fc.property(fc.array(fc.tuple(roles, text), { maxLength: 6 }), (parts) => {
        expect(rendered(bodyOf(article(parts)))).toEqual(parts.map(([role, part]) => [TAGS[role], squeezed(part)]));
      }),
      { numRuns: 300 },
    );
  });
});

describe('front matter', () => {
  it('says the same to readers of YAML 1.1 and 1.2', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'no',
        '---',
        '# a',
        ': ',
        '2031-05-03',
        "'",
        '"',
        '\u0085',
        '\u2028\u2029',
        '\ufeff',
        '\u0000',
        'ÿ',
        '~',
      ),
    );
    fc.assert(
      fc.property(unit, fc.array(unit), (headline, authors) => {
        const text = frontMatter(entry({ headline, authors }));
        const [, front = ''] = /^---\n([^]*)---\n$/.exec(text) ?? [];
        for (const version of ['1.1', '1.2'] as const)
          expect(parse(front, { version })).toMatchObject({ title: headline, authors, url: null, source: 'wire' });
      }),
      { numRuns: 300 },
    );
  });

  it('has no halves of characters', () => {
    expect(frontMatter(entry({ headline: 'a\ud800b' }))).toContain('title: "a\ufffdb"\n');
  });
});

describe('a file name', () => {
  const inContainer = (key: string | null, at = 0): string =>
    stemOf(entry({ provenance: { key } }, { path: 'a/c.jsonl.gz.jsonl', at }));

  it('is that of the clean file, or of the document in its container', () => {
    expect(stemOf(entry({}, { path: 'a/b.html.json' }))).toBe('a/b.html');
    expect(inContainer('row-7.b')).toBe('a/c.jsonl.gz/row-7.b');
    expect(inContainer('기사_7')).toBe('a/c.jsonl.gz/기사_7');
    expect(inContainer(null, 6)).toBe('a/c.jsonl.gz/00000007');
  });

  it.each([
    '',
    '.',
    '..',
    '../../etc/passwd',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'CON',
    'nul.txt',
    'a\u0000b',
    'a:b',
    '.hidden',
    'a.',
    'x'.repeat(4000),
  ])('is harmless for the key %j, and another than for others', (key) => {
    const stem = inContainer(key);
    expect(posix.dirname(stem)).toBe('a/c.jsonl.gz');
    expect(posix.normalize(stem)).toBe(stem);
    expect(posix.basename(stem)).toMatch(/^(?!(?:con|nul)(?:\.|$))[^./\\:\u0000][^/\\:\u0000]{0,159}~[0-9a-f]{8}$/i);
    expect(stem).not.toBe(inContainer(`${key} `));
  });
});
