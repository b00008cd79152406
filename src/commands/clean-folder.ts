import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../core/errors.js';

/**
 * The folder of records that a command reads: as its option says, else the configuration, else "clean".
 * @throws UsageError if there is none
 */
export async function cleanFolderOf(
  flags: { readonly clean?: string },
  config: { readonly clean?: string | undefined },
): Promise<string> {
  const clean = resolve(flags.clean ?? config.clean ?? 'clean');
  const found = await stat(clean).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new UsageError(`${clean}: expected a folder of records; name another with --clean`);
  return clean;
}
