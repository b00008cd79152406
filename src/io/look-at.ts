import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { walkClean } from './walk-clean.js';

/** A clean file as it is found. */
export interface FoundFile {
  /** Below clean/, with '/'. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Time stamps may be as coarse as two seconds (FAT): a file written that shortly before it was looked at may have changed after. */
export const COARSE_MS = 2000;
/** Files looked at side by side. */
const AT_ONCE = 32;

/** All files of clean/ that could hold records, in code-unit order of their paths; one that goes meanwhile is left out. */
export async function lookAt(clean: string): Promise<FoundFile[]> {
  const { files } = await walkClean(clean);
  const paths = [...files].sort(byCodeUnit);
  const found: FoundFile[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const looks = paths.slice(at, at + AT_ONCE).map(async (path) => {
      const stats = await stat(join(clean, path)).catch(() => null);
      return stats === null ? [] : [{ path, size: stats.size, mtimeMs: stats.mtimeMs }];
    });
    found.push(...(await Promise.all(looks)).flat());
  }
  return found;
}
