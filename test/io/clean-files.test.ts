import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanFiles } from '../../src/io/clean-files.js';
import { readRecords } from '../../src/io/read-records.js';
import { collect, scratchFolder, writeTree } from './scratch.js';
import { record } from './table/entries.js';

describe('the files of clean/', () => {
  it('come in the order of their paths, without the state', async () => {
    const root = scratchFolder();
    const paths = ['a-b.json', 'a.json', 'a/b.json', 'a/c.jsonl', 'a0.json'];
    writeTree(
      root,
      Object.fromEntries([...paths, 'x.txt', '.copydesk/y.json', 'a/.copydesk-1-0.part'].map((p) => [p, ''])),
    );
    const found = await collect(cleanFiles(root));
    expect(found.filter(({ kind }) => kind === 'file').map(({ path }) => path)).toEqual([...paths].sort());
    expect(found.filter(({ kind }) => kind === 'part')).toEqual([{ kind: 'part', path: 'a/.copydesk-1-0.part' }]);
  });

  it('are missed where a folder cannot be read', async () => {
    const [found] = await collect(cleanFiles(join(scratchFolder(), 'gone')));
    expect(found).toEqual({ kind: 'unreadable', path: '', problem: 'ENOENT' });
  });
});

describe('the records of a clean file', () => {
  const read = async (name: string, content: string): Promise<unknown[]> => {
    const root = scratchFolder();
    writeTree(root, { [name]: content });
    return collect(readRecords(join(root, name)));
  };
  const one = record();

  it('are one, or one a line', async () => {
    expect(await read('a.json', JSON.stringify(one, null, 2))).toMatchObject([
      { kind: 'record', at: 0, begin: 0, record: one },
    ]);
    const line = JSON.stringify(one);
    const { length } = Buffer.from(line);
    expect(await read('a.jsonl', `${line}\n\n \r\n${line}`)).toEqual([
      { kind: 'record', at: 0, begin: 0, length, record: one },
      { kind: 'record', at: 3, begin: length + 5, length, record: one },
    ]);
  });

  it('are told from what is none, in a line', async () => {
    const [json, other, empty] = await read('a.jsonl', `{"id":\n{"id":1}\n[]\n`);
    expect(json).toMatchObject({
      kind: 'broken',
      at: 0,
      problem: expect.stringMatching(/^expected JSON: .+$/) as string,
    });
    expect(other).toMatchObject({
      kind: 'broken',
      at: 1,
      problem: expect.stringMatching(/^no record: .{1,200} …$/) as string,
    });
    expect(empty).toMatchObject({ kind: 'broken', at: 2 });
    expect(await read('a.json', '')).toMatchObject([{ kind: 'broken', at: 0 }]);
  });
});
