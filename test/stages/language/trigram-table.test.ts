import { describe, expect, it } from 'vitest';
import { TrigramTable } from '../../../src/stages/language/trigram-table.js';

describe('numbers by runs of three units', () => {
  it('holds what a map of strings holds, up to its limit', () => {
    const runs = Array.from({ length: 300 }, (_, i) => [i % 7, 0xffff - (i % 11), 0xd800 + i] as const);
    const table = new TrigramTable(runs.length);
    const map = new Map<string, number>();
    runs.forEach(([first, second, third], i) => {
      table.set(first, second, third, i + 1);
      map.set(String.fromCharCode(first, second, third), i + 1);
    });
    const seen = new Map<string, number>();
    table.each((number, first, second, third) => seen.set(String.fromCharCode(first, second, third), number));
    expect(seen).toEqual(map);
    expect(table.numberOf(...(runs[42] as readonly [number, number, number]))).toBe(43);
    expect(table.numberOf(1, 2, 3)).toBe(0);
  });

  it('takes the last number of a run', () => {
    const table = new TrigramTable(1);
    table.set(97, 98, 99, 1);
    table.set(97, 98, 99, 2);
    expect(table.numberOf(97, 98, 99)).toBe(2);
  });
});
