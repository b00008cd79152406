import { expect, it } from 'vitest';
import { jsonl } from '../../../src/io/exports/jsonl.js';
import { chooseColumns } from '../../../src/io/table/columns.js';
import { entry } from '../table/entries.js';

it.each([
  ['a\ud800b', 'a\ufffdb'],
  ['\udc00\ud800', '\ufffd\ufffd'],
  ['\\\ud800', '\\\ufffd'],
  ['\\ud800', '\\ud800'],
  ['\\\\ud800 \ud83d\ude00', '\\\\ud800 😀'],
])('jsonl has no halves of characters: %j', async (headline, expected) => {
  let text = '';
  const file = {
    append: (bytes: Uint8Array) => {
      text += Buffer.from(bytes).toString();
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  const table = jsonl.open(file, { columns: chooseColumns('headline', true), fileSize: Infinity, guard: false });
  await table.write(entry({ headline }));
  await table.close();
  expect(JSON.parse(text)).toEqual({ headline: expected });
  expect(text).not.toContain('\ud800');
});
