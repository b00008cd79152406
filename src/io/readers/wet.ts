import { hasExtension, type Reader } from '../reader.js';
import { membersOf } from '../unpack.js';
import { textOf } from './warc/documents.js';
import { beginsRecord, warcRecords } from './warc/records.js';

/** Common Crawl names them `….warc.wet.gz`. */
const EXTENSIONS = ['.wet'];

/** Texts that were taken out of a web archive, one document a text. Keys and offsets are those of `warc`. */
export const wet: Reader = {
  name: 'wet',
  container: true,
  accepts: (path) => hasExtension(path, EXTENSIONS),
  async *read(shard, file, limits, passOver = () => undefined) {
    for await (const record of warcRecords(membersOf(shard.rawPath, file, limits, beginsRecord), limits.maxBytes)) {
      const item = textOf(shard, record, limits, passOver);
      if (item !== null) yield item;
    }
  },
};
