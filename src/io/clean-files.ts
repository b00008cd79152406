import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { errorCode, errorMessage } from './error-code.js';
import { isPart, STATE_FOLDER } from './paths.js';

/** What stands in clean/, below it, with '/': a file that could be ours, a part that a run left, or a folder that cannot be read. */
export type CleanEntry =
  | { readonly kind: 'file' | 'part'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly problem: string };

async function* walk(root: string, prefix: string): AsyncGenerator<CleanEntry> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(root, prefix), { withFileTypes: true });
  } catch (error) {
    yield { kind: 'unreadable', path: prefix, problem: errorCode(error) ?? errorMessage(error) };
    return;
  }
  // A folder sorts as its paths do: with the slash.
  const found = entries.map((entry) => ({ entry, path: prefix + entry.name + (entry.isDirectory() ? '/' : '') }));
  found.sort((a, b) => byCodeUnit(a.path, b.path));
  for (const { entry, path } of found) {
    if (entry.isDirectory()) {
      if (path !== `${STATE_FOLDER}/`) yield* walk(root, path);
    } else if (isPart(entry.name)) yield { kind: 'part', path };
    else if (path.endsWith('.json') || path.endsWith('.jsonl')) yield { kind: 'file', path };
  }
}

/** All of the output folder but the tool's own state, in code-unit order of the paths, holding one folder's names at a time. Links are not followed. */
export function cleanFiles(root: string): AsyncGenerator<CleanEntry> {
  return walk(root, '');
}
