import { hasExtension, type Reader } from '../reader.js';
import { membersOf } from '../unpack.js';
import { pageOf } from './warc/documents.js';
import { beginsRecord, warcRecords } from './warc/records.js';

const EXTENSIONS = ['.warc'];

/**
 * A web archive: one document a stored page. The key is the WARC-Record-ID; the offset is that of the gzip member (or zstd frame) that the
 * record begins, which is where it stands in the stored file, else that of the record in the unpacked content.
 */
export const warc: Reader = {
  name: 'warc',
  container: true,
  accepts: (path) => hasExtension(path, EXTENSIONS),
  async *read(shard, file, limits, passOver = () => undefined) {
    for await (const record of warcRecords(membersOf(shard.rawPath, file, limits, beginsRecord), limits.maxBytes)) {
      const item = pageOf(shard, record, limits, passOver);
      if (item !== null) yield item;
    }
  },
};
