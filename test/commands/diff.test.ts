import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gzip, scratchFolder, writeTree } from '../io/scratch.js';
import { UsageError } from '../../src/core/errors.js';
import { copydesk } from './built.js';
import { parse } from './parse.js';

const FIRST =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';
const SECOND =
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first, and to wait.';
const DOCUMENT = `${FIRST}\n\n${SECOND}\n\nADVERTISEMENT\n`;

function folderWith(files: Record<string, string | Uint8Array>): string {
  const root = scratchFolder();
  writeTree(root, files);
  return root;
}

describe('copydesk diff', () => {
  it('shows a raw file that was never cleaned, and writes nothing', async () => {
    const root = folderWith({ 'raw/courier/a.txt': DOCUMENT });
    const { code, stdout, stderr } = await copydesk(['diff', 'raw/courier/a.txt', '--width', '60'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^courier\/a\.txt\nstatus {4}accepted\n/);
    expect(stdout).toContain('\n- ADVERTISEMENT\n');
    expect(stdout).toContain('  The harbour board met on Tuesday');
    expect(stdout).not.toContain('\u001b');
    expect(existsSync(join(root, 'clean'))).toBe(false);
  });

  it('finds a file below the raw folder, and one that stands elsewhere', async () => {
    const root = folderWith({ 'in/courier/a.txt': DOCUMENT, 'b.txt': DOCUMENT });
    expect((await copydesk(['diff', 'courier/a.txt', '--raw', 'in'], root)).stdout).toMatch(/^courier\/a\.txt\n/);
    expect((await copydesk(['diff', 'b.txt'], root)).stdout).toMatch(/^b\.txt\n/);
  });

  it('shows the documents of a container, or the one that is asked for', async () => {
    const rows = ['one', 'two'].map((id) => JSON.stringify({ id, text: DOCUMENT })).join('\n');
    const root = folderWith({ 'raw/c.jsonl.gz': gzip(rows) });
    expect((await copydesk(['diff', 'c.jsonl.gz'], root)).stdout.match(/^c\.jsonl\.gz \w+$/gm)).toEqual([
      'c.jsonl.gz one',
      'c.jsonl.gz two',
    ]);
    expect((await copydesk(['diff', 'c.jsonl.gz', '--key', 'two'], root)).stdout.match(/^c\.jsonl\.gz \w+$/gm)).toEqual(
      ['c.jsonl.gz two'],
    );
  });

  it.each<[string, string[], RegExp]>([
    ['a folder', ['raw'], /^diff: no file at raw/],
    ['a format that is not read', ['photo.jpg'], /^diff: photo\.jpg is none of the formats/],
    ['a key that is not there', ['a.txt', '--key', '7'], /^diff: no document with the key "7"/],
    ['a width that is none', ['a.txt', '--width', 'wide'], /^--width: expected a whole number/],
    ['a width that is too small', ['a.txt', '--width', '12'], /^--width: expected a whole number from 30/],
  ])('cannot use %s', async (_what, args, message) => {
    const root = folderWith({ 'raw/a.txt': DOCUMENT, 'raw/photo.jpg': '' });
    const asked = parse('diff', ...args, '--raw', join(root, 'raw'));
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });

  it('exits with 2 and one line for a file that is not there', async () => {
    const { code, stdout, stderr } = await copydesk(['diff', 'gone.txt'], scratchFolder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^copydesk: diff: no file at gone\.txt[^\n]*\n$/);
  });
});
