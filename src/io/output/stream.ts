import type { Writable } from 'node:stream';
import { errorCode } from '../error-code.js';
import type { Destination } from './destination.js';

const BUFFER_SIZE = 64 * 1024;

/**
 * A stream such as standard output, at the pace of who reads it. What was written cannot be taken back. Once nobody reads any more (EPIPE) it
 * never goes on: whoever owns the stream ends the process.
 */
export function stream(to: Writable): Destination {
  let waiting: Uint8Array[] = [];
  let held = 0;
  const flush = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.concat(waiting);
      waiting = [];
      held = 0;
      to.write(bytes, (error) => {
        if (!error) resolve();
        else if (errorCode(error) !== 'EPIPE') reject(error);
      });
    });
  return {
    create: () =>
      Promise.resolve({
        async append(bytes) {
          waiting.push(bytes);
          held += bytes.length;
          if (held >= BUFFER_SIZE) await flush();
        },
        close: flush,
      }),
    publish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
    abandon: () => undefined,
  };
}
