import { hasExtension, type Reader } from '../reader.js';

/**
 * A table: one document a row, out of the column that `limits.column` names, else the first that is named as one of documents. The key is the
 * row's id where there is such a column, the offset the row's number, from 0. Holds one row group of the columns that it needs. What
 * reads it is loaded for the first table.
 */
export const parquet: Reader = {
  name: 'parquet',
  container: true,
  accepts: (path) => hasExtension(path, ['.parquet'], []),
  async *read(shard, file, limits) {
    const { readParquet } = await import('./parquet/read-parquet.js');
    yield* readParquet(shard, file, limits);
  },
};
