import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { errorCode } from './error-code.js';
import { parseJson } from './issues.js';
import { replaceLines } from './part-file.js';
import { STATE_FOLDER } from './paths.js';

/** Reports of runs: clean/.copydesk/runs/<id>.json, whose names sort by time. */

const folderOf = (clean: string): string => join(clean, STATE_FOLDER, 'runs');
const EXTENSION = '.json';

/** Names of the runs that have left a report, the newest last; none where there was no run. */
export async function listRuns(clean: string): Promise<string[]> {
  const names = await readdir(folderOf(clean)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length))
    .sort(byCodeUnit);
}

/** What a run's report says; undefined where there is none, or one that is damaged. */
export async function readRun(clean: string, id: string): Promise<unknown> {
  const text = await readFile(join(folderOf(clean), id + EXTENSION), 'utf8').catch(() => '');
  const parsed = parseJson(text);
  return 'json' in parsed ? parsed.json : undefined;
}

/** Writes a run's report, whole or not at all, and removes the oldest beyond `kept`. */
export async function writeRun(clean: string, id: string, report: unknown, kept: number): Promise<void> {
  const path = join(folderOf(clean), id + EXTENSION);
  await replaceLines(path, [JSON.stringify(report, null, 2)]);
  for (const old of (await listRuns(clean)).slice(0, -kept)) await rm(join(folderOf(clean), old + EXTENSION));
}
