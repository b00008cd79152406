import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../core/errors.js';

/**
 * Labelled data: a folder of line-labelled documents, of pages with gold articles, of texts that other tools extracted from those pages, or one
 * that holds a file of glued lines.
 */
export interface CorpusSet {
  readonly name: string;
  readonly kind: 'lines' | 'pages' | 'text' | 'glued';
  readonly folder: string;
}

/** Lines with boilerplate glued to them. */
export const GLUED = 'glued.jsonl';

const folders = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => !name.startsWith('.') && statSync(join(path, name)).isDirectory())
    .sort()
    .map((name) => join(path, name));

function kindOf(folder: string): CorpusSet['kind'] | null {
  if (existsSync(join(folder, 'gold.jsonl')) && existsSync(join(folder, 'raw'))) return 'pages';
  const files = readdirSync(folder);
  if (basename(folder) === 'text' && files.includes('raw')) return 'text';
  const first = files.filter((name) => name.endsWith('.json')).sort()[0];
  return first !== undefined && isLabelled(join(folder, first)) ? 'lines' : null;
}

function isLabelled(path: string): boolean {
  try {
    return Array.isArray((JSON.parse(readFileSync(path, 'utf8')) as { lines?: unknown }).lines);
  } catch {
    return false;
  }
}

/** The sets in a folder, down to two levels below it. Throws UsageError where there is no such folder or nothing labelled in it. */
export function findSets(corpus: string): CorpusSet[] {
  if (!existsSync(corpus))
    throw new UsageError(`no corpus at ${corpus}: give a folder of labelled data with --corpus DIR`);
  const sets: CorpusSet[] = [];
  const visit = (folder: string, depth: number): void => {
    if (existsSync(join(folder, GLUED))) sets.push({ name: 'glued', kind: 'glued', folder });
    const kind = kindOf(folder);
    if (kind !== null) sets.push({ name: basename(folder), kind, folder });
    else if (depth < 2) for (const child of folders(folder)) visit(child, depth + 1);
  };
  visit(corpus, 0);
  if (sets.length === 0)
    throw new UsageError(`nothing labelled in ${corpus}: expected lines/*.json, or folders with gold.jsonl and raw/`);
  return sets;
}
