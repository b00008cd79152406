import type { TableSink } from '../export-sink.js';
import type { Column, Value } from '../table/column.js';
import type { Entry } from '../table/entry.js';
import { plainValue } from '../table/row.js';
import { textTable } from '../text-table.js';

/** What makes a spreadsheet take a cell for a formula; a tab or a line break before it is passed over by some. */
const FORMULA = /^[=+\-@\t\r\n]/;
const MUST_BE_QUOTED = /[",\r\n]/;

/** RFC 4180. An absent value is nothing, an empty text a pair of quotes. */
function cellOf(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : Array.isArray(value) ? JSON.stringify(value) : String(value);
  return text === '' || MUST_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of pages is not ours: it must not do something in whoever's spreadsheet it is opened. */
const guarded = (value: Value): Value => (typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value);

function rowOf(columns: readonly Column[], guard: boolean): (entry: Entry) => string {
  return (entry) => {
    const cells = columns.map((column) => {
      const value = plainValue(column, entry);
      return cellOf(guard && column.type.kind === 'text' ? guarded(value) : value);
    });
    return cells.join(',') + '\r\n';
  };
}

/** Comma-separated values under a row of names; lists and structs as JSON in one cell. */
export const csv: TableSink = {
  name: 'csv',
  extension: '.csv',
  shape: 'table',
  streams: true,
  open: (file, { columns, guard }) =>
    textTable(file, rowOf(columns, guard), columns.map(({ name }) => name).join(',') + '\r\n'),
};
