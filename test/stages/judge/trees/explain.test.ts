import { describe, expect, it } from 'vitest';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { Explainer } from '../../../../src/stages/judge/trees/explain.js';
import { Reading, type Forest } from '../../../../src/stages/judge/trees/forest.js';

/** One stump a feature: `below` up to the threshold and `above` beyond it. */
function stumps(...trees: readonly [name: string, threshold: number, below: number, above: number][]): Forest {
  return {
    features: trees.map(([name]) => name),
    base: 0,
    sizes: trees.map(() => 3),
    feature: trees.flatMap((_, i) => [i, -1, -1]),
    threshold: trees.flatMap(([, threshold]) => [threshold, 0, 0]),
    right: trees.flatMap(() => [2, 0, 0]),
    value: trees.flatMap(([, , below, above]) => [0, below, above]),
  };
}

function explain(first: Forest, second: Forest, row: Readonly<Record<string, number>>): string | null {
  const columns = new Columns(1);
  for (const [name, value] of Object.entries(row)) columns.add(name)[0] = value;
  return new Explainer(new Reading(first, columns), new Reading(second, columns)).explain(0);
}

describe('Explainer', () => {
  it('names what spoke most against a block, with its values, worst first', () => {
    const second = stumps(['links', 0.5, 1, -2], ['denseIn', 0.5, -3, 1], ['words', 0.5, -1, 1], ['depth', 9, -0.5, 0]);
    expect(explain(stumps(), second, { links: 0.934, denseIn: 0, words: 0.1, depth: 3 })).toBe(
      'denseIn 0, links 0.93, words 0.1',
    );
  });

  it('tells what the first look said by the first look’s own reasons', () => {
    const first = stumps(['links', 0.5, 1, -2], ['words', 0.5, 1, -2]);
    const second = stumps(['look', 0.5, -4, 4], ['words', 0.5, 1, 1]);
    expect(explain(first, second, { links: 0.9, words: 0.2, look: 0.05 })).toBe('links 0.9');
  });

  it('tells all by the first look where that has decided', () => {
    const columns = new Columns(2);
    columns.add('links').set([0.9, 0.9]);
    columns.add('words').set([0.2, 0.2]);
    const first = new Reading(stumps(['links', 0.5, 1, -2]), columns);
    const second = new Reading(stumps(['words', 0.5, -1, 1]), columns, [1]);
    const explainer = new Explainer(first, second);
    expect([explainer.explain(0), explainer.explain(1)]).toEqual(['links 0.9', 'words 0.2']);
  });

  it('has nothing to tell where nothing spoke against it', () => {
    expect(explain(stumps(), stumps(['links', 0.5, 1, -2]), { links: 0 })).toBeNull();
  });
});
