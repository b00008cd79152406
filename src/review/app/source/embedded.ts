import type { Documents, DocumentView, Ref, Report, Row, Sort } from '../../api.js';
import { agrees } from '../state/agrees.js';
import type { Source } from './source.js';

const PAGE = 50;

const ORDERS: Readonly<Record<Sort, (a: Row, b: Row) => number>> = {
  risk: (a, b) => b.risk - a.risk,
  removed: (a, b) => b.removed - a.removed,
  confidence: (a, b) => (a.confidence ?? 2) - (b.confidence ?? 2),
  changed: () => 0,
  path: (a, b) => (a.ref.path < b.ref.path ? -1 : a.ref.path > b.ref.path ? 1 : a.ref.at - b.ref.at),
};

const isAt =
  ({ path, at }: Ref) =>
  ({ row }: DocumentView): boolean =>
    row.ref.path === path && row.ref.at === at;

const readOnly = (): Promise<never> => Promise.reject(new Error('A report takes no decisions.'));

/** The static report: what it holds is all there is, and nothing can be written. */
export function embeddedSource(report: Report): Source {
  return {
    report: { title: report.title, made: report.made, held: report.documents.length },
    overview: () => Promise.resolve(report.overview),
    documents: ({ filter, sort }, from): Promise<Documents> => {
      const rows = report.documents
        .filter((document) => agrees(document, filter))
        .map(({ row }) => row)
        .sort(ORDERS[sort]);
      const next = from + PAGE < rows.length ? from + PAGE : null;
      return Promise.resolve({ total: rows.length, rows: rows.slice(from, from + PAGE), next });
    },
    document: (ref) => {
      const found = report.documents.find(isAt(ref));
      return found === undefined
        ? Promise.reject(new Error('The report does not hold this document.'))
        : Promise.resolve(found);
    },
    groups: () => Promise.resolve({ total: 0, groups: [], next: null }),
    decisions: () => Promise.resolve({ decisions: [] }),
    state: () => Promise.resolve({ version: '', indexing: false }),
    decide: readOnly,
    retire: readOnly,
    pageAddress: () => 'about:blank',
  };
}
