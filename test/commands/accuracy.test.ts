import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { UsageError } from '../../src/core/errors.js';
import { copydesk } from './built.js';
import { parse } from './parse.js';

const FIRST =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';
const SECOND =
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first, and to wait.';
const LABELLED = JSON.stringify({
  id: 'tar',
  lang: 'en',
  url: null,
  lines: [
    { t: FIRST, l: 'keep', r: '' },
    { t: SECOND, l: 'keep', r: '' },
    { t: 'ADVERTISEMENT', l: 'drop', r: 'advertisement' },
  ],
  meta: { headline: null, author: null, datePublished: null, publisher: null, agency: null },
});

function corpus(files: Record<string, string> = {}): string {
  const root = scratchFolder();
  writeTree(root, { 'corpus/lines/tar.json': LABELLED, ...files });
  return root;
}

describe('copydesk accuracy', () => {
  it('prints a line of figures a set', async () => {
    const { code, stdout } = await copydesk(['accuracy', '--shipped', '--corpus', 'corpus'], corpus());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^lines: documents 1 {2}lost 0 .*perfect 1 .*\n$/);
  });

  it('gives JSON', async () => {
    const { stdout } = await copydesk(['accuracy', '--shipped', '--corpus', 'corpus', '--json'], corpus());
    expect(JSON.parse(stdout)).toMatchObject([
      {
        name: 'lines',
        figures: { documents: 1, lost: 0, noise: 0, dropLinesLeft: 0 },
        byReason: { advertisement: [0, 1] },
        worst: [],
      },
    ]);
  });

  it('exits with 1 where a figure has fallen, and says which', async () => {
    const root = corpus({ 'floors.json': '{"lines": {"perfect": {"least": 1}, "lost": {"most": -1}}}' });
    const { code, stderr } = await copydesk(
      ['accuracy', '--shipped', '--corpus', 'corpus', '--floors', 'floors.json'],
      root,
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'fallen: lines lost: 0 is above -1\n' });
  });

  it('raises bounds, and never lowers them', async () => {
    const root = corpus({
      'floors.json': '{"lines": {"perfect": {"least": 0.5}, "lost": {"most": 0.2}, "documents": {"least": 7}}}',
    });
    const { stdout } = await copydesk(
      ['accuracy', '--shipped', '--corpus', 'corpus', '--floors', 'floors.json', '--raise'],
      root,
    );
    expect(stdout).toContain('2 bounds raised');
    expect(JSON.parse(readFileSync(join(root, 'floors.json'), 'utf8'))).toEqual({
      lines: { perfect: { least: 1 }, lost: { most: 0 }, documents: { least: 7 } },
    });
  });

  it.each<[string, string[], RegExp]>([
    ['a corpus that is not there', ['--corpus', 'gone'], /^no corpus at .*gone/],
    ['a folder with nothing labelled', ['--corpus', 'empty'], /^nothing labelled in .*empty/],
    ['floors that are not there', ['--corpus', 'corpus', '--floors', 'gone.json'], /no file at .*gone\.json/],
    ['floors that are no JSON', ['--corpus', 'corpus', '--floors', 'empty/notes.md'], /is not JSON/],
    [
      'pages without folds that never saw them',
      ['--corpus', 'pages', '--folds', 'empty'],
      /^no html-0\.json in .*empty/,
    ],
    ['raising nothing', ['--corpus', 'corpus', '--raise'], /^--raise goes with --floors/],
    ['a number that is none', ['--corpus', 'corpus', '--worst', 'all'], /^--worst: expected a whole number/],
  ])('cannot use %s', async (_what, args, message) => {
    const root = corpus({
      'empty/notes.md': 'Nothing here yet.',
      'pages/gold.jsonl': JSON.stringify({ id: 'tar', text: FIRST }),
      'pages/raw/tar.html': `<p>${FIRST}`,
    });
    const absolute = args.map((arg) => (/^[a-z]+(?:\/|\.|$)/.test(arg) && arg !== 'all' ? join(root, arg) : arg));
    const asked = parse('accuracy', ...absolute);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });
});
