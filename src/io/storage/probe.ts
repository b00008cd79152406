import { randomBytes } from 'node:crypto';
import { UsageError } from '../../core/errors.js';
import { STATE_FOLDER } from '../paths.js';
import type { ObjectStore } from './object-store.js';

/**
 * Tries whether the storage keeps to conditions, on which it hangs that two runs do not write at once.
 * @throws UsageError where it does not
 */
export async function probeConditions(store: ObjectStore): Promise<void> {
  const key = `${STATE_FOLDER}/probe-${randomBytes(8).toString('hex')}`;
  try {
    const first = await store.write(key, 'first', 'absent');
    const again = await store.write(key, 'again', 'absent');
    const second = first === null ? null : await store.write(key, 'second', { etag: first });
    const late = first === null ? null : await store.write(key, 'late', { etag: first });
    if (first !== null && again === null && second !== null && late === null) return;
  } finally {
    await store.remove(key);
  }
  throw new UsageError(
    `${store.shown}: this storage does not keep to conditional writes (If-None-Match, If-Match), so two runs could spoil each other's work; use another, or a folder`,
  );
}
