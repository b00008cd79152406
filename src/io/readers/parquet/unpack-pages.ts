import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import { snappyUncompress, type Compressors } from 'hyparquet';
import { compressors as others } from 'hyparquet-compressors';
import type { UnpackAllowance } from '../../unpack-limit.js';

/** No writer makes pages that come near to it: they are of one megabyte by default. */
const MAX_PAGE = 256 * 1024 * 1024;

/** What unpacks the pages of a table, and no more of them than may come out of it. A page's header says how large it is, and is not believed. */
export function pageUnpackers(allowance: UnpackAllowance): Compressors {
  const within =
    (unpack: (input: Uint8Array, size: number) => Uint8Array) =>
    (input: Uint8Array, size: number): Uint8Array => {
      if (size > MAX_PAGE) throw new Error(`a page of more than ${MAX_PAGE} bytes`);
      const failure = allowance.spend(size);
      if (failure !== null) throw failure;
      const bytes = unpack(input, size);
      if (bytes.length !== size) throw new Error('a page of another size than its header says');
      return bytes;
    };
  const lz4 = others.LZ4;
  const lz4Raw = others.LZ4_RAW;
  return {
    SNAPPY: within((input, size) => {
      const output = new Uint8Array(size);
      snappyUncompress(input, output);
      return output;
    }),
    GZIP: within((input, size) => gunzipSync(input, { maxOutputLength: Math.max(size, 1) })),
    BROTLI: within((input, size) => brotliDecompressSync(input, { maxOutputLength: Math.max(size, 1) })),
    ZSTD: within((input, size) => unzstd(input, new Uint8Array(size))),
    ...(lz4 === undefined ? {} : { LZ4: within(lz4) }),
    ...(lz4Raw === undefined ? {} : { LZ4_RAW: within(lz4Raw) }),
  };
}
