import { join } from 'node:path';
import type { Logger } from 'pino';
import { UsageError } from '../core/errors.js';
import { errorCode } from '../io/error-code.js';
import { acquireLock } from '../io/lock.js';
import { STATE_FOLDER } from '../io/paths.js';
import { listenForInterrupt, type Interrupt } from './interrupt.js';

/**
 * Does some work on clean/ that nobody else may disturb. On Ctrl-C the work is told, and says `onInterrupt` to whoever waits.
 * @throws UsageError if it cannot begin or go on, LockedError if another run is at work
 */
export async function holdLock<T>(
  clean: string,
  log: Logger,
  work: (interrupt: Interrupt) => Promise<T>,
  onInterrupt = 'finishing what is in hand; once more to quit at once',
): Promise<T> {
  try {
    const lock = await acquireLock(join(clean, STATE_FOLDER, 'lock'));
    const interrupt = listenForInterrupt(
      (name) => {
        log.warn({ event: 'interrupted', signal: name }, `${name}: ${onInterrupt}`);
      },
      () => {
        lock.release();
      },
    );
    try {
      return await work(interrupt);
    } finally {
      lock.release();
      interrupt.stop();
    }
  } catch (error) {
    const code = errorCode(error);
    throw code === undefined || error instanceof UsageError
      ? error
      : new UsageError(`cannot go on: ${code}: ${clean}`, { cause: error });
  }
}
