import { ParquetWriter } from 'hyparquet-writer';
import type { OpenTable, TableOptions, TableSink } from '../export-sink.js';
import type { OutFile } from '../output/destination.js';
import type { Value } from '../table/column.js';
import { FileBytes } from './parquet/file-bytes.js';
import { schemaOf, storedValue } from './parquet/schema.js';
import { weigh } from './parquet/weigh.js';

/**
 * A row group is written when it weighs so many bytes, roughly and before compression, or has so many rows: that is what memory is bounded
 * by. On 10,000 records of 13 kB, groups of 8, 16, 32 and 64 MB took 355, 406, 481 and 584 MB at their peak, and made files of the same size
 * to a hundredth; readers in parallel take a group each.
 */
const GROUP_BYTES = 32_000_000;
const GROUP_ROWS = 100_000;

/** Columns of which no two records, or few, have the same value: to look for a dictionary would be in vain. */
const ALL_DIFFERENT = new Set(['id', 'url', 'text', 'cleanPath', 'rawSha256']);

function open(file: OutFile, { columns, fileSize }: TableOptions): OpenTable {
  const writer = new FileBytes(file);
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'copydesk' });
  const groupBytes = Math.min(GROUP_BYTES, fileSize);
  let held: Value[][] = columns.map(() => []);
  let rows = 0;
  let weight = 0;

  async function writeGroup(): Promise<void> {
    const columnData = columns.map(({ name, type }, i) => ({
      name,
      data: (held[i] ?? []).map((value) => storedValue(type, value)),
      ...(ALL_DIFFERENT.has(name) ? { encoding: 'PLAIN' as const } : {}),
    }));
    const rowGroupSize = rows;
    held = columns.map(() => []);
    rows = 0;
    weight = 0;
    await parquet.write({ columnData, rowGroupSize });
  }

  return {
    get size() {
      return writer.offset;
    },
    async write(entry) {
      columns.forEach(({ value }, i) => {
        const found = value(entry);
        held[i]?.push(found);
        weight += weigh(found);
      });
      rows += 1;
      if (weight >= groupBytes || rows >= GROUP_ROWS) await writeGroup();
    },
    async close() {
      if (rows > 0) await writeGroup();
      await parquet.finish();
      await writer.flush();
    },
  };
}

/** Apache Parquet, compressed with Snappy: times are TIMESTAMPs without a zone, lists LISTs, and structs groups. */
export const parquet: TableSink = { name: 'parquet', extension: '.parquet', shape: 'table', streams: false, open };
