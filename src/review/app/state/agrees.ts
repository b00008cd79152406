import type { DocumentView, Filter } from '../../api.js';

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

const holds = ({ row, pieces }: DocumentView, words: string): boolean =>
  [row.headline ?? '', ...pieces.map(({ text }) => text)].some((text) => folded(text).includes(folded(words)));

/** Whether a document of a report is one that the filter asks for. `changed` is not known there. */
export function agrees(document: DocumentView, filter: Filter): boolean {
  const { row, pieces } = document;
  const struck = pieces.filter((piece) => piece.is === 'struck');
  const { source, language, status, reason, rule, flag, unsure, decided, q } = filter;
  return (
    (source === undefined || row.source === source) &&
    (language === undefined || row.language === language) &&
    (status === undefined || row.status === status) &&
    (flag === undefined || row.flags.includes(flag)) &&
    (reason === undefined || struck.some((piece) => piece.reason === reason)) &&
    (rule === undefined || struck.some((piece) => piece.rule === rule)) &&
    (unsure === undefined || (row.confidence !== null && row.confidence <= unsure)) &&
    (decided === undefined || row.decisions > 0 === decided) &&
    (q === undefined || holds(document, q))
  );
}
