import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { median, race } from '../../src/bench/race.js';
import { readPages } from '../../src/bench/pages.js';
import { copydesk } from '../commands/built.js';
import { scratchFolder } from '../io/scratch.js';

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>` +
  `<p>The ferry was late again on Monday, and nobody on the pier was surprised by it.</p></article></body></html>`;

function twoPages(): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'a.html'), page('Ferry late'));
  writeFileSync(join(folder, 'b.html.gz'), gzipSync(page('Ferry early')));
  writeFileSync(join(folder, 'b.html.gz.meta.json'), '{}');
  return folder;
}

describe('copydesk bench', () => {
  it('prints a row for each of those that take part', async () => {
    const { code, stdout, stderr } = await copydesk(['bench', '--pages', twoPages(), '--no-runs'], scratchFolder());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, columns, ...rest] = stdout.trimEnd().split('\n');
    const rows = rest.slice(0, 6);
    expect(head).toMatch(/^2 pages, /);
    expect(columns?.trim()).toMatch(/^pages\/s +to copydesk clean$/);
    const names = rows.map((row) => /^(\S+(?: \S+)*) {2,}\d+\.\d {2,}\d+\.\d\d$/.exec(row)?.[1]);
    expect(names).toEqual([
      'htmlparser2 DOM',
      'copydesk parse',
      'copydesk clean',
      'Readability on linkedom',
      'Readability on jsdom',
      'article-extractor',
    ]);
  });

  it('says where the time goes, and how fast the same pages are as texts', async () => {
    const { stdout } = await copydesk(['bench', '--pages', twoPages(), '--no-runs'], scratchFolder());
    const rows = stdout.trimEnd().split('\n').slice(8);
    expect(rows[0]).toMatch(/^ {2}of which read \d+ %, mark \d+ %, judge \d+ %, record \d+ %$/);
    expect(rows[2]).toMatch(/^copydesk clean +\d+\.\d$/);
  });

  it('measures whole runs over generated collections', async () => {
    const { code, stdout } = await copydesk(['bench', 'sizes', '--largest', '100', '--jobs', '1'], scratchFolder());
    const [, , row] = stdout.trimEnd().split('\n');
    expect({ code, row }).toEqual({
      code: 0,
      row: expect.stringMatching(/^ +100 +\d+\.\d +\d+\.\d\d +(?:\d+|\?)$/) as string,
    });
  });

  it('says what is wrong with a folder or a number', async () => {
    const root = scratchFolder();
    for (const args of [
      ['--pages', 'nowhere'],
      ['--pages', root],
      ['--count', '0'],
    ]) {
      const { code, stderr } = await copydesk(['bench', ...args], root);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^copydesk: .*(?:nowhere|no \.html|--count)/);
    }
  });
});

it('reads pages over and over until there are enough', () => {
  const folder = twoPages();
  expect(readPages(folder, null)).toHaveLength(2);
  const pages = readPages(folder, 5);
  expect(pages).toHaveLength(5);
  expect(Buffer.from(pages[3] as Uint8Array).toString()).toContain('Ferry early');
});

it('lets the runners take turns, and counts what cannot be read as read', async () => {
  const calls: string[] = [];
  const runners = ['a', 'b'].map((name) => ({
    name,
    run: () => {
      calls.push(name);
      if (name === 'b') throw new Error('no article');
    },
  }));
  const paces = await race(runners, [{ bytes: new Uint8Array(), text: '' }], 2);
  expect(calls.join('')).toBe('ababab');
  expect(paces.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(median([3, 1, 2])).toBe(2);
});
