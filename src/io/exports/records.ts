import type { TableSink } from '../export-sink.js';
import { textTable } from '../text-table.js';

/** One whole record a line, as it stands in clean/. */
export const records: TableSink = {
  name: 'records',
  extension: '.jsonl',
  shape: 'table',
  streams: true,
  open: (file) => textTable(file, ({ record }) => JSON.stringify(record) + '\n'),
};
