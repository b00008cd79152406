import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { readTree, writeTree } from '../io/scratch.js';
import { standIn, standInEngine } from '../engines/stand-in.js';
import { ALL, Collection, FILES } from './collection.js';

describe('a run after a run', () => {
  it('cleans nothing if nothing changed, and touches no clean file', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const before = statSync(join(collection.clean, 'a.txt.json'));
    const report = await collection.run();
    expect(collection.cleaned()).toEqual({});
    expect(report).toMatchObject({
      files: { cleaned: 0, skipped: 3 },
      documents: { total: 4, skipped: 4, accepted: 4 },
      characters: { kept: 27 },
    });
    expect(statSync(join(collection.clean, 'a.txt.json'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  });

  it('cleans what is new or changed', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    writeTree(collection.raw, { 'a.txt': 'Other text', 'd.txt': 'New' });
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed', 'd.txt': 'new' });
  });

  it('goes by the content where the time has changed', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    utimesSync(join(collection.raw, 'a.txt'), 1, 1);
    await collection.run();
    expect(collection.cleaned()).toEqual({});
  });

  it('trusts size and time only if the file was not written around the time it was read', async () => {
    const collection = new Collection({ 'a.txt': 'Text of a' });
    const path = join(collection.raw, 'a.txt');
    const duringTheRun = Date.now() / 1000 + 3600;
    utimesSync(path, duringTheRun, duringTheRun);
    await collection.run();
    writeFileSync(path, 'Text of z');
    utimesSync(path, duringTheRun, duringTheRun);
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed' });
  });

  it('finds with --verify what size and time do not show, on either side', async () => {
    const collection = new Collection(FILES);
    for (const name of ALL) utimesSync(join(collection.raw, name), 1, 1);
    await collection.run();
    writeTree(collection.raw, { 'a.txt': 'Text of z' });
    utimesSync(join(collection.raw, 'a.txt'), 1, 1);
    const clean = join(collection.clean, 'b/b.html.json');
    writeFileSync(clean, readFileSync(clean, 'utf8').replace('Text of b', 'Text of x'));
    await collection.run();
    expect(collection.cleaned()).toEqual({});
    await collection.run({ verify: true });
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed', 'b/b.html': 'clean file changed' });
  });

  it('cleans again whose clean file is missing or of another size', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    rmSync(join(collection.clean, 'a.txt.json'));
    writeFileSync(join(collection.clean, 'b/b.html.json'), '');
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'clean file missing', 'b/b.html': 'clean file changed' });
  });

  it('cleans again whose sidecar has come, changed or gone', async () => {
    const collection = new Collection(FILES);
    const sidecar = 'b/b.html.meta.json';
    const changed = { 'b/b.html': 'inputs changed' };
    await collection.run();
    writeTree(collection.raw, { [sidecar]: '{"url": "https://b.example/1"}' });
    await collection.run();
    expect(collection.cleaned()).toEqual(changed);
    expect(JSON.parse(readTree(collection.clean)['b/b.html.json'] ?? '')).toMatchObject({
      url: 'https://b.example/1',
      source: 'b.example',
    });
    writeTree(collection.raw, { [sidecar]: '{"url": "https://b.example/2"}' });
    await collection.run();
    expect(collection.cleaned()).toEqual(changed);
    rmSync(join(collection.raw, sidecar));
    await collection.run();
    expect(collection.cleaned()).toEqual(changed);
    expect(JSON.parse(readTree(collection.clean)['b/b.html.json'] ?? '')).toMatchObject({ url: null });
  });

  it('cleans all again when an option that decides has changed, or when it is forced', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const options = { ...DEFAULT_OPTIONS, minWords: 1 };
    await collection.run({ options });
    expect(collection.cleaned()).toEqual(Object.fromEntries(ALL.map((path) => [path, 'options changed'])));
    await collection.run({ options, force: true });
    expect(collection.cleaned()).toEqual(Object.fromEntries(ALL.map((path) => [path, 'forced'])));
  });

  it('cleans all again when the rules have changed', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const ledger = join(collection.clean, '.copydesk/ledger.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(/"rules":"[0-9a-f]+"/g, '"rules":"of old"'));
    await collection.run();
    expect(collection.cleaned()).toEqual(Object.fromEntries(ALL.map((path) => [path, 'rules changed'])));
  });

  it('tries again what failed for a passing reason', async () => {
    const collection = new Collection({ 'a.txt': 'Text' });
    const timedOut: typeof standIn = (...all) => ({
      ...standIn(...all),
      status: 'rejected',
      rejection: { reason: 'timed-out', detail: 'after 30 s' },
    });
    expect((await collection.run({}, standInEngine(1, timedOut))).exitCode).toBe(1);
    expect((await collection.run()).exitCode).toBe(0);
    expect(collection.cleaned()).toEqual({ 'a.txt': 'tried again' });
  });
});

describe('a run whose ledger is lost', () => {
  const spoil: [string, (path: string) => void][] = [
    ['missing', rmSync],
    [
      'garbage',
      (path) => {
        writeFileSync(path, '\0\0{');
      },
    ],
    [
      'cut in half',
      (path) => {
        writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2));
      },
    ],
  ];
  it.each(spoil)('(%s) finds in the records what is done', async (_how, spoilLedger) => {
    const collection = new Collection({ ...FILES, 'bad.txt': '\0', 'd.jsonl': 'broken\n{"text":"fine"}\n' });
    await collection.run();
    const before = readTree(collection.clean);
    spoilLedger(join(collection.clean, '.copydesk/ledger.jsonl'));
    const report = await collection.run();
    expect(collection.cleaned()).toEqual({});
    expect(report).toMatchObject({ exitCode: 1, documents: { total: 7, skipped: 7, accepted: 5, faulty: 2 } });
    expect(readTree(collection.clean)).toEqual(before);
    await collection.run();
    expect(collection.cleaned()).toEqual({});
  });

  it('cleans what has changed since, and what is no whole record', async () => {
    const collection = new Collection({ ...FILES, 'd.txt': 'Text of d', 'e.jsonl': '{"text":"1"}\n{"text":"2"}\n' });
    await collection.run();
    const before = readTree(collection.clean);
    rmSync(join(collection.clean, '.copydesk'), { recursive: true });
    writeTree(collection.raw, { 'a.txt': 'Text of z' });
    const half = before['b/b.html.json']?.slice(0, 100) ?? '';
    writeTree(collection.clean, {
      'b/b.html.json': half,
      'e.jsonl.jsonl': `${before['e.jsonl.jsonl']?.split('\n')[0] ?? ''}\n`,
    });
    await collection.run();
    expect(collection.cleaned()).toEqual({ 'a.txt': 'changed', 'b/b.html': 'changed', 'e.jsonl': 'changed' });
    expect(readTree(collection.clean)['b/b.html.json']).toBe(before['b/b.html.json']);
    expect(readTree(collection.clean)['e.jsonl.jsonl']).toBe(before['e.jsonl.jsonl']);
  });
});
