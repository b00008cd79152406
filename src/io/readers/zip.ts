import { hasExtension, type Reader } from '../reader.js';

/**
 * A zip file of pages and texts: one document a member that is one by its name, in the order of its directory. The key is the member's path,
 * the offset that of its local header. Where the directory is cut off, the members that stand there whole are read, and the cut is told.
 * What reads it is loaded for the first one.
 */
export const zip: Reader = {
  name: 'zip',
  container: true,
  accepts: (path) => hasExtension(path, ['.zip'], []),
  async *read(...asked) {
    const { readZip } = await import('./archive/read-zip.js');
    yield* readZip(...asked);
  },
};
