import { describe, expect, it } from 'vitest';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';

describe('Columns', () => {
  it('show the neighbours of a row without a copy, and 0 beyond the ends', () => {
    const columns = new Columns(3);
    const words = columns.add('words');
    words.set([5, 7, 9]);
    expect([...columns.get('words')]).toEqual([5, 7, 9]);
    expect([...columns.get('words@-1')]).toEqual([0, 5, 7]);
    expect([...columns.get('words@+2')]).toEqual([9, 0, 0]);
    words[1] = 8;
    expect([...columns.get('words@-1')]).toEqual([0, 5, 8]);
  });

  it('refuse a name that there is not, so that weights and features cannot drift apart', () => {
    expect(() => new Columns(1).get('links')).toThrow(RangeError);
  });
});
