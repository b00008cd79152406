import type { Logger } from 'pino';
import { prepareWork, withObjects, type OpenStore, type RunObjects } from '../io/storage/run-objects.js';
import { holdLock } from './hold-lock.js';
import type { Interrupt } from './interrupt.js';
import type { RunSettings } from './settings.js';
import { checkFolders } from './survey.js';

/**
 * Does some work on a collection that nobody else may disturb, wherever it is: in folders, or in object storage, from which it is brought
 * first and to which what has come of it is sent.
 * @throws UsageError if it cannot begin or go on, LockedError if another run is at work
 */
export async function holdCollection<T>(
  settings: RunSettings,
  log: Logger,
  work: (interrupt: Interrupt, objects: RunObjects | null) => Promise<T>,
  openStore?: OpenStore,
): Promise<T> {
  const { remote, clean } = settings;
  if (remote !== null) await prepareWork(remote);
  await checkFolders(settings);
  const warn = (text: string): void => {
    log.warn({ event: 'storage' }, text);
  };
  return holdLock(clean, log, (interrupt) =>
    withObjects(remote, warn, (objects) => work(interrupt, objects), openStore),
  );
}
