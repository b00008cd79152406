import { errorMessage } from '../io/error-code.js';
import { ObjectError } from '../io/storage/object-store.js';

/** Why a raw file that is asked of object storage is not here, given whether there is such an object; null where it is. */
export async function rawProblem(isThere: Promise<boolean>): Promise<string | null> {
  try {
    return (await isThere) ? null : 'it has gone since the run began';
  } catch (error) {
    if (error instanceof ObjectError) return `it cannot be read: ${errorMessage(error)}`;
    throw error;
  }
}
