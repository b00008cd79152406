import { describe, expect, it } from 'vitest';
import { observe } from '../../../../src/stages/judge/observe.js';
import type { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { layoutOf } from '../../../../src/stages/judge/trees/layout.js';
import { gatherColumns } from '../../../../src/stages/judge/trees/read-trees.js';
import { parseText } from '../../../../src/stages/parse-text.js';

const BODY = [
  'The weir at Oldmere has been shut since Tuesday, and nobody at the water board can say for how long.',
  'Eels do not mind the weir, say the anglers who have met below it on every Sunday of the last forty years.',
];

function columnsOf(...lines: string[]): Columns {
  const page = parseText(lines.join('\n'));
  const observation = observe(page, [], { source: 'local', url: null, fetchedAt: null, profiles: [] });
  return gatherColumns(observation, layoutOf(page, observation.facts), false);
}

describe('where a line of text stands', () => {
  it('is in how long a run of short lines: a menu', () => {
    const columns = columnsOf('Home', 'News', 'Sport', ...BODY, 'Imprint');
    expect([...columns.get('shortBefore')]).toEqual([0, 1, 2, 3, 0, 0]);
    expect([...columns.get('shortAfter')]).toEqual([2, 1, 0, 0, 1, 0]);
  });

  it('is how far from the first and the last paragraph', () => {
    const columns = columnsOf('Home', ...BODY, 'Imprint');
    expect([...columns.get('sinceFirstProse')]).toEqual([-1, 0, 1, 2]);
    expect([...columns.get('untilLastProse')]).toEqual([2, 1, 0, -1]);
  });

  it('is behind how much of the running text', () => {
    const columns = columnsOf(BODY[0] ?? '', 'Weirs', BODY[1] ?? '');
    expect(columns.get('proseBefore')[1]).toBeCloseTo(columns.get('proseBefore')[2] as number);
    expect(columns.get('proseAfter')[2]).toBe(0);
  });

  it('is behind how many empty lines, of three', () => {
    expect([...columnsOf('Home', '', ...BODY).get('gapBefore')]).toEqual([3, 2, 1]);
  });

  it('is below what looks like the title', () => {
    const columns = columnsOf('Home', 'Weir at Oldmere shut, anglers say eels do not mind', 'Oldmere', ...BODY);
    expect([...columns.get('belowTitle')]).toEqual([-1, 0, 1, 2, 3]);
    expect([...columns.get('underTitle')]).toEqual([0, 0, 1, 0, 0]);
  });

  it('is how often the same line stands elsewhere', () => {
    expect([...columnsOf('Share', ...BODY, 'Share', 'Share').get('repeated')]).toEqual([2, 0, 0, 2, 2]);
  });
});

describe('the form of a line of text', () => {
  it.each([
    ['form:breadcrumb', 'Home › News › Eels'],
    ['form:handle', 'Follow @oldmere'],
    ['form:bracketed', '[Advertisement]'],
    ['form:clock', 'Updated at 17:45'],
    ['blanks', 'News    Sport    Weather'],
    ['ends', 'Eels do not mind.'],
    ['quoted', '“Eels do not mind.”'],
  ])('%s: %s', (name, line) => {
    expect([...columnsOf(line, 'Eels').get(name)]).toEqual([1, 0]);
  });
});
