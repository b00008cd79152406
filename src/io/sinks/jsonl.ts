import { openPart } from '../part-file.js';
import type { Sink } from '../sink.js';

/** One record a line, in the order in which they come. */
export const jsonl: Sink = {
  name: 'jsonl',
  async open(path, options) {
    const part = await openPart(path, options);
    return {
      write: (record) => part.append(JSON.stringify(record) + '\n'),
      close: () => part.close(),
      discard: () => part.discard(),
    };
  },
};
