import type { ExportSink, OpenTable, TableOptions } from './export-sink.js';
import type { Destination, OutFile } from './output/destination.js';
import type { Entry } from './table/entry.js';

/** An export under way. */
export interface OpenExport {
  /** Files that were begun so far. */
  readonly files: number;
  write(entry: Entry): Promise<void>;
  /** Ends all that was written and gives it its name. */
  close(): Promise<void>;
}

const SHARD_DIGITS = 5;

function openTables(sink: Extract<ExportSink, { shape: 'table' }>, to: Destination, options: TableOptions): OpenExport {
  let open: { file: OutFile; table: OpenTable } | null = null;
  let files = 0;
  const next = async (): Promise<{ file: OutFile; table: OpenTable }> => {
    const file = await to.create(`part-${String(files).padStart(SHARD_DIGITS, '0')}`, sink.extension);
    files += 1;
    return (open = { file, table: sink.open(file, options) });
  };
  const end = async (): Promise<void> => {
    const ended = open;
    open = null;
    await ended?.table.close();
    await ended?.file.close();
  };
  return {
    get files() {
      return files;
    },
    async write(entry) {
      const { table } = open ?? (await next());
      await table.write(entry);
      if (table.size >= options.fileSize) await end();
    },
    async close() {
      // An empty table still says which columns it has.
      if (files === 0) await next();
      await end();
      await to.publish();
    },
  };
}

function openDocuments(sink: Extract<ExportSink, { shape: 'documents' }>, to: Destination): OpenExport {
  let files = 0;
  return {
    get files() {
      return files;
    },
    async write(entry) {
      const file = await to.create(sink.stemOf(entry), sink.extension);
      files += 1;
      await file.append(Buffer.from(sink.render(entry)));
      await file.close();
    },
    close: () => to.publish(),
  };
}

/** Begins an export: tables in as many files as their size asks for, documents in a file each. */
export function openExport(sink: ExportSink, to: Destination, options: TableOptions): OpenExport {
  return sink.shape === 'table' ? openTables(sink, to, options) : openDocuments(sink, to);
}
