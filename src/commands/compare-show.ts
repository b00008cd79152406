import { UsageError } from '../core/errors.js';
import { compareRecords } from '../review/compare/compare.js';
import { excerptOf, FULL } from '../review/compare/excerpt.js';
import type { Pair } from '../review/compare/pairs.js';
import { renderChanges, type TerminalOptions } from '../review/compare/render-document.js';
import { visible } from '../review/compare/visible.js';
import { eachPair, type CompareWork } from './compare-documents.js';
import type { Console } from './console.js';

const SAME = {
  unchanged: 'unchanged',
  reasons: 'the record is the same, but not what was struck, or why',
} as const;

function renderPair({ path, before, after }: Pair, options: TerminalOptions): string {
  const document = after ?? before;
  if (document === null) return '';
  const { rawPath, key, source } = document;
  const name = visible(key === null ? rawPath : `${rawPath} ${key}`);
  if (before === null || after === null) return `${name}: ${after === null ? 'gone' : 'new'}\n`;
  const { kind, fields, paragraphs, words } = compareRecords(before, after);
  if (kind !== 'changed') return `${name}: ${SAME[kind]}\n`;
  const excerpt = excerptOf(paragraphs, FULL);
  return renderChanges({ path, rawPath, key, source, headline: null, words, fields, excerpt }, options);
}

/**
 * Shows all that changed in the documents of one file.
 * @throws UsageError if there is no such file, on either side
 */
export async function showDocuments(
  work: CompareWork,
  file: string,
  options: TerminalOptions,
  console: Console,
): Promise<number> {
  let shown = 0;
  const broken = await eachPair(work, (pair) => {
    console.done();
    process.stdout.write(`${shown === 0 ? '' : '\n'}${renderPair(pair, options)}`);
    shown += 1;
  });
  if (shown === 0 && broken === 0)
    throw new UsageError(`--show: no document ${file} on either side; name a raw document or its clean file`);
  return broken > 0 ? 1 : 0;
}
