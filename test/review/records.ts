import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { ArticleRecord } from '../../src/core/record.js';
import { clean } from '../../src/pipeline.js';
import { Holdings } from '../../src/review/desk/holdings.js';
import { scratchFolder, writeTree } from '../io/scratch.js';

/** The record that a run would write of a text or a page. */
export function recordOf(
  rawPath: string,
  payload: string,
  hints: { url?: string; source?: string } = {},
): ArticleRecord {
  const format = rawPath.endsWith('.html') ? 'html' : 'text';
  const raw = { rawPath, key: null, offset: null, format, payload: new TextEncoder().encode(payload), hints } as const;
  return clean(raw, DEFAULT_OPTIONS, { copydesk: '0', rules: 'r', options: 'o', inputs: 'i' });
}

export const LEAD =
  'The harbour council voted on Monday to keep the old crane, which has stood at the quay since the first steamers came in.';
export const BODY =
  'Engineers had warned in spring that its foot was rusting. The repair will cost less than a new one, the mayor said after the vote, and work begins in June.';

/** An article among the lines of its site. */
export const article = (headline: string, extra = ''): string =>
  [`Home`, headline, 'By Ada Quist', LEAD, extra, BODY, 'Sign up for our weekly newsletter', 'Share this article']
    .filter((line) => line !== '')
    .join('\n\n');

/** A clean folder of records: one a file, or a list of them in a container. */
export function cleanFolder(files: Readonly<Record<string, ArticleRecord | readonly ArticleRecord[]>>): string {
  const folder = join(scratchFolder(), 'clean');
  writeRecords(folder, files);
  return folder;
}

export function writeRecords(
  folder: string,
  files: Readonly<Record<string, ArticleRecord | readonly ArticleRecord[]>>,
): void {
  const contents = Object.entries(files).map(([path, content]) => [
    path,
    Array.isArray(content)
      ? content.map((record) => JSON.stringify(record) + '\n').join('')
      : JSON.stringify(content, null, 2) + '\n',
  ]);
  writeTree(folder, Object.fromEntries(contents) as Record<string, string>);
}

/** The holdings of a folder, up to date; `nowMs` is when it is looked at. */
export async function holdingsOf(clean: string, nowMs = Date.now() + 60_000): Promise<Holdings> {
  const holdings = await Holdings.open({
    clean,
    now: () => nowMs,
    progress: () => undefined,
    onProblem: (error) => {
      throw error;
    },
  });
  await holdings.refresh();
  return holdings;
}
