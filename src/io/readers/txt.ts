import { hasExtension, type Reader } from '../reader.js';
import { readWhole } from '../whole-file.js';

const EXTENSIONS = ['.txt'];

/** A plain text file is one document. */
export const txt: Reader = {
  name: 'txt',
  container: false,
  accepts: (path) => hasExtension(path, EXTENSIONS),
  read: (shard, file, limits) => readWhole('text', shard, file, limits),
};
