import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../core/errors.js';

const PAGE = /\.html?(?:\.gz)?$/;

/**
 * The HTML pages below a folder in order of their paths, over and over until there are `count` of them; all of them once without a count.
 * @throws UsageError where there are none.
 */
export function readPages(folder: string, count: number | null): Uint8Array[] {
  let paths: string[];
  try {
    paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    throw new UsageError(`${folder}: expected a folder of HTML pages; name another with --pages`);
  }
  const names = paths.filter((path) => PAGE.test(path)).sort();
  if (names.length === 0) throw new UsageError(`${folder}: no .html or .html.gz in it; name another with --pages`);
  const pages = names.slice(0, count ?? names.length).map((name) => {
    const stored = readFileSync(join(folder, name));
    return name.endsWith('.gz') ? gunzipSync(stored) : stored;
  });
  return Array.from({ length: count ?? pages.length }, (_, i) => pages[i % pages.length] as Uint8Array);
}
