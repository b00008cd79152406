import { createHash } from 'node:crypto';
import type { ChangedDocument } from '../largest.js';
import { isBeyond, type ChangeLimit } from '../limit.js';
import { verdict } from '../render-summary.js';
import type { Summary, TraceCount } from '../summary.js';
import { count, describeTrace, describeWords, plural } from '../wording.js';
import { renderDocument } from './document.js';
import { html, type Content, type Html } from './escape.js';
import { STYLE } from './style.js';

/** The page begins with this, so that it is known for one of ours. */
export const PAGE_MARK = '<!doctype html>\n<!-- made by copydesk compare -->\n';

/** Documents on the page, and bytes of all of it. */
export const MOST_DOCUMENTS = 500;
const MOST_BYTES = 5_000_000;
const ROWS = 50;
/** Documents that are shown unfolded. */
const OPEN = 3;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
/** Nothing is loaded, run or sent, whatever stands in a document. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

function figures({ documents, words }: Summary): Html {
  const all: [string, number][] = [
    ['Changed', documents.changed],
    ['Gone', documents.onlyBefore],
    ['New', documents.onlyAfter],
    ['Other reasons', documents.reasons],
    ['Unchanged', documents.unchanged],
    ['Words removed', words.removed],
    ['Words kept', words.kept],
  ];
  return html`<dl class="figures">
    ${all.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${count(value)}</dd>
        </div>`,
    )}
  </dl>`;
}

function table(title: string, head: readonly string[], rows: readonly (readonly [...string[]])[]): Content {
  if (rows.length === 0) return '';
  const last = head.length - 1;
  const kindOf = (i: number): Content => (i === last ? '' : html` class="figure"`);
  const cells = (row: readonly string[]): Html[] =>
    row.map((cell, i) => (i === last ? html`<td><bdi>${cell}</bdi></td>` : html`<td${kindOf(i)}>${cell}</td>`));
  const rest = rows.length > ROWS ? html`<p class="quiet">${count(rows.length - ROWS)} more are left out.</p>` : '';
  return html`<h2>${title}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            ${head.map((name, i) => html`<th scope="col" ${kindOf(i)}>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, ROWS).map(
            (row) =>
              html`<tr>
                ${cells(row)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${rest} `;
}

const traceRows = (kind: 'removed' | 'kept', traces: readonly TraceCount[]): string[][] =>
  traces.map((trace) => [count(trace.words), count(trace.documents), describeTrace(kind, trace)]);

function tables(summary: Summary): Content {
  const { removed, kept, fields, statuses, sources, onlyBefore } = summary;
  const touched = sources.filter(({ changed, onlyBefore: gone }) => changed + gone > 0);
  return [
    table(
      'Gone',
      ['Words', 'Document'],
      onlyBefore.map(({ words, path, key }) => [count(words), key === null ? path : `${path} ${key}`]),
    ),
    table('Newly removed', ['Words', 'Documents', 'Reason and rule'], traceRows('removed', removed)),
    table('Newly kept', ['Words', 'Documents', 'What it was'], traceRows('kept', kept)),
    table(
      'Statuses',
      ['Documents', 'Change'],
      statuses.map(({ documents, before, after }) => [count(documents), `${before} → ${after}`]),
    ),
    table(
      'Fields',
      ['Documents', 'Field'],
      fields.map(({ documents, field }) => [count(documents), field]),
    ),
    table(
      'Sources',
      ['Changed', 'Gone', 'Of', '− words', '+ words', 'Source'],
      touched.map((own) => [
        ...[own.changed, own.onlyBefore, own.documents, own.removed, own.kept].map(count),
        own.source,
      ]),
    ),
  ];
}

/** As many of the largest changes as there is room for. */
function documentsWithin(documents: readonly ChangedDocument[], room: number): Html[] {
  const shown: Html[] = [];
  let left = room;
  for (const document of documents.slice(0, MOST_DOCUMENTS)) {
    const own = renderDocument(document, shown.length < OPEN);
    left -= Buffer.byteLength(own.markup);
    if (left < 0) break;
    shown.push(own);
  }
  return shown;
}

/** Which of the changed documents follow. */
function whichOf(shown: number, changed: number): string {
  if (shown === changed) return `${plural(changed, 'document')}, the largest changes first.`;
  return `The ${count(shown)} largest of ${plural(changed, 'changed document')}; the others are left out to keep this page small.`;
}

/** The comparison as one page that needs nothing else: no script, no font, no network. */
export function renderPage(
  summary: Summary,
  names: { readonly before: string; readonly after: string },
  limit: ChangeLimit | null,
): string {
  const judged = verdict(summary, limit);
  const isOver = limit !== null && isBeyond(summary, limit);
  const words = describeWords(summary.words);
  const { documents } = summary;
  const head = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>${plural(documents.changed, 'changed document')} – copydesk compare</title>
      <style>
        ${{ markup: STYLE }}
      </style>
    </head>
    <body>
      <main>
        <h1>
          ${documents.changed === 0 ? 'No document changed' : `${plural(documents.changed, 'document')} of ${count(documents.before)} changed`}
        </h1>
        <p class="quiet names"><bdi>${names.before}</bdi> → <bdi>${names.after}</bdi></p>
        ${words === '' ? '' : html`<p>${words} in the text of ${plural(summary.texts, 'document')}.</p>`}
        ${judged === '' ? '' : html`<p class="verdict${isOver ? ' beyond' : ''}">${isOver ? '✗' : '✓'} ${judged}</p>`}
        ${figures(summary)} ${tables(summary)}
      </main>
    </body>
  </html>`;
  const foot = html`<footer><p><del>Struck through</del>: in the old text and not in the new one. <ins>Underlined</ins>: in the new one only.</p></footer>
</main>
</body>
</html>
`;
  const room = MOST_BYTES - Buffer.byteLength(PAGE_MARK + head.markup + foot.markup) - 1000;
  const shown = documentsWithin(summary.largest, room);
  const changes =
    documents.changed === 0
      ? ''
      : html`<h2>Changed documents</h2>
          <p class="quiet">${whichOf(shown.length, documents.changed)}</p>
          ${shown}`;
  return PAGE_MARK + html`${head}${changes}${foot}`.markup;
}
