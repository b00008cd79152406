import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readAs } from './read.js';

const table = (columns: Record<string, unknown[]>, rowGroupSize = 2): Buffer =>
  Buffer.from(
    parquetWriteBuffer({
      columnData: Object.entries(columns).map(([name, data]) => ({ name, data })),
      rowGroupSize,
    }),
  );

const COLUMNS = {
  URL: ['https://a.example/1', 'no url', 'https://a.example/3'],
  crawl_date: ['2031-05-03 10:00:00', 'yesterday', '2031-05-04'],
  lang: ['en', 'en', 'de'],
  doc_id: ['a', 'b', 'c'],
  text: ['plain', 'texts', 'only'],
  html: ['<p>One', '<p>Two', '<p>Three'],
};

describe('a Parquet file', () => {
  it('gives a document a row, of the column that is named as one', async () => {
    const { items, said } = await readAs('a.parquet', table(COLUMNS), {}, { source: 'mine' });
    expect(said).toEqual(['<p>One', '<p>Two', '<p>Three']);
    expect(items).toMatchObject([
      {
        key: 'a',
        offset: 0,
        format: 'html',
        hints: { url: 'https://a.example/1', fetchedAt: '2031-05-03T10:00:00', language: 'en', source: 'mine' },
      },
      { key: 'b', offset: 1 },
      { key: 'c', offset: 2, hints: { fetchedAt: '2031-05-04' } },
    ]);
    expect(items[1]?.hints).toEqual({ source: 'mine', language: 'en' });
  });

  it('gives the column that is asked for, and says which there are if there is none of that name', async () => {
    expect((await readAs('a.parquet', table(COLUMNS), { column: 'text' })).said).toEqual(['plain', 'texts', 'only']);
    expect((await readAs('a.parquet', table(COLUMNS), { column: 'page' })).said).toEqual([
      'unreadable: cannot be read as Parquet: there is no column "page" (it has: URL, crawl_date, lang, doc_id, text, html)',
    ]);
    expect((await readAs('a.parquet', table({ x: ['1'] }))).said).toEqual([
      expect.stringContaining('name one with --column (it has: x)'),
    ]);
  });

  it('rejects rows without a text and beyond the limit in their places', async () => {
    const { said } = await readAs('a.parquet', table({ text: ['one', null, 'x'.repeat(50), 'four'] }), {
      maxBytes: 20,
    });
    expect(said).toEqual(['one', 'unreadable: the row has no text in "text"', 'too-large: more than 20 bytes', 'four']);
  });

  it('that is cut or damaged is told, and what stands by itself is read', async () => {
    const whole = table({ text: ['first row of all', 'second row', 'third row', 'fourth row'] });
    expect((await readAs('a.parquet', whole.subarray(0, whole.length - 3))).said).toEqual([
      expect.stringMatching(/^unreadable: cannot be read as Parquet/),
    ]);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 4, 24);
    const { said } = await readAs('a.parquet', damaged);
    expect(said).toEqual([expect.stringMatching(/^unreadable: cannot be read as Parquet/), 'third row', 'fourth row']);
  });
});
