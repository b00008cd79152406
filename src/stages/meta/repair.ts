import type { Origin, PageMeta } from '../../core/types.js';
import type { EditSource } from '../html/references.js';

/** Metadata with the same repairs as the page's text: what broke one broke the other. */
export function repairMeta(meta: PageMeta, edits: EditSource): PageMeta {
  const repair = (text: string): string => applyEdits(text, edits);
  const each = (list: readonly Origin<string>[]): Origin<string>[] =>
    list.map(({ value, from }) => ({ value: repair(value), from }));
  return {
    ...meta,
    publishers: each(meta.publishers),
    headlines: each(meta.headlines),
    descriptions: each(meta.descriptions),
    authors: meta.authors.map(({ value, from }) => ({ value: value.map(repair), from })),
    articleBody: meta.articleBody === null ? null : repair(meta.articleBody),
  };
}

function applyEdits(text: string, edits: EditSource): string {
  let repaired = '';
  let at = 0;
  for (const edit of edits(text, 0, text.length)) {
    repaired += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return at === 0 ? text : repaired + text.slice(at);
}
