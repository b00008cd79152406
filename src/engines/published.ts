import { Published } from '../io/learned/published.js';
import type { TaskContext } from './engine.js';

/** Read once a process and version: a worker does many shards of a run. */
let last: { readonly key: string; readonly lines: Promise<Published> } | undefined;

/** The published lines that a run goes by. */
export function publishedFor({ lines }: TaskContext): Promise<Published> {
  if (lines === null || lines.version === '') return Promise.resolve(Published.NOTHING);
  const key = `${lines.version} ${lines.folder}`;
  if (last?.key !== key) last = { key, lines: Published.read(lines.folder) };
  return last.lines;
}
