import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { putCells } from '../../../../src/stages/judge/trees/cell-columns.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

function columnsOf(lines: readonly string[]): Columns {
  const { blocks, ...page } = parseText(lines.join('\n\n'));
  const columns = new Columns(blocks.length);
  putCells(
    columns,
    blocks,
    readFacts({ ...page, blocks }, () => false),
  );
  return columns;
}

const BODY = 'The ferry has had no bell since the spring, and the pilot says that he does not miss it.';
const TABLE = ['Boat', 'Won', 'Lost', 'Crane', '12', '3', 'Heron', '9', '6', 'Tern', '2', '13', 'Gull', '1', '14'];
const MENU = ['News', 'Sport', 'Culture', 'Weather', 'Boats', 'Tar', 'Rope', 'Help', 'Log in', 'Archive', 'About us'];

describe('a run of short lines', () => {
  it('is a table where figures come back row by row', () => {
    const columns = columnsOf([BODY, ...TABLE, BODY]);
    expect(columns.get('cellRun')[0]).toBe(0);
    expect(columns.get('cellRun')[1]).toBeCloseTo(4);
    expect(columns.get('cellFigures')[8]).toBeCloseTo(8 / 15);
    expect(columns.get('cellRows')[8]).toBeGreaterThan(0.7);
  });

  it('is none where there are no figures, or they come as they like', () => {
    expect(Math.max(...columnsOf([BODY, ...MENU, BODY]).get('cellRows'))).toBe(0);
    const counted = columnsOf([...MENU.slice(0, 5), '12 comments', ...MENU.slice(5), BODY]);
    expect(Math.max(...counted.get('cellRows'))).toBeLessThan(0.3);
  });

  it('is not looked at where it is short', () => {
    expect(Math.max(...columnsOf([BODY, ...TABLE.slice(0, 5), BODY]).get('cellRun'))).toBe(0);
  });
});
