import { decodeHTML } from 'entities';
import type { Edit } from '../../core/mapped.js';

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?/g;

/** Edits that decode the character references of a text node as browsers do, those without a semicolon too ("&nbsp", "&copy 2020"). */
export function referenceEdits(source: string, start: number, end: number): Edit[] {
  const slice = source.slice(start, end);
  if (!slice.includes('&')) return [];
  const edits: Edit[] = [];
  for (const match of slice.matchAll(REFERENCE)) {
    const text = decodeHTML(match[0]);
    if (text !== match[0]) edits.push({ start: start + match.index, end: start + match.index + match[0].length, text });
  }
  return edits;
}
