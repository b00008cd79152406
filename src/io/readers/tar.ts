import { hasExtension, type Reader } from '../reader.js';
import { SegmentReader } from '../segment-reader.js';
import { stretchesOf } from '../stretches.js';
import { contentOf } from '../unpack.js';
import { tarDocuments } from './archive/tar-members.js';

/**
 * A tar file of pages and texts: one document a member that is one by its name. The key is the member's path, the offset that of its header
 * in the unpacked file. Read by own code: libraries give no offsets, and nothing of what stands before a cut.
 */
export const tar: Reader = {
  name: 'tar',
  container: true,
  accepts: (path) => hasExtension(path, ['.tar']) || hasExtension(path, ['.tgz'], []),
  async *read(shard, file, limits, passOver = () => undefined) {
    const content = new SegmentReader(stretchesOf(contentOf(shard.rawPath, file, limits)));
    try {
      yield* tarDocuments(content, shard, limits, passOver);
    } finally {
      await content.close();
    }
  },
};
