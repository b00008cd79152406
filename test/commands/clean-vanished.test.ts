import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTree, writeTree } from '../io/scratch.js';
import { Collection, FILES } from './collection.js';

describe('clean files whose raw files have gone', () => {
  it('stay and are told of, until they are pruned', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    rmSync(join(collection.raw, 'b'), { recursive: true });
    writeTree(collection.clean, {
      'mine.json': '{"my": "own"}',
      'export.jsonl': readTree(collection.clean)['a.txt.json'] ?? '',
    });
    expect(await collection.run()).toMatchObject({ vanished: ['b/b.html.json'], files: { pruned: 0 } });
    expect(collection.events[0]?.msg).toBe(
      'clean files whose raw files have gone (left, --prune removes them): 1 (b/b.html.json)',
    );
    rmSync(join(collection.clean, '.copydesk/ledger.jsonl'));
    expect((await collection.run({ prune: true })).files).toMatchObject({ vanished: 1, pruned: 1 });
    expect(Object.keys(readTree(collection.clean))).toEqual([
      'a.txt.json',
      'c.jsonl.gz.jsonl',
      'export.jsonl',
      'mine.json',
    ]);
    expect(existsSync(join(collection.clean, 'b'))).toBe(false);
    expect((await collection.run()).vanished).toEqual([]);
  });

  it('are not those of files that are only not asked for', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    expect((await collection.run({ only: 'a.txt', prune: true })).files.pruned).toBe(0);
  });

  it('make room for their successors', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    renameSync(join(collection.raw, 'a.txt'), join(collection.raw, 'a.html'));
    await collection.run({ prune: true });
    expect(Object.keys(readTree(collection.clean))).toEqual(['a.html.json', 'b/b.html.json', 'c.jsonl.gz.jsonl']);
  });
});

describe('a dry run', () => {
  it('says what would be done and writes nothing', async () => {
    const collection = new Collection(FILES);
    expect((await collection.dryRun()).clean).toEqual([
      { rawPath: 'a.txt', cleanPath: 'a.txt.json', why: 'new' },
      { rawPath: 'b/b.html', cleanPath: 'b/b.html.json', why: 'new' },
      { rawPath: 'c.jsonl.gz', cleanPath: 'c.jsonl.gz.jsonl', why: 'new' },
    ]);
    expect(existsSync(collection.clean)).toBe(false);
    await collection.run();
    writeTree(collection.clean, { '.copydesk-dead-1.part': '' });
    writeTree(collection.raw, { 'b/b.html': 'changed' });
    rmSync(join(collection.raw, 'a.txt'));
    rmSync(join(collection.clean, '.copydesk'), { recursive: true });
    const before = readTree(collection.root);
    expect(await collection.dryRun({ prune: true })).toMatchObject({
      clean: [{ rawPath: 'b/b.html', why: 'changed' }],
      skipped: 1,
      vanished: ['a.txt.json'],
    });
    expect(readTree(collection.root)).toEqual(before);
  });
});
