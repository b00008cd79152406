import { join } from 'node:path';
import { comparableOf, type Comparable } from './comparable.js';
import { cleanFiles } from './clean-files.js';
import { errorCode, errorMessage } from './error-code.js';
import { readRecords } from './read-records.js';

/** Hears of what is no record or cannot be read. */
export type Complain = (place: string, problem: string) => void;

/** What is compared of all records of a clean folder, in the order of the paths; only files that are wanted are opened. */
export async function* readComparables(
  clean: string,
  isWanted: (path: string) => boolean,
  complain: Complain,
): AsyncGenerator<{ readonly path: string; readonly document: Comparable }> {
  for await (const file of cleanFiles(clean)) {
    const { path, kind } = file;
    if (kind === 'unreadable') complain(path === '' ? clean : path, `cannot be read: ${file.problem}`);
    if (kind !== 'file' || !isWanted(path)) continue;
    try {
      for await (const found of readRecords(join(clean, path)))
        if (found.kind === 'record') yield { path, document: comparableOf(found.record) };
        else complain(path.endsWith('.jsonl') ? `${path}:${found.at + 1}` : path, found.problem);
    } catch (error) {
      complain(path, `cannot be read${errorCode(error) === 'ENOENT' ? ' any more' : ''}: ${errorMessage(error)}`);
    }
  }
}
