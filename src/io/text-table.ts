import type { OpenTable } from './export-sink.js';
import type { OutFile } from './output/destination.js';
import type { Entry } from './table/entry.js';

/** A table that is text, row after row, below a line of its own if there is one. */
export function textTable(file: OutFile, rowOf: (entry: Entry) => string, head = ''): OpenTable {
  let size = 0;
  let waiting = head;
  const append = async (): Promise<void> => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    size += bytes.length;
    await file.append(bytes);
  };
  return {
    get size() {
      return size;
    },
    async write(entry) {
      waiting += rowOf(entry);
      await append();
    },
    async close() {
      if (waiting !== '') await append();
    },
  };
}
