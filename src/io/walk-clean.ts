import { cleanFiles } from './clean-files.js';

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
  for await (const { kind, path } of cleanFiles(root)) {
    if (kind === 'file') files.add(path);
    else if (kind === 'part') parts.push(path);
  }
  return { files, parts };
}
