import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';
import type { Looks } from '../../stages/judge/trees/read-trees.js';

const fileOf = (folder: string, fold: number): string => join(folder, `html-${fold}.json`);

/** Leaves the looks that were fitted without each fold where `npm run accuracy` finds them. */
export function writeFolds(folder: string, folds: readonly Looks[]): void {
  mkdirSync(folder, { recursive: true });
  folds.forEach((looks, fold) => {
    writeFileSync(fileOf(folder, fold), JSON.stringify(looks) + '\n');
  });
}

/**
 * The looks of all folds, in order. Throws UsageError where there are none: pages would be scored by weights that know them, and every floor
 * would hold.
 */
export function readFolds(folder: string): Looks[] {
  const folds: Looks[] = [];
  for (let path = fileOf(folder, 0); existsSync(path); path = fileOf(folder, folds.length))
    folds.push(JSON.parse(readFileSync(path, 'utf8')) as Looks);
  if (folds.length === 0)
    throw new UsageError(`no html-0.json in ${folder}: run fit, name another folder with --folds, or take --shipped`);
  return folds;
}
