import { join } from 'node:path';
import type { Logger } from 'pino';
import { cleanFiles } from '../io/clean-files.js';
import { errorCode, errorMessage } from '../io/error-code.js';
import { readRecords } from '../io/read-records.js';
import type { Standings } from '../io/standings.js';
import type { Entry } from '../io/table/entry.js';
import type { OpenExport } from '../io/write-export.js';

export interface ExportCounts {
  /** Records that were read, and those of them that were written. */
  readonly records: number;
  readonly exported: number;
  readonly files: number;
  /** Places in clean/ that hold no record or cannot be read. */
  readonly broken: number;
}

export interface ExportWork {
  readonly clean: string;
  /** Null where there is no table of copies. */
  readonly standings: Standings | null;
  readonly isWanted: (entry: Entry) => boolean;
  /** Whether what was struck goes along. */
  readonly removals: boolean;
  readonly log: Logger;
  readonly progress: (text: string) => void;
  readonly isInterrupted: () => boolean;
}

const number = new Intl.NumberFormat('en');

/** All records of clean/ in path order, one in memory at a time; `complain` hears of what is none. */
async function* entriesOf(
  { clean, standings, removals }: ExportWork,
  complain: (place: string, problem: string) => void,
): AsyncGenerator<Entry> {
  for await (const file of cleanFiles(clean)) {
    if (file.kind === 'part') continue;
    const { path } = file;
    if (file.kind === 'unreadable') {
      complain(path === '' ? clean : path, `cannot be read: ${file.problem}`);
      continue;
    }
    try {
      for await (const found of readRecords(join(clean, path))) {
        if (found.kind === 'broken') {
          complain(path.endsWith('.jsonl') ? `${path}:${found.at + 1}` : path, found.problem);
          continue;
        }
        const { id, provenance } = found.record;
        const standing = standings?.next({ id, path, key: provenance.key }) ?? { duplicateOf: null, copies: null };
        const record = removals ? found.record : { ...found.record, removals: [] };
        yield { record, path, at: found.at, ...standing };
      }
    } catch (error) {
      // What goes wrong with whoever takes the records is not thrown in here.
      complain(path, `cannot be read${errorCode(error) === 'ENOENT' ? ' any more' : ''}: ${errorMessage(error)}`);
    }
  }
}

/**
 * Writes the records that are wanted.
 * @returns null when interrupted: then nothing has got its name
 * @throws what the file system throws
 */
export async function exportRecords(work: ExportWork, to: OpenExport): Promise<ExportCounts | null> {
  let [records, exported, broken] = [0, 0, 0];
  const complain = (path: string, problem: string): void => {
    broken += 1;
    work.log.error({ event: 'broken', path, problem }, `${path}: ${problem}`);
  };
  for await (const entry of entriesOf(work, complain)) {
    if (work.isInterrupted()) return null;
    records += 1;
    if (work.isWanted(entry)) {
      exported += 1;
      await to.write(entry);
    }
    work.progress(`exporting: ${number.format(exported)} of ${number.format(records)} documents so far`);
  }
  if (work.isInterrupted()) return null;
  await to.close();
  return { records, exported, files: to.files, broken };
}
