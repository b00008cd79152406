import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../src/rules/index.js';
import { observe } from '../../../../src/stages/judge/observe.js';
import { namingOf, putTitled, type Naming } from '../../../../src/stages/judge/trees/byline-look.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { layoutOf } from '../../../../src/stages/judge/trees/layout.js';
import { parseText } from '../../../../src/stages/parse-text.js';

function namesIn(...lines: string[]): Naming {
  const page = parseText(lines.join('\n\n'));
  const { facts, marks } = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
  return namingOf(page, facts, marks, layoutOf(page, facts).tokens);
}

const BODY =
  'The harbour board met on Tuesday, and Ida Brannigan of the ferry said that nobody may order prints of the old bell.';

describe('lines that may name authors', () => {
  it('have the form of a byline, be it a bare name', () => {
    expect(namesIn('Ferry bell found in tar', 'Ida Brannigan', 'By Tom Roe', BODY).lines).toEqual([1, 2]);
    expect(namesIn(BODY).lines).toEqual([]);
  });

  it('are named elsewhere, or not', () => {
    expect([...namesIn('Ida Brannigan', 'Tom Roe', BODY, 'Ida Brannigan sells tar.').times]).toEqual([3, 1]);
  });

  it('are buttons where the text has their words in small letters', () => {
    const { small } = namesIn('Order Prints', 'Ida Brannigan', BODY);
    expect([...small]).toEqual([1, 0]);
  });
});

describe('what is known of the headline', () => {
  it('is how far off it is', () => {
    const columns = new Columns(4);
    putTitled(columns, [0, 0.8, 0.3, 0], { lines: [], times: new Float32Array(0), small: new Float32Array(0) });
    expect([...columns.get('untilTitle')].slice(0, 2)).toEqual([1, 40]);
    expect([...columns.get('sinceTitle')].slice(1)).toEqual([40, 1, 2]);
  });
});
