import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walkClean } from '../../src/io/walk-clean.js';
import { walkRaw } from '../../src/io/walk-raw.js';
import { scratchFolder, writeTree } from './scratch.js';

async function walk(
  root: string,
  output = join(root, 'nowhere'),
): Promise<{ files: string[]; leftAlone: readonly string[]; failed: string[] }> {
  const { files, leftAlone, failed } = await walkRaw(root, output);
  return { files: files.map(({ rawPath }) => rawPath), leftAlone, failed: failed.map(({ path }) => path) };
}

describe('walking raw/', () => {
  it('finds documents in all folders, in code-unit order of their whole paths', async () => {
    const root = scratchFolder();
    writeTree(root, {
      'b.html': '',
      'a/z.txt': '',
      'a/A.txt': '',
      'a.txt': '',
      'a-b/c.htm': '',
      'B.txt': '',
      'é.txt': '',
      'z/y/x/w.jsonl.gz': '',
    });
    const { files } = await walk(root);
    expect(files).toEqual(['B.txt', 'a-b/c.htm', 'a.txt', 'a/A.txt', 'a/z.txt', 'b.html', 'z/y/x/w.jsonl.gz', 'é.txt']);
    expect(files).toEqual([...files].sort());
  });

  it('leaves out hidden files and folders and sidecars, and tells of the rest', async () => {
    const root = scratchFolder();
    writeTree(root, {
      'a.html': '',
      'a.html.meta.json': '',
      'lost.html.meta.json': '',
      '.hidden.html': '',
      '.copydesk/decisions.jsonl': '',
      'sub/.git/x.txt': '',
      'photo.jpg': '',
    });
    expect(await walk(root)).toEqual({
      files: ['a.html'],
      leftAlone: ['lost.html.meta.json', 'photo.jpg'],
      failed: [],
    });
  });

  it('knows which document has a sidecar, and which is a container', async () => {
    const root = scratchFolder();
    writeTree(root, { 'a.html': '', 'a.html.meta.json': '', 'b.jsonl': '' });
    expect((await walkRaw(root, root + '-clean')).files).toEqual([
      { rawPath: 'a.html', sidecar: true, container: false },
      { rawPath: 'b.jsonl', sidecar: false, container: true },
    ]);
  });

  it('takes a folder named like a page for a folder', async () => {
    const root = scratchFolder();
    writeTree(root, { 'x.html/y.html': '', 'x.html/z.txt.meta.json/a.txt': '' });
    expect((await walk(root)).files).toEqual(['x.html/y.html', 'x.html/z.txt.meta.json/a.txt']);
  });

  it('leaves out the output folder inside raw/, by whatever path it is named', async () => {
    const root = scratchFolder();
    writeTree(root, { 'a.html': '', 'out/c.jsonl.jsonl': '' });
    symlinkSync(root, root + '-link');
    expect((await walk(root, join(root + '-link', 'out'))).files).toEqual(['a.html']);
    execFileSync('rm', [root + '-link']);
  });

  it('does not hang on links that go round, and finds what is behind links once', async () => {
    const root = scratchFolder();
    const elsewhere = scratchFolder();
    writeTree(root, { 'a/b.html': '', 'c/d.html': '' });
    writeTree(elsewhere, { 'e/f.html': '' });
    symlinkSync('..', join(root, 'a', 'up'));
    symlinkSync('/', join(root, 'a', 'everything'));
    symlinkSync(join(root, 'c'), join(root, 'a', 'c'));
    symlinkSync(join(root, 'a', 'b.html'), join(root, 'g.html'));
    symlinkSync(elsewhere, join(root, 'linked'));
    symlinkSync(elsewhere, join(root, 'other-link'));
    symlinkSync('..', join(elsewhere, 'e', 'round'));
    symlinkSync(root, join(elsewhere, 'back'));
    symlinkSync('nowhere', join(root, 'broken.html'));
    expect(await walk(root)).toEqual({
      files: ['a/b.html', 'c/d.html', 'g.html', 'linked/e/f.html'],
      leftAlone: ['broken.html'],
      failed: [],
    });
  });

  it('leaves a pipe alone instead of waiting for it', async () => {
    const root = scratchFolder();
    execFileSync('mkfifo', [join(root, 'pipe.html')]);
    expect(await walk(root)).toEqual({ files: [], leftAlone: ['pipe.html'], failed: [] });
  });

  it('tells of a page whose clean file would stand where a folder is mirrored', async () => {
    const root = scratchFolder();
    writeTree(root, { 'a.html': '', 'a.html.json/b.txt': '' });
    expect(await walk(root)).toEqual({ files: ['a.html.json/b.txt'], leftAlone: [], failed: ['a.html'] });
  });

  it.skipIf(process.getuid?.() === 0)('tells of a folder that cannot be read', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'closed'));
    chmodSync(join(root, 'closed'), 0);
    expect((await walk(root)).failed).toEqual(['closed/']);
  });

  it('tells of a name that is not UTF-8', async () => {
    const root = scratchFolder();
    execFileSync('sh', ['-c', 'touch "$(printf "caf\\351.html")"'], { cwd: root });
    expect((await walk(root)).failed).toEqual(['caf\ufffd.html']);
  });
});

describe('walking clean/', () => {
  it('finds records and what dead runs left, not the state', async () => {
    const root = scratchFolder();
    writeTree(root, {
      'a/b.html.json': '',
      'c.jsonl.jsonl': '',
      'a/.copydesk-x-1.part': '',
      '.copydesk/ledger.jsonl': '',
      'note.md': '',
    });
    const { files, parts } = await walkClean(root);
    expect([...files]).toEqual(['a/b.html.json', 'c.jsonl.jsonl']);
    expect(parts).toEqual(['a/.copydesk-x-1.part']);
  });

  it('finds nothing in a folder that is not there', async () => {
    expect((await walkClean(join(scratchFolder(), 'none'))).files.size).toBe(0);
  });
});
