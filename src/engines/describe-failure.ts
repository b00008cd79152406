import { UsageError } from '../core/errors.js';
import { errorCode, errorMessage } from '../io/error-code.js';

/** Errors of the machine that no other document would be spared. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** Why a raw file has no clean file, in one line. Stops the run for what would fail every document. */
export function describeFailure(error: unknown, clean: string): string {
  const code = errorCode(error);
  if (code === undefined) return `copydesk failed on this file: ${errorMessage(error)}`;
  if (HOPELESS.has(code)) throw new UsageError(`${clean}: cannot go on: ${code}; mend it and run again`);
  return code === 'ENOENT' ? 'it has gone since the run began' : `its clean file cannot be written: ${code}`;
}
