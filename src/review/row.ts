import type { ArticleRecord } from '../core/record.js';
import type { Ref, Row } from './api.js';
import { searchedOf } from './catalogue/facts.js';
import { searchWords } from './catalogue/search.js';
import { riskOf } from './risk.js';

/** One record in a list. */
export function rowOf(record: ArticleRecord, ref: Ref, decisions: number, words?: string): Row {
  const { removals, rejection, provenance } = record;
  const { risk, why } = riskOf(record);
  const excerpt = words === undefined ? null : excerptOf(record, words);
  return {
    ref,
    rawPath: provenance.rawPath,
    key: provenance.key,
    headline: record.headline,
    source: record.source,
    language: record.inLanguage,
    status: record.status,
    rejection: rejection === null ? null : `${rejection.reason}: ${rejection.detail}`,
    flags: record.flags,
    risk,
    risks: why,
    kept: record.text.length,
    removed: removals.reduce((sum, { text }) => sum + text.length, 0),
    strikes: removals.length,
    confidence: removals.length === 0 ? null : Math.min(...removals.map(({ confidence }) => confidence)),
    decisions,
    ...(excerpt === null ? {} : { excerpt }),
  };
}

/** Characters on either side of what was found. */
const AROUND = 80;

/** Where the first of the words stands; null where folding moved it, and it cannot be shown in its own letters. */
function excerptOf(record: ArticleRecord, words: string): string | null {
  const [word = ''] = searchWords(words);
  for (const text of searchedOf(record)) {
    const flat = text.replace(/\s+/g, ' ');
    const lower = flat.toLowerCase();
    const at = lower.length === flat.length ? lower.indexOf(word) : -1;
    if (at < 0) continue;
    const from = Math.max(0, at - AROUND);
    const to = Math.min(flat.length, at + word.length + AROUND);
    return `${from > 0 ? '…' : ''}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`;
  }
  return null;
}
