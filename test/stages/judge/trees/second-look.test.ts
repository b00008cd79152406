import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../src/core/options.js';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { layoutOf } from '../../../../src/stages/judge/trees/layout.js';
import { putSecondLook } from '../../../../src/stages/judge/trees/second-look.js';
import { parseHtml } from '../../../../src/stages/parse-html.js';

const HTML = `
<nav><p>home and news and sport</p></nav>
<article><p>the river rose by a metre overnight</p><p>advert for boots</p><p>by noon the river fell again</p></article>
<aside><p>boots for every river bank</p></aside>`;
const CHANCES = [0.1, 0.9, 0.2, 0.9, 0.1];

function look(chances: readonly number[]): Columns {
  const page = parseHtml(HTML, DEFAULT_OPTIONS);
  const columns = new Columns(page.blocks.length);
  putSecondLook(
    columns,
    layoutOf(
      page,
      readFacts(page, () => false),
    ),
    Float64Array.from(chances),
  );
  return columns;
}

const rounded = (column: Float32Array): number[] => Array.from(column, (value) => Math.round(value * 100) / 100);

describe('putSecondLook', () => {
  it('tells how much of what would be kept stands before and behind a block', () => {
    const columns = look(CHANCES);
    const before = columns.get('keptBefore');
    const after = columns.get('keptAfter');
    expect(before[0]).toBe(0);
    expect(after[4]).toBe(0);
    for (let i = 1; i < CHANCES.length; i++) {
      expect(before[i]).toBeGreaterThanOrEqual(before[i - 1] as number);
      expect(after[i]).toBeLessThanOrEqual(after[i - 1] as number);
    }
  });

  it('counts the blocks to the nearest sure one', () => {
    const columns = look(CHANCES);
    expect([...columns.get('sureSince')]).toEqual([30, 30, 1, 2, 1]);
    expect([...columns.get('sureUntil')]).toEqual([1, 2, 1, 30, 30]);
  });

  it('finds the element that holds what would be kept', () => {
    expect([...look(CHANCES).get('mostKeptIn')]).toEqual([0, 1, 1, 1, 0]);
    expect([...look(CHANCES).get('mostKeptSide')]).toEqual([-1, 0, 0, 0, 1]);
  });

  it('says how a block’s surroundings were seen, without the block itself', () => {
    const parent = rounded(look(CHANCES).get('parentKept'));
    expect(parent[2]).toBe(0.9);
    expect(parent[1]).toBeLessThan(0.9);
    expect(parent[0]).toBe(-1);
  });

  it('shares words only with what would be kept', () => {
    const held = look(CHANCES).get('wordsKept');
    expect(held[3]).toBeGreaterThan(0);
    expect(held[2]).toBe(0);
  });

  it('is the same for chances of 0 as for a page without an article: nothing divides by nothing', () => {
    const columns = look([0, 0, 0, 0, 0]);
    for (const name of columns.names) for (const value of columns.get(name)) expect(Number.isFinite(value)).toBe(true);
  });
});
