import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { isPart, STATE_FOLDER } from './paths.js';

export interface CleanWalk {
  /** Files that could be ours, below clean/, with '/'. */
  readonly files: ReadonlySet<string>;
  /** Parts that a run left behind when it died. */
  readonly parts: readonly string[];
}

/** What stands in the output folder; a folder that is not there yet is empty. Links are not followed. */
export async function walkClean(root: string): Promise<CleanWalk> {
  const files = new Set<string>();
  const parts: string[] = [];
  const walk = async (prefix: string): Promise<void> => {
    const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (!(prefix === '' && entry.name === STATE_FOLDER)) await walk(path + '/');
      } else if (isPart(entry.name)) parts.push(path);
      else if (entry.name.endsWith('.json') || entry.name.endsWith('.jsonl')) files.add(path);
    }
  };
  await walk('');
  return { files, parts };
}
