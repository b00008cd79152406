import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ledger, type LedgerEntry } from '../../src/io/ledger.js';
import { NOTHING } from '../../src/io/tally.js';
import { scratchFolder } from './scratch.js';

const entry = (path: string, size = 1): LedgerEntry => ({
  path,
  size,
  mtimeMs: 1.5,
  seenMs: 2,
  sha256: 'a',
  copydesk: '1',
  rules: 'r',
  options: 'o',
  inputs: 'i',
  lines: { learned: 5, sources: ['s'], held: 'h', version: 'v' },
  decided: { documents: 'd', sources: '' },
  clean: { size: 3, sha256: 'c' },
  tally: { ...NOTHING, accepted: 1, removed: { related: 5 } },
});

const file = (): string => join(scratchFolder(), 'ledger.jsonl');

describe('the ledger', () => {
  it('keeps entries from run to run, sorted, the later for a file', async () => {
    const path = file();
    const first = await Ledger.open(path);
    for (const entered of [entry('b'), entry('a'), entry('b', 2)]) await first.set(entered);
    await first.close();
    expect(readFileSync(path, 'utf8').split('\n').length).toBe(4);
    const second = await Ledger.open(path);
    expect(second.paths()).toEqual(['a', 'b']);
    expect(second.get('b')).toEqual(entry('b', 2));
    second.delete('a');
    await second.close();
    expect((await Ledger.open(path)).paths()).toEqual(['b']);
  });

  it('is not written if nothing changes', async () => {
    const path = file();
    await (await Ledger.open(path)).close();
    expect(existsSync(path)).toBe(false);
    const ledger = await Ledger.open(path);
    await ledger.set(entry('a'));
    await ledger.close();
    const { mtimeMs, ino } = statSync(path);
    await (await Ledger.open(path)).close();
    expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  });

  it('loses little to a kill: entries are on disk before the end', async () => {
    const path = file();
    const killed = await Ledger.open(path);
    for (let i = 0; i < 200; i++) await killed.set(entry(`${i}`));
    expect((await Ledger.open(path)).paths().length).toBeGreaterThan(100);
    await killed.close();
  });

  it('takes entries from several at once', async () => {
    const path = file();
    const ledger = await Ledger.open(path);
    await Promise.all(Array.from({ length: 500 }, (_, i) => ledger.set(entry(`${i}`))));
    expect((await Ledger.open(path)).paths().length).toBeGreaterThan(400);
    await ledger.close();
    expect((await Ledger.open(path)).paths().length).toBe(500);
  });

  it('survives a torn line, and what comes after it', async () => {
    const path = file();
    const first = await Ledger.open(path);
    await first.set(entry('a'));
    await first.close();
    appendFileSync(path, '{"path":"b","si');
    const second = await Ledger.open(path);
    expect(second.paths()).toEqual(['a']);
    for (let i = 0; i < 100; i++) await second.set(entry(`c${i}`));
    expect((await Ledger.open(path)).paths()).toContain('c0');
    await second.close();
    expect((await Ledger.open(path)).paths().length).toBe(101);
  });

  it.each(['', 'garbage\0', '{"ledger":2}\n', JSON.stringify(entry('a')) + '\n'])(
    'that is foreign is an empty one: %j',
    async (content) => {
      const path = file();
      writeFileSync(path, content);
      const ledger = await Ledger.open(path);
      expect(ledger.paths()).toEqual([]);
      await ledger.set(entry('n'));
      await ledger.close();
      expect((await Ledger.open(path)).paths()).toEqual(['n']);
    },
  );
});
