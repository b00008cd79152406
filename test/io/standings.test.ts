import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClusterLine, Place } from '../../src/corpus/copies/copies-of.js';
import { tableLines } from '../../src/io/cluster-table.js';
import { Standings } from '../../src/io/standings.js';
import { scratchFolder } from './scratch.js';

const id = (n: number): string => n.toString(16).padStart(32, '0');
const place = (n: number, path = `p${n}.json`, key: string | null = null): Place => ({ id: id(n), path, key });

async function standings(lines: readonly ClusterLine[], more = ''): Promise<Standings> {
  const path = join(scratchFolder(), 'clusters.jsonl');
  writeFileSync(path, [...tableLines(lines)].join('\n') + '\n' + more);
  return Standings.read(path);
}

const copyOf = (copied: Place): ClusterLine['copies'][number] => ({ ...copied, copy: 'near', similarity: 0.5 });

describe('standings', () => {
  it('say of each record what the table says', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => ({
      original: place(i * 10),
      copies: Array.from({ length: 1 + (i % 3) }, (_, n) => copyOf(place(i * 10 + n + 1))),
    }));
    const found = await standings(lines);
    for (const { original, copies } of lines) {
      expect(found.next(original)).toEqual({ duplicateOf: null, copies: copies.length });
      for (const copy of copies) expect(found.next(copy)).toEqual({ duplicateOf: original.id, copies: 0 });
    }
    expect(found.next(place(9))).toEqual({ duplicateOf: null, copies: 0 });
    expect(found.next(place(10, 'elsewhere.json'))).toEqual({ duplicateOf: null, copies: 0 });
    expect(found.next(place(10, 'p10.json', 'key'))).toEqual({ duplicateOf: null, copies: 0 });
  });

  it('tell records apart that share a place, by their order', async () => {
    const twice = place(1, 'c.jsonl.jsonl');
    const found = await standings([{ original: twice, copies: [copyOf(twice), copyOf(twice)] }]);
    const asked = [1, 2, 3].map(() => found.next(twice));
    expect(asked).toEqual([
      { duplicateOf: null, copies: 2 },
      { duplicateOf: id(1), copies: 0 },
      { duplicateOf: id(1), copies: 0 },
    ]);
  });

  it('pass over lines that are none, and need a table', async () => {
    const found = await standings([{ original: place(1), copies: [copyOf(place(2))] }], 'no line\n{"original":1}\n');
    expect(found.next(place(2)).duplicateOf).toBe(id(1));
    await expect(Standings.read(join(scratchFolder(), 'none'))).rejects.toThrow('ENOENT');
  });
});
