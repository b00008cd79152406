import type { TableSink } from '../export-sink.js';
import { plainValue } from '../table/row.js';
import { textTable } from '../text-table.js';

/** One row a line, as an object of its columns; times as ISO 8601, lists and structs as they are. */
export const jsonl: TableSink = {
  name: 'jsonl',
  extension: '.jsonl',
  shape: 'table',
  streams: true,
  open: (file, { columns }) =>
    textTable(
      file,
      (entry) =>
        JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, plainValue(column, entry)]))) + '\n',
    ),
};
