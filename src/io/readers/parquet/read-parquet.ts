import {
  parquetMetadataAsync,
  parquetReadObjects,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { sha256 } from '../../../stages/record/identity.js';
import { errorCode, errorMessage } from '../../error-code.js';
import { goodHints, mergeHints } from '../../hints.js';
import { readFailure, tooLarge, type Fault, type ReadItem, type Reader, type ReadLimits } from '../../reader.js';
import type { Shard } from '../../shard.js';
import { sniffFormat } from '../../sniff.js';
import type { OpenFile } from '../../stored-file.js';
import { tidyKey } from '../../tidy.js';
import { allowanceOf } from '../../unpack.js';
import { UnpackLimitError } from '../../unpack-limit.js';
import { chooseColumns, type Columns } from './columns.js';
import { pageUnpackers } from './unpack-pages.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows in one group; more cannot be held at once, and writers make groups of a million at most. */
const MAX_ROWS = 10_000_000;

function bufferOf(file: OpenFile): AsyncBuffer {
  return {
    byteLength: file.size,
    async slice(start, end = file.size) {
      const bytes = await file.read(start, end);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
}

/** Times as tables have them: dates, ISO 8601, or the same with a space. */
function timeOf(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return typeof value === 'string' ? value.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T') : undefined;
}

function keyOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : tidyKey(value);
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

function readRow(
  { rawPath, hints }: Pick<Shard, 'rawPath' | 'hints'>,
  row: Row,
  offset: number,
  columns: Columns,
  limits: ReadLimits,
): ReadItem {
  const at = (column: string | null): unknown => (column === null ? undefined : row[column]);
  const own = goodHints({
    url: at(columns.url),
    fetchedAt: timeOf(at(columns.fetchedAt)),
    language: at(columns.language),
    source: at(columns.source),
  });
  const payload = at(columns.document);
  const place = { rawPath, key: keyOf(at(columns.id)), offset, hints: mergeHints(hints, own) };
  if (typeof payload !== 'string' && !(payload instanceof Uint8Array)) {
    const rejection = { reason: 'unreadable', detail: `the row has no text in "${columns.document}"` } as const;
    return { ...place, format: 'text', rejection, transient: false, sha256: sha256('') };
  }
  const isHtml = /html/i.test(columns.document);
  const format = isHtml ? 'html' : sniffFormat(payload);
  return Buffer.byteLength(payload) > limits.maxBytes
    ? { ...place, format, ...tooLarge(limits), sha256: sha256(payload) }
    : { ...place, format, payload };
}

interface Table {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: Columns;
  readonly compressors: Compressors;
}

async function readRows({ file, metadata, columns, compressors }: Table, from: number, to: number): Promise<Row[]> {
  const names = [...new Set(Object.values(columns).filter((name): name is string => name !== null))];
  return parquetReadObjects({
    file,
    metadata,
    columns: names,
    rowStart: from,
    rowEnd: to,
    compressors,
    // Bytes that the table does not call text are decoded with all other pages.
    utf8: false,
  });
}

/** The documents of a table; see parquet.ts. */
export const readParquet: Reader['read'] = async function* (shard, file, limits) {
  const faultAt = async (offset: number | null, error: unknown): Promise<Fault> => {
    const place = {
      rawPath: shard.rawPath,
      key: null,
      offset,
      format: 'text' as const,
      hints: mergeHints(shard.hints, {}),
    };
    const isOurs = errorCode(error) !== undefined || error instanceof UnpackLimitError;
    const rejection = {
      reason: 'unreadable',
      detail: `cannot be read as Parquet: ${errorMessage(error).slice(0, 300)}`,
    } as const;
    return {
      ...place,
      ...(isOurs ? readFailure(error) : { rejection, transient: false }),
      sha256: await file.sha256(),
    };
  };
  let open: OpenFile | undefined;
  try {
    open = await file.open();
    const buffer = bufferOf(open);
    const metadata = await parquetMetadataAsync(buffer);
    const columns = chooseColumns(metadata, limits.column ?? null);
    if ('problem' in columns) throw new Error(columns.problem);
    const compressors = pageUnpackers(await allowanceOf(file, limits));
    let row = 0;
    for (const { num_rows: count } of metadata.row_groups) {
      const rows = Number(count);
      if (rows > MAX_ROWS) throw new Error(`a group of more than ${MAX_ROWS} rows`);
      try {
        const group = await readRows({ file: buffer, metadata, columns, compressors }, row, row + rows);
        let number = row;
        for (const one of group) yield readRow(shard, one, number++, columns, limits);
      } catch (error) {
        if (error instanceof UnpackLimitError) throw error;
        // Of a damaged group, no row can be told from another; the next one stands by itself.
        yield await faultAt(row, error);
      }
      row += rows;
    }
  } catch (error) {
    yield await faultAt(null, error);
  } finally {
    await open?.close();
  }
};
