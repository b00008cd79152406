import { hasExtension, type Reader } from '../reader.js';
import { readWhole } from '../whole-file.js';

const EXTENSIONS = ['.html', '.htm', '.xhtml'];

/** An HTML page is one document. */
export const html: Reader = {
  name: 'html',
  container: false,
  accepts: (path) => hasExtension(path, EXTENSIONS),
  read: (shard, file, limits) => readWhole('html', shard, file, limits),
};
