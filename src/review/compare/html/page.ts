import { createHash } from 'node:crypto';
import type { ChangedDocument } from '../largest.js';
import { isBeyond, type ChangeLimit } from '../limit.js';
import { verdict } from '../render-summary.js';
import type { Summary } from '../summary.js';
import { count, describeWords, plural } from '../wording.js';
import { renderDocument } from './document.js';
import { markup, type Content, type Markup } from './escape.js';
import { STYLE } from './style.js';
import { renderTables } from './tables.js';

/** The page begins with this, so that it is known for one of ours. */
export const PAGE_MARK = '<!doctype html>\n<!-- made by copydesk compare -->\n';

/** Documents on the page, and bytes of all of it. */
export const MOST_DOCUMENTS = 500;
export const MOST_BYTES = 5_000_000;
/** Documents that are shown unfolded. */
const OPEN = 3;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
/** Nothing is loaded, run or sent, whatever stands in a document. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

const FOOT = markup`<footer><p><del>Struck through</del>: in the old text and not in the new one. <ins>Underlined</ins>: in the new one only. <span class="words">↕</span> at another place of the text.</p></footer>
</main>
</body>
</html>
`;

function headOf(title: string): Markup {
  return markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} – copydesk compare</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
`;
}

function figures({ documents, words }: Summary): Markup {
  const all: [string, number][] = [
    ['Changed', documents.changed],
    ['Gone', documents.onlyBefore],
    ['New', documents.onlyAfter],
    ['Other reasons', documents.reasons],
    ['Unchanged', documents.unchanged],
    ['Words removed', words.removed],
    ['Words kept', words.kept],
  ];
  const shown = all.filter(([name, value]) => value > 0 || name === 'Changed' || name === 'Unchanged');
  return markup`<dl class="figures">
${shown.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${count(value)}</dd></div>\n`)}</dl>
`;
}

function judgement(summary: Summary, limit: ChangeLimit | null): Content {
  const judged = verdict(summary, limit);
  if (judged === '') return '';
  const isOver = limit !== null && isBeyond(summary, limit);
  return markup`<p class="verdict${isOver ? ' beyond' : ''}">${isOver ? '✗' : '✓'} ${judged}</p>\n`;
}

/** As many of the largest changes as there is room for. */
function documentsWithin(documents: readonly ChangedDocument[], room: number): Markup[] {
  const shown: Markup[] = [];
  let left = room;
  for (const document of documents.slice(0, MOST_DOCUMENTS)) {
    const own = renderDocument(document, shown.length < OPEN);
    left -= Buffer.byteLength(own.html);
    if (left < 0) break;
    shown.push(own);
  }
  return shown;
}

/** Which of the changed documents follow. */
function whichOf(shown: number, changed: number): string {
  if (shown === changed) return 'The largest changes first.';
  return `The ${count(shown)} largest of ${count(changed)} changes; the others are left out, so that the page stays small.`;
}

/** The comparison as one page that needs nothing else: no script, no font, no network. */
export function renderPage(
  summary: Summary,
  names: { readonly before: string; readonly after: string },
  limit: ChangeLimit | null,
): string {
  const { changed, before } = summary.documents;
  const words = describeWords(summary.words);
  const title = changed === 0 ? 'No document changed' : `${count(changed)} of ${plural(before, 'document')} changed`;
  const said = words === '' ? '' : markup`<p>${words} in the text of ${plural(summary.texts, 'document')}.</p>\n`;
  const head = markup`${headOf(title)}<h1>${title}</h1>
<p class="quiet names"><bdi>${names.before}</bdi> → <bdi>${names.after}</bdi></p>
${said}${judgement(summary, limit)}${figures(summary)}`;
  const tables = markup`${renderTables(summary)}`;
  const frame = PAGE_MARK + head.html + tables.html + FOOT.html;
  const shown = documentsWithin(summary.largest, MOST_BYTES - Buffer.byteLength(frame) - 1000);
  const changes =
    changed === 0
      ? ''
      : markup`<h2>Changed documents</h2>
<p class="quiet">${whichOf(shown.length, changed)}</p>
${shown}`;
  return PAGE_MARK + markup`${head}${tables}${changes}${FOOT}`.html;
}
