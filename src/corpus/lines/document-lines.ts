import { DocumentError } from '../../core/errors.js';
import { hash48, lineHash } from '../../core/line-hash.js';
import type { CleanOptions } from '../../core/options.js';
import { pageLine } from '../../core/page-lines.js';
import type { Page, RawDocument } from '../../core/types.js';
import { readPage, type ReadPage } from '../../stages/read-page.js';

/** What learning keeps of one document: which lines it has, by number. */
export interface DocumentLines {
  readonly source: string;
  /** Named by its lines: a document that was fetched twice, or saved under two names, counts once. 48 bits. */
  readonly document: number;
  /** ISO 8601 day on which it was published, else fetched; null where nobody knows. */
  readonly day: string | null;
  /** Its distinct lines (core/line-hash.ts), ascending. */
  readonly lines: readonly number[];
  /** What the lines say (core/page-lines.ts), shortened. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Lines at either end of a document that are read: templates stand around the article, and a page may have a million lines. */
const MOST_LINES = 1000;
/** UTF-16 units of a line that are kept for people to read. */
const SHOWN = 60;
const DAY = /^\d{4}-\d{2}-\d{2}/;
/** "/2031/05/03/" in a url. */
const DAY_IN_URL = /\/((?:19|20)\d{2})\/(\d{2})\/(\d{2})\//;

function dayOf({ page, url }: ReadPage, fetchedAt: string | undefined): string | null {
  const published = page.meta.published.map(({ value }) => DAY.exec(value)?.[0]).find((day) => day !== undefined);
  if (published !== undefined) return published;
  const inUrl = url === null ? null : DAY_IN_URL.exec(url);
  if (inUrl !== null) return inUrl.slice(1).join('-');
  return fetchedAt === undefined ? null : (DAY.exec(fetchedAt)?.[0] ?? null);
}

/** The page's lines by number, in the words by which they are the same line. */
function linesOf(page: Page): Map<number, string> {
  const found = new Map<number, string>();
  const { length } = page.blocks;
  for (let i = 0; i < length; i++) {
    if (i === MOST_LINES && length > 2 * MOST_LINES) i = length - MOST_LINES;
    const text = pageLine(page, i);
    const hash = lineHash(text);
    // A slice of a text keeps the whole page alive; what goes through a buffer is a copy.
    if (hash !== null && !found.has(hash)) found.set(hash, Buffer.from(text.slice(0, SHOWN).trimEnd()).toString());
  }
  return found;
}

/** Reads a document for its lines. null for one that cannot be read, or has no lines. Linear in the document. */
export function documentLines(raw: RawDocument, options: CleanOptions): DocumentLines | null {
  let read: ReadPage;
  try {
    read = readPage(raw, options);
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
  const texts = linesOf(read.page);
  if (texts.size === 0) return null;
  const lines = [...texts.keys()].sort((a, b) => a - b);
  return {
    source: read.source,
    document: hash48(lines.join(' ')),
    day: dayOf(read, raw.hints.fetchedAt),
    lines,
    texts,
  };
}
