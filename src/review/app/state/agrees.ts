import type { DocumentView, Filter } from '../../api.js';

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** Words, and phrases that stand in quotation marks. */
const needlesOf = (words: string): string[] =>
  [...folded(words).matchAll(/["“„]([^"“”„]*)["“”]|[^\s"“”„]+/g)]
    .map(([word, phrase]) => (phrase ?? word).trim())
    .filter((needle) => needle !== '');

/** As the server searches: each word may stand somewhere else. */
function holds({ row, record, pieces }: DocumentView, words: string): boolean {
  const texts = [row.headline ?? '', ...record.authors, row.rawPath, ...pieces.map(({ text }) => text)].map(folded);
  return needlesOf(words).every((needle) => texts.some((text) => text.includes(needle)));
}

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
