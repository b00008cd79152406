import type { OutFile } from './output/destination.js';
import type { Column } from './table/column.js';
import type { Entry } from './table/entry.js';

/** What a sink of tables is told. */
export interface TableOptions {
  readonly columns: readonly Column[];
  /** Bytes after which who writes will begin another file, as soon as it can. */
  readonly fileSize: number;
  /** Whether cells are kept from being taken for formulas, where the format is one that spreadsheets open. */
  readonly guard: boolean;
}

export interface OpenTable {
  /** Bytes that have gone to the file so far. */
  readonly size: number;
  write(entry: Entry): Promise<void>;
  /** Ends the table; who opened the file closes it. */
  close(): Promise<void>;
}

/** One format of tables: a row a record, all values of it in columns. */
export interface TableSink {
  readonly name: string;
  readonly extension: string;
  readonly shape: 'table';
  /** Whether what is written first may be read before what comes last is there. */
  readonly streams: boolean;
  open(file: OutFile, options: TableOptions): OpenTable;
}

/** One format of documents: a file a record. */
export interface DocumentSink {
  readonly name: string;
  readonly extension: string;
  readonly shape: 'documents';
  /** Where a record's file goes, with '/' and without the extension: never outside of the folder it is below. */
  stemOf(entry: Entry): string;
  render(entry: Entry): string;
}

export type ExportSink = TableSink | DocumentSink;
