import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../core/errors.js';

/** A folder of labelled data: line-labelled documents, pages with gold articles, or texts that other tools extracted from those pages. */
export interface CorpusSet {
  readonly name: string;
  readonly kind: 'lines' | 'pages' | 'text';
  readonly folder: string;
}

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
    const kind = kindOf(folder);
    if (kind !== null) sets.push({ name: basename(folder), kind, folder });
    else if (depth < 2) for (const child of folders(folder)) visit(child, depth + 1);
  };
  visit(corpus, 0);
  if (sets.length === 0)
    throw new UsageError(`nothing labelled in ${corpus}: expected lines/*.json, or folders with gold.jsonl and raw/`);
  return sets;
}
