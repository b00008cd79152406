import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonl, readLabelled } from '../../src/accuracy/corpora.js';
import { findSets } from '../../src/accuracy/sets.js';
import { UsageError } from '../../src/core/errors.js';
import { gzip, scratchFolder, writeTree } from '../io/scratch.js';

function folderWith(files: Record<string, string | Uint8Array>): string {
  const root = scratchFolder();
  writeTree(root, files);
  return root;
}

describe('findSets', () => {
  const root = (): string =>
    folderWith({
      'lines/a.json': '{"lines":[]}',
      'news/gold.jsonl': '',
      'news/raw/a.html': '',
      'more/seeds/a.labels.json': '{"lines":[]}',
      'more/other/a.json': '{"rows":[]}',
      'more/broken/a.json': '{',
      'text/raw/tool.jsonl': '',
      'glued.jsonl': '',
      'notes/readme.md': '',
      '.hidden/gold.jsonl': '',
    });

  it('tells sets by what they hold', () => {
    expect(findSets(root()).map(({ name, kind }) => [name, kind])).toEqual([
      ['glued', 'glued'],
      ['lines', 'lines'],
      ['seeds', 'lines'],
      ['news', 'pages'],
      ['text', 'text'],
    ]);
  });

  it('takes a set itself, too', () => {
    expect(findSets(join(root(), 'news')).map(({ name, kind }) => [name, kind])).toEqual([['news', 'pages']]);
  });

  it('says in one line what is wrong', () => {
    expect(() => findSets('gone')).toThrow(UsageError);
    expect(() => findSets(join(root(), 'notes'))).toThrow(/nothing labelled in .*notes/);
  });
});

describe('readLabelled', () => {
  it('reads documents by name, and says where there are none', () => {
    const root = folderWith({ 'b.json': '{"id":"b"}', 'a.json': '{"id":"a"}', 'c.md': '' });
    expect(readLabelled(root).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(() => readLabelled(join(root, 'gone'))).toThrow(UsageError);
    expect(() => readLabelled(folderWith({ 'c.md': '' }))).toThrow(/no labelled documents/);
  });
});

describe('readJsonl', () => {
  it('reads rows, plain or gzipped, over blank lines', () => {
    const root = folderWith({ 'a.jsonl': '{"a":1}\n\n{"a":2}\n', 'b.jsonl.gz': gzip('{"a":3}') });
    expect(readJsonl(join(root, 'a.jsonl'))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(readJsonl(join(root, 'b.jsonl.gz'))).toEqual([{ a: 3 }]);
    expect(() => readJsonl(join(root, 'gone'))).toThrow(UsageError);
  });
});
