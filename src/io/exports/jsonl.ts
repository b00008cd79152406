import type { TableSink } from '../export-sink.js';
import type { Column } from '../table/column.js';
import type { Entry } from '../table/entry.js';
import { plainValue } from '../table/row.js';
import { textTable } from '../text-table.js';

/** How JSON.stringify writes half of a character, which is all that is left of one: not where the backslash is the text's own. */
const HALF = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

function lineOf(columns: readonly Column[], entry: Entry): string {
  const json = JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, plainValue(column, entry)])));
  // Databases refuse the whole file for one of them; all other formats have this sign for it, too.
  return (json.includes('\\ud') ? json.replace(HALF, '$1\ufffd') : json) + '\n';
}

/** One row a line, as an object of its columns; times as ISO 8601, lists and structs as they are. */
export const jsonl: TableSink = {
  name: 'jsonl',
  extension: '.jsonl',
  shape: 'table',
  streams: true,
  open: (file, { columns }) => textTable(file, (entry) => lineOf(columns, entry)),
};
