import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordSchema, type ArticleRecord } from '../src/core/record.js';
import { ownIdentity } from '../src/io/process-identity.js';
import type { RunReport } from '../src/commands/run-report.js';
import { copydesk, start } from './commands/built.js';
import { gzip, readTree, scratchFolder, writeTree } from './io/scratch.js';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const ARTICLE =
  'The council met on Tuesday to discuss the budget for the coming year, and members disagreed about the cost of the bridge.\n\n'.repeat(
    5,
  );

function folderWith(files: Record<string, string | Uint8Array>): string {
  const root = scratchFolder();
  writeTree(root, files);
  return root;
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe('copydesk clean', () => {
  it('cleans raw/ into clean/, logs JSON lines, ends with one summary line', async () => {
    const root = folderWith({
      'raw/a/b.txt': ARTICLE,
      'raw/c.jsonl.gz': gzip(JSON.stringify({ id: 1, text: ARTICLE })),
      'raw/photo.jpg': '',
    });
    const { code, stdout, stderr } = await copydesk(['clean'], root);
    expect(code).toBe(0);
    expect(Object.keys(readTree(join(root, 'clean')))).toEqual(['a/b.txt.json', 'c.jsonl.gz.jsonl']);
    expect(lines(stdout).length).toBe(1);
    expect(stdout).toMatch(/^2 documents: .*2 cleaned, 0 skipped/);
    const events = lines(stderr).map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events.sort()).toEqual(['finished', 'left-alone', 'shard', 'shard']);
  });

  it('says nothing but errors with --quiet, and gives JSON with --json', async () => {
    const root = folderWith({ 'raw/a.txt': ARTICLE, 'raw/b.xyz': '', 'raw/c.txt': '' });
    expect(await copydesk(['clean', '--quiet'], root)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const { stdout } = await copydesk(['clean', '--json', '--force'], root);
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      documents: { total: 2, cleaned: 2 },
      leftAlone: ['b.xyz'],
    });
  });

  it('exits with 1 for faulty documents and cleans the others', async () => {
    const root = folderWith({
      'raw/empty.txt': '',
      'raw/fine.txt': ARTICLE,
      'raw/huge.html': '<p>' + 'x'.repeat(60_000_000),
      'raw/lines.jsonl': `{"text":"${'x'.repeat(60_000_000)}"}\n${JSON.stringify({ id: 'fine', text: ARTICLE })}\n`,
      'raw/random.html': randomBytes(100_000),
      'raw/short.txt.gz': gzip(randomBytes(500).toString('hex')).subarray(0, 300),
      'raw/x.html/fine.txt': ARTICLE,
    });
    const { code, stdout } = await copydesk(['clean', '--json'], root);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as RunReport).documents).toMatchObject({ total: 8, faulty: 4 });
    const records = Object.entries(readTree(join(root, 'clean'))).flatMap(([path, content]) =>
      (path.endsWith('.jsonl') ? lines(content) : [content]).map((text) => recordSchema.parse(JSON.parse(text))),
    );
    expect(records.map(({ provenance, rejection }) => [provenance.rawPath, provenance.key, rejection?.reason])).toEqual(
      [
        ['empty.txt', null, 'empty'],
        ['fine.txt', null, undefined],
        ['huge.html', null, 'too-large'],
        ['lines.jsonl', null, 'too-large'],
        ['lines.jsonl', 'fine', undefined],
        ['random.html', null, 'unreadable'],
        ['short.txt.gz', null, 'unreadable'],
        ['x.html/fine.txt', null, undefined],
      ],
    );
    expect((await copydesk(['clean'], root)).code).toBe(1);
  });

  it('takes its folders and limits from the configuration, and options before those', async () => {
    const root = folderWith({
      'in/a.txt': ARTICLE,
      'copydesk.config.json': '{"raw": "in", "clean": "out", "maxBytes": 100}',
    });
    expect((await copydesk(['clean', '--clean', 'other'], root)).code).toBe(1);
    expect(existsSync(join(root, 'out'))).toBe(false);
    expect(JSON.parse(readTree(join(root, 'other'))['a.txt.json'] ?? '')).toMatchObject({
      rejection: { reason: 'too-large' },
    });
  });

  it('prints what it would do with --dry-run', async () => {
    const root = folderWith({ 'raw/a.txt': ARTICLE });
    const { code, stdout } = await copydesk(['clean', '--dry-run'], root);
    expect(code).toBe(0);
    expect(lines(stdout)).toEqual([
      'a.txt → a.txt.json (new)',
      'dry run: 1 files would be cleaned, 0 skipped; 0 clean files have lost their raw files',
    ]);
    expect(existsSync(join(root, 'clean'))).toBe(false);
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['clean', '--jbos', '3'], /unknown option '--jbos'/],
    ['a number that is none', ['clean', '--jobs', 'many'], /--jobs.*whole number/],
    ['a missing raw folder', ['clean', '--raw', 'none'], /none: expected a folder of raw documents/],
    ['an output folder that cannot be', ['clean', '--clean', '/dev/null/clean'], /cannot go on: ENOTDIR.*\/dev\/null/],
    ['a missing configuration', ['clean', '--config', 'none.json'], /none\.json: expected a configuration file/],
    ['an unknown command', ['cleen'], /unknown command 'cleen'/],
    ['a file instead of "-"', ['clean', 'a.html'], /expected "-" or nothing, got "a\.html"/],
    ['a URL that is none', ['clean', '-', '--url', 'x y'], /--url: expected an http\(s\) URL/],
    ['an unknown format', ['clean', '-', '--format', 'pdf'], /--format.*html, text/],
  ])('exits with 2 and one line for %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await copydesk(args, folderWith({ 'raw/a.txt': '' }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(lines(stderr).length).toBe(1);
    expect(stderr).toMatch(/^copydesk: /);
    expect(stderr).toMatch(message);
  });

  it('exits with 2 and one line for a broken configuration or profile', async () => {
    const root = folderWith({ 'raw/a.txt': '', 'copydesk.config.json': '{"jobs": "two"}' });
    expect(await copydesk(['clean'], root)).toMatchObject({
      code: 2,
      stderr: 'copydesk: copydesk.config.json: jobs: expected number, received string\n',
    });
    writeTree(root, { 'copydesk.config.json': '{"profiles": "p"}', 'p/x.json': '{"drop": [{"select": "a["}]}' });
    const { code, stderr } = await copydesk(['clean'], root);
    expect(code).toBe(2);
    expect(lines(stderr).length).toBe(1);
    expect(stderr).toMatch(/x\.json: drop\.0\.select: expected a CSS selector/);
  });

  it('exits with 3 and one line while another run is at work', async () => {
    const root = folderWith({ 'raw/a.txt': ARTICLE, 'clean/.copydesk/lock': JSON.stringify(ownIdentity()) });
    const { code, stderr } = await copydesk(['clean'], root);
    expect(code).toBe(3);
    expect(lines(stderr).length).toBe(1);
    expect(stderr).toContain(`process ${process.pid} on ${hostname()}`);
    expect(Object.keys(readTree(join(root, 'clean')))).toEqual([]);
  });

  it('cleans all again when a file that decides has changed, and nothing when another has', async () => {
    const root = folderWith({ 'raw/a.txt': ARTICLE, 'package.json': readFileSync(join(PROJECT, 'package.json')) });
    cpSync(join(PROJECT, 'dist'), join(root, 'dist'), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    const cleaned = async (): Promise<number> => {
      const { child, ended } = start(['dist/cli.js', 'clean', '--json'], root);
      child.stdin?.end();
      return (JSON.parse((await ended).stdout) as RunReport).files.cleaned;
    };
    expect(await cleaned()).toBe(1);
    appendFileSync(join(root, 'dist/commands/clean.js'), '\n// changed');
    expect(await cleaned()).toBe(0);
    appendFileSync(join(root, 'dist/core/text.js'), '\n// changed');
    expect(await cleaned()).toBe(1);
    expect(await cleaned()).toBe(0);
  });

  it('gives the same bytes with one job and with eight', async () => {
    const files = Array.from(
      { length: 30 },
      (_, i) => [`raw/${i % 3}/${i}.html`, `<h1>Title ${i}</h1><p>${ARTICLE}`] as const,
    );
    const root = folderWith(Object.fromEntries(files));
    await copydesk(['clean', '--jobs', '1'], root);
    const other = folderWith(Object.fromEntries([...files].reverse()));
    await copydesk(['clean', '--jobs', '8'], other);
    expect(readTree(join(other, 'clean'))).toEqual(readTree(join(root, 'clean')));
  });
});

describe('copydesk clean -', () => {
  const record = (stdout: string): ArticleRecord => recordSchema.parse(JSON.parse(stdout));

  it('reads one document from standard input and writes its record to standard output', async () => {
    const root = scratchFolder();
    const page = `<html><body><article><h1>The bridge</h1>${ARTICLE.split('\n\n')
      .map((text) => `<p>${text}</p>`)
      .join('')}</article></body></html>`;
    const { code, stdout, stderr } = await copydesk(['clean', '-', '--url', 'https://a.example/x'], root, page);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(record(stdout)).toMatchObject({
      url: 'https://a.example/x',
      source: 'a.example',
      provenance: { rawPath: '-', format: 'html' },
    });
    expect(existsSync(join(root, 'clean'))).toBe(false);
  });

  it('goes by --format and --content-type before the looks', async () => {
    const root = scratchFolder();
    expect(record((await copydesk(['clean', '-'], root, ARTICLE)).stdout).provenance.format).toBe('text');
    expect(record((await copydesk(['clean', '-', '--format', 'html'], root, ARTICLE)).stdout).provenance.format).toBe(
      'html',
    );
    expect(
      record((await copydesk(['clean', '-', '--content-type', 'text/html'], root, ARTICLE)).stdout).provenance.format,
    ).toBe('html');
  });

  it('rejects what is too large or nothing', async () => {
    const root = scratchFolder();
    const large = await copydesk(['clean', '-'], root, Buffer.alloc(40_000_000, 'x'));
    expect(large.code).toBe(1);
    expect(record(large.stdout).rejection?.reason).toBe('too-large');
    const empty = await copydesk(['clean', '-'], root, '');
    expect(empty.code).toBe(0);
    expect(record(empty.stdout).rejection?.reason).toBe('empty');
  });
});

describe('copydesk', () => {
  it('prints the JSON Schema of a record', async () => {
    const { code, stdout } = await copydesk(['schema'], scratchFolder());
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'object',
      properties: { schema: { const: 'copydesk/1' }, removals: { type: 'array' } },
    });
  });

  it('tells its version and its commands', async () => {
    expect((await copydesk(['--version'], scratchFolder())).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { code, stdout } = await copydesk(['--help'], scratchFolder());
    expect(code).toBe(0);
    expect(stdout).toContain('clean');
  });
});
