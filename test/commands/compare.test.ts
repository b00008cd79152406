import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { acquireLock } from '../../src/io/lock.js';
import type { Summary } from '../../src/review/compare/summary.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { record } from '../io/table/entries.js';
import { strike } from '../review/compare/documents.js';
import { copydesk } from './built.js';
import { parse } from './parse.js';

const ONE = 'The lock at Tollbridge will stay shut until June, the canal trust said on Saturday.';
const RELATED = 'Read also: Towpath to stay shut until June';

const file = (changes: Parameters<typeof record>[0]): string => JSON.stringify(record(changes), null, 2) + '\n';
const KEPT = { text: `${ONE}\n\n${RELATED}`, headline: 'Otter delays lock', source: 'post' };
const STRUCK = { ...KEPT, text: ONE, removals: [strike(RELATED)] };
const rows = (...texts: string[]): string =>
  texts
    .map((text) => JSON.stringify(record({ text, provenance: { rawPath: 'c.jsonl', key: text.slice(0, 2) } })) + '\n')
    .join('');
const place = (name: string): { provenance: { rawPath: string } } => ({ provenance: { rawPath: name } });

/** Two folders: one document changed, one is gone, one is new, and a container has turned around. */
function folders(): string {
  const root = scratchFolder();
  writeTree(root, {
    'clean/a.txt.json': file({ ...KEPT, ...place('a.txt') }),
    'clean/b/gone.txt.json': file({ ...KEPT, ...place('b/gone.txt') }),
    'clean/c.jsonl.jsonl': rows('1. one', '2. two', '3. three'),
    'new/a.txt.json': file({ ...STRUCK, ...place('a.txt'), status: 'review' }),
    'new/b/new.txt.json': file({ ...KEPT, ...place('b/new.txt') }),
    'new/c.jsonl.jsonl': rows('3. three', '2. two', '1. one'),
  });
  return root;
}

describe('copydesk compare', () => {
  it('tells what changed, by rule and source, and names the documents', async () => {
    const { code, stdout, stderr } = await copydesk(['compare', 'clean', 'new'], folders());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.trim());
    expect(lines.slice(0, 3)).toEqual([
      'clean → new',
      '6 documents: 1 changed (20.0 %), 1 gone, 1 new, 3 unchanged',
      '−8 words in the text of 1 document',
    ]);
    expect(lines).toContain('8          1  related (phrase:en)');
    expect(lines).toContain('1  status: accepted → review 1');
    expect(lines).toContain('−8 words  a.txt  (accepted → review)');
    expect(lines.some((line) => line.endsWith('b/gone.txt.json'))).toBe(true);
  });

  it('finds no change between a folder and a copy of it', async () => {
    const root = folders();
    rmSync(join(root, 'new'), { recursive: true });
    writeTree(root, { 'new/a.txt.json': file({ ...KEPT, ...place('a.txt'), provenance: { rules: 'other' } }) });
    const { stdout } = await copydesk(['compare', 'clean', 'new', '--only', 'a.*', '--json'], root);
    expect(JSON.parse(stdout)).toMatchObject({ documents: { before: 1, unchanged: 1, changed: 0 }, limit: null });
  });

  it('shows a document word by word, and the most changed ones with -v', async () => {
    const root = folders();
    const shown = await copydesk(['compare', 'clean', 'new', '--show', 'new/a.txt.json'], root);
    expect(shown.stdout).toBe(
      [
        'a.txt  −8 words',
        'status  [-accepted-] {+review+}',
        '',
        `  ${ONE}`,
        '',
        `- ${RELATED}`,
        '  ↳ related (phrase:en)',
        '',
      ].join('\n'),
    );
    const verbose = await copydesk(['compare', 'clean', 'new', '-v'], root);
    expect(verbose.stdout.endsWith(shown.stdout)).toBe(true);
    const row = await copydesk(['compare', 'clean', 'new', '--show', 'c.jsonl', '--key', '2.'], root);
    expect(row.stdout).toBe('c.jsonl 2.: unchanged\n');
    expect((await copydesk(['compare', 'clean', 'new', '--show', 'b/gone.txt'], root)).stdout).toContain(': gone\n');
  });

  it('exits with 1 past --max-changed, a number or a share', async () => {
    const root = folders();
    const limited = async (limit: string): Promise<number | null> =>
      (await copydesk(['compare', 'clean', 'new', '--quiet', '--max-changed', limit], root)).code;
    expect(await Promise.all(['1', '2', '39%', '40%'].map(limited))).toEqual([1, 0, 1, 0]);
    const json = await copydesk(['compare', 'clean', 'new', '--json', '--max-changed', '1'], root);
    expect(JSON.parse(json.stdout)).toMatchObject({ limit: { maxChanged: '1', differing: 2, exceeded: true } });
  });

  it('compares with what was approved', async () => {
    const root = folders();
    const first = await copydesk(['compare'], root);
    expect(first.code).toBe(2);
    expect(first.stderr).toMatch(/^copydesk: compare: nothing is approved yet .*--approve.*\n$/);
    expect((await copydesk(['compare', '--approve'], root)).stdout).toBe('approved 5 documents\n');
    writeTree(root, { 'clean/a.txt.json': file({ ...STRUCK, ...place('a.txt') }) });
    const { stdout } = await copydesk(['compare', '--json'], root);
    const { documents, words } = JSON.parse(stdout) as Summary;
    expect({ documents, words }).toMatchObject({ documents: { changed: 1, unchanged: 4 }, words: { removed: 8 } });
    await copydesk(['compare', '--approve', '--approved', 'kept/state.jsonl.gz'], root);
    const later = await copydesk(['compare', '--approved', 'kept/state.jsonl.gz', '--max-changed', '0'], root);
    expect(later).toMatchObject({ code: 0, stderr: '' });
    expect((await copydesk(['compare', 'kept/state.jsonl.gz', 'new', '--max-changed', '0'], root)).code).toBe(1);
  });

  it('approves over nothing but what was approved', async () => {
    const root = folders();
    const record = readFileSync(join(root, 'clean/a.txt.json'), 'utf8');
    const { code, stderr } = await copydesk(['compare', '--approve', '--approved', 'clean/a.txt.json'], root);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('no approved state') as string });
    expect(readFileSync(join(root, 'clean/a.txt.json'), 'utf8')).toBe(record);
    for (const stdout of ['approved 5 documents\n', 'approved 5 documents\n'])
      expect(await copydesk(['compare', '--approve'], root)).toMatchObject({ code: 0, stdout });
  });

  it('writes a page, again over one of its own and over nothing else', async () => {
    const root = folders();
    const write = (out: string): ReturnType<typeof copydesk> =>
      copydesk(['compare', 'clean', 'new', '--quiet', '--html', out], root);
    expect(await write('out/page.html')).toMatchObject({ code: 0, stderr: '' });
    expect(await write('out/page.html')).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(root, 'out/page.html'), 'utf8')).toContain('<del>Read also: Towpath');
    writeFileSync(join(root, 'mine.html'), '<p>mine');
    expect((await write('mine.html')).code).toBe(2);
    expect(readFileSync(join(root, 'mine.html'), 'utf8')).toBe('<p>mine');
  });

  it('names what is no record, goes on, and exits with 1', async () => {
    const root = folders();
    writeTree(root, { 'new/x.json': '{}', 'clean/y.jsonl': 'no JSON\n' });
    const { code, stdout, stderr } = await copydesk(['compare', 'clean', 'new'], root);
    expect(code).toBe(1);
    expect(stdout).toContain('1 changed');
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect((await copydesk(['compare', '--approve', 'new'], root)).code).toBe(1);
    expect(existsSync(join(root, 'new/.copydesk/approved/records.jsonl.gz'))).toBe(true);
  });

  it('approves nothing while a run is at work', async () => {
    const root = folders();
    const lock = await acquireLock(join(root, 'clean/.copydesk/lock'));
    expect(await copydesk(['compare', '--approve'], root)).toMatchObject({ code: 3, stdout: '' });
    lock.release();
  });
});

describe('copydesk compare cannot', () => {
  it.each<[string, string[], RegExp]>([
    ['read no folder', ['none', 'new'], /^compare: ROOT\/none: expected a folder of records/],
    ['compare three', ['clean', 'new', 'new'], /two folders at most/],
    ['compare a folder with itself', ['clean', 'clean'], /are one folder$/],
    ['compare with a file of another kind', ['clean/a.txt.json', 'new'], /approve anew$/],
    ['compare with an empty folder', ['empty', 'new'], /holds no records/],
    ['take two old states', ['clean', 'new', '--approved', 'x'], /^--approved: OLD was given already/],
    ['approve two', ['clean', 'new', '--approve'], /one folder at most/],
    ['show what is not there', ['clean', 'new', '--show', 'z.txt'], /^--show: no document z.txt on either side/],
    ['choose by key alone', ['clean', 'new', '--key', '1'], /^--key: needs --show$/],
    ['write a page of another name', ['clean', 'new', '--html', 'page'], /^--html: .*ends in .html/],
  ])('%s', async (_what, args, message) => {
    const root = folders();
    writeTree(root, { 'empty/.gitkeep': '' });
    const given = args.map((arg) => (existsSync(join(root, arg)) || arg === 'none' ? join(root, arg) : arg));
    const asked = parse('compare', ...given);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(new RegExp(message.source.replace('ROOT', root)));
  });

  it.each(['', 'many', '-1', '1.5', '101%', '%'])('allow %j changes', async (limit) => {
    await expect(parse('compare', 'a', 'b', '--max-changed', limit)).rejects.toThrow(/number such as 12/);
  });
});
