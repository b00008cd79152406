import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';
import type { Looks } from '../../stages/judge/trees/read-trees.js';

/** Kinds of pages that have a judge of their own. */
export type Reader = 'html' | 'text';

const fileOf = (folder: string, reader: Reader, fold: number): string => join(folder, `${reader}-${fold}.json`);

/** Leaves the looks that were fitted without each fold where `npm run accuracy` finds them. */
export function writeFolds(folder: string, reader: Reader, folds: readonly Looks[]): void {
  mkdirSync(folder, { recursive: true });
  folds.forEach((looks, fold) => {
    writeFileSync(fileOf(folder, reader, fold), JSON.stringify(looks) + '\n');
  });
}

/**
 * The looks of all folds, in order. Throws UsageError where there are none: documents would be scored by weights that know them, and every floor
 * would hold.
 */
export function readFolds(folder: string, reader: Reader): Looks[] {
  const folds: Looks[] = [];
  for (let path = fileOf(folder, reader, 0); existsSync(path); path = fileOf(folder, reader, folds.length))
    folds.push(JSON.parse(readFileSync(path, 'utf8')) as Looks);
  if (folds.length === 0)
    throw new UsageError(
      `no ${reader}-0.json in ${folder}: run fit, name another folder with --folds, or take --shipped`,
    );
  return folds;
}
