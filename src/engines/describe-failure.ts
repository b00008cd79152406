import { UsageError } from '../core/errors.js';
import { errorCode, errorMessage } from '../io/error-code.js';

/** Errors of the machine that no other document would be spared. */
const HOPELESS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** Says of an error of the machine what to do; null of another. */
export function hopelessOf(error: unknown, where: string): UsageError | null {
  const code = errorCode(error);
  if (code === undefined || !HOPELESS.has(code)) return null;
  return new UsageError(`${where}: cannot go on: ${code}; mend it and run again`, { cause: error });
}

/** Why a raw file has no clean file, in one line. Stops the run for what would fail every document. */
export function describeFailure(error: unknown, clean: string): string {
  const code = errorCode(error);
  if (code === undefined) return `copydesk failed on this file: ${errorMessage(error)}`;
  const hopeless = hopelessOf(error, clean);
  if (hopeless) throw hopeless;
  return code === 'ENOENT' ? 'it has gone since the run began' : `its clean file cannot be written: ${code}`;
}
