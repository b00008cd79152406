import { readFile } from 'node:fs/promises';
import { errorCode } from './error-code.js';

/** The text of a file; '' where there is none. */
export async function readOptional(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
