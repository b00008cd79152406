import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/io/exports/csv.js';
import { chooseColumns } from '../../../src/io/table/columns.js';
import { entry } from '../table/entries.js';

async function cellsOf(headlines: readonly string[], guard: boolean): Promise<string[]> {
  let text = '';
  const file = {
    append: (bytes: Uint8Array) => {
      text += Buffer.from(bytes).toString();
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  const table = csv.open(file, { columns: chooseColumns('headline,authors', true), fileSize: Infinity, guard });
  for (const headline of headlines) await table.write(entry({ headline, authors: ['=a'] }));
  await table.close();
  expect(table.size).toBe(Buffer.byteLength(text));
  return text.split('\r\n').slice(1, -1);
}

describe('a cell', () => {
  it('is no formula, unless that is asked for', async () => {
    const hostile = ['=1+1', '+1', '-1', '@a', '\ta', '\n=a', 'a=1'];
    expect(await cellsOf(hostile, true)).toEqual(
      ["'=1+1", "'+1", "'-1", "'@a", "'\ta", '"\'\n=a"', 'a=1'].map((cell) => `${cell},"[""=a""]"`),
    );
    expect((await cellsOf(hostile, false))[0]).toBe('=1+1,"[""=a""]"');
  });

  it('is quoted where it must be', async () => {
    const cells = await cellsOf(['', 'a,b', 'a "b"', 'a b'], false);
    expect(cells.map((line) => line.slice(0, -'"[""=a""]"'.length - 1))).toEqual(['""', '"a,b"', '"a ""b"""', 'a b']);
  });
});
