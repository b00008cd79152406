import { openPart } from '../part-file.js';
import type { Sink } from '../sink.js';

/** One record a file, pretty-printed. */
export const json: Sink = {
  name: 'json',
  async open(path, options) {
    const part = await openPart(path, options);
    let records = 0;
    return {
      async write(record) {
        records += 1;
        if (records > 1) throw new Error(`${path}: a second record for a file of one`);
        await part.append(JSON.stringify(record, null, 2) + '\n');
      },
      close: () => part.close(),
      discard: () => part.discard(),
    };
  },
};
