import { describe, expect, it } from 'vitest';
import { bin, boundsOf } from '../../../src/accuracy/trees/binned.js';
import { boost, type BoostOptions } from '../../../src/accuracy/trees/boost.js';
import { Columns } from '../../../src/stages/judge/trees/columns.js';
import { chance, score } from '../../../src/stages/judge/trees/forest.js';

const OPTIONS: BoostOptions = {
  trees: 30,
  leaves: 4,
  rate: 0.3,
  l2: 1,
  leastWeight: 1,
  features: 1,
  rows: 0.8,
  seed: 3,
};

/** Rows that are the article's where exactly one of two numbers is large: no single question tells them apart. */
function exclusive(rows: number): { columns: Columns; labels: Uint8Array } {
  const columns = new Columns(rows);
  const [a, b, noise] = ['a', 'b', 'noise'].map((name) => columns.add(name)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const labels = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    a[i] = (i * 7) % 10;
    b[i] = (i * 3) % 11;
    noise[i] = (i * 13) % 17;
    labels[i] = (a[i] as number) > 4.5 !== (b[i] as number) > 5.5 ? 1 : 0;
  }
  return { columns, labels };
}

const lesson = (columns: Columns, labels: Uint8Array, names = ['a', 'b', 'noise']): Parameters<typeof boost>[0] => ({
  binned: bin([columns], names),
  rows: Uint32Array.from(labels, (_, i) => i),
  labels,
  weights: new Float32Array(labels.length).fill(1),
});

describe('boost', () => {
  it('learns what hangs on two features at once', () => {
    const { columns, labels } = exclusive(600);
    const forest = boost(lesson(columns, labels), OPTIONS);
    const right = score(forest, columns).filter((value, i) => chance(value) >= 0.5 === (labels[i] === 1)).length;
    expect(right).toBe(600);
  });

  it('gives the same trees for the same seed, and others for another', () => {
    const { columns, labels } = exclusive(200);
    const fit = (seed: number): string => JSON.stringify(boost(lesson(columns, labels), { ...OPTIONS, seed }));
    expect(fit(1)).toBe(fit(1));
    expect(fit(1)).not.toBe(fit(2));
  });

  it('finds nothing to ask where all rows are alike', () => {
    const columns = new Columns(50);
    columns.add('a').fill(3);
    const forest = boost(lesson(columns, new Uint8Array(50).fill(1, 0, 25), ['a']), OPTIONS);
    expect(forest.feature.every((asked) => asked === -1)).toBe(true);
  });

  it('leaves out rows that it is not given', () => {
    const { columns, labels } = exclusive(100);
    const wrong = labels.map((label, i) => (i < 50 ? label : 1 - label));
    const half = { ...lesson(columns, wrong), rows: Uint32Array.from({ length: 50 }, (_, i) => i) };
    expect(boost(half, OPTIONS)).toEqual(boost({ ...half, labels }, OPTIONS));
  });
});

describe('boundsOf', () => {
  it('lie between values, so that rounding moves no row', () => {
    const values = Float32Array.from([0, 0, 0.25, 0.25, 0.5, 1, 1, 1]);
    const bounds = boundsOf(values);
    expect(bounds.length).toBe(3);
    for (const bound of bounds) expect([...values]).not.toContain(bound);
  });

  it('are none for a constant', () => {
    expect(boundsOf(new Float32Array(10).fill(2))).toEqual([]);
  });
});
