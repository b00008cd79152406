import type { Summary, TraceCount } from '../summary.js';
import { count, describeTrace } from '../wording.js';
import { markup, type Content, type Markup } from './escape.js';

/** Rows of each table. */
const ROWS = 20;

/** A table whose first columns are figures and whose last is text; none without rows. */
function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Content {
  if (rows.length === 0) return '';
  const cell = (text: string, i: number): Markup =>
    i === head.length - 1 ? markup`<td><bdi>${text}</bdi></td>` : markup`<td class="figure">${text}</td>`;
  const names = head.map((name, i) =>
    i === head.length - 1 ? markup`<th scope="col">${name}</th>` : markup`<th scope="col" class="figure">${name}</th>`,
  );
  const body = rows.slice(0, ROWS).map((row) => markup`<tr>${row.map(cell)}</tr>\n`);
  const rest = rows.length > ROWS ? markup`<p class="quiet">${count(rows.length - ROWS)} more are left out.</p>\n` : '';
  return markup`<h2>${title}</h2>
<div class="wide"><table>
<thead><tr>${names}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
${rest}`;
}

const traceRows = (kind: 'removed' | 'kept', traces: readonly TraceCount[]): string[][] =>
  traces.map((trace) => [count(trace.words), count(trace.documents), describeTrace(kind, trace)]);

/** The figures of a comparison, what matters most first. */
export function renderTables({ removed, kept, fields, statuses, sources, onlyBefore }: Summary): Content {
  const lost = onlyBefore.map(({ words, path, key }) => [count(words), key === null ? path : `${path} ${key}`]);
  const turned = statuses.map(({ documents, before, after }) => [count(documents), `${before} → ${after}`]);
  const touched = sources
    .filter(({ changed, onlyBefore: gone }) => changed + gone > 0)
    .map((own) => [...[own.changed, own.onlyBefore, own.documents, own.removed, own.kept].map(count), own.source]);
  return [
    table('Gone', ['Words', 'Document'], lost),
    table('Newly removed', ['Words', 'Documents', 'Reason and rule'], traceRows('removed', removed)),
    table('Newly kept', ['Words', 'Documents', 'What it was'], traceRows('kept', kept)),
    table('Statuses', ['Documents', 'Change'], turned),
    table(
      'Fields',
      ['Documents', 'Field'],
      fields.map(({ documents, field }) => [count(documents), field]),
    ),
    table('Sources', ['Changed', 'Gone', 'Of', '− words', '+ words', 'Source'], touched),
  ];
}
