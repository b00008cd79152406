import { join, resolve } from 'node:path';
import type { Config } from '../io/config.js';
import { Published } from '../io/learned/published.js';
import { LINES_FOLDER } from './learning.js';

/** What a run over the folder of records would know of the lines that sources repeat; nothing where that is switched off. */
export function learnedLines(flags: { readonly clean?: string }, config: Config): Promise<Published> {
  if (config.learn === false) return Promise.resolve(Published.NOTHING);
  return Published.read(join(resolve(flags.clean ?? config.clean ?? 'clean'), LINES_FOLDER));
}
