import type { FieldChange, TracedSegment } from '../compare.js';
import type { ExcerptItem } from '../excerpt.js';
import type { ChangedDocument } from '../largest.js';
import { describeTrace, describeValues, describeWords, plural } from '../wording.js';
import { markup, type Content, type Markup } from './escape.js';

function segment({ kind, text }: TracedSegment): Content {
  if (kind === 'same') return text;
  // A space at the end of a change is not struck through.
  const [shown, space] = [text.trimEnd(), /\s$/.test(text) ? ' ' : ''];
  return kind === 'removed' ? markup`<del>${shown}</del>${space}` : markup`<ins>${shown}</ins>${space}`;
}

const KINDS = { removed: 'Removed', kept: 'Kept now' } as const;

/** Why each stretch of a paragraph went or came, each reason once. */
function why(segments: readonly TracedSegment[]): Content {
  const said = segments.flatMap(({ kind, trace }) =>
    kind === 'same' || trace === null ? [] : [`${KINDS[kind]}: ${describeTrace(kind, trace)}`],
  );
  return said.length === 0 ? '' : markup`<p class="why">${[...new Set(said)].join('; ')}</p>\n`;
}

function item(shown: ExcerptItem): Content {
  if (shown.is !== 'paragraph') {
    const paragraphs = plural(shown.paragraphs, 'paragraph');
    return markup`<p class="gap">${shown.is === 'gap' ? `${paragraphs} the same` : `${paragraphs} more that changed`}</p>\n`;
  }
  const [only] = shown.segments;
  const kind = shown.segments.length === 1 && only !== undefined ? only.kind : 'mixed';
  return markup`<p dir="auto" class="${kind}">${shown.segments.map(segment)}</p>\n${why(shown.segments)}`;
}

/** A value before or after; of an absent one, a dash that is no change by itself. */
const valueCell = (tag: Markup, values: readonly string[]): Markup =>
  values.length === 0
    ? markup`<td class="quiet">(none)</td>`
    : markup`<td dir="auto"><${tag}>${describeValues(values)}</${tag}></td>`;

function fieldTable(fields: readonly FieldChange[]): Content {
  if (fields.length === 0) return '';
  const rows = fields.map(({ field, before, after }) => {
    const cells = [valueCell(markup`del`, before), valueCell(markup`ins`, after)];
    return markup`<tr><th scope="row">${field}</th>${cells}</tr>\n`;
  });
  return markup`<div class="wide"><table class="fields">\n${rows}</table></div>\n`;
}

/** One changed document, folded up. */
export function renderDocument(document: ChangedDocument, isOpen: boolean): Markup {
  const { rawPath, key, headline, words, fields, excerpt, source } = document;
  const place = key === null ? rawPath : `${rawPath} ${key}`;
  const text = excerpt.length === 0 ? '' : markup`<div class="text">\n${excerpt.map(item)}</div>\n`;
  const status = fields.find(({ field }) => field === 'status');
  const turned = status === undefined ? '' : ` · ${describeValues(status.before)} → ${describeValues(status.after)}`;
  const title = markup`<bdi class="title">${headline ?? place}</bdi><span class="words">${describeWords(words)}</span>`;
  const path = markup`<span class="path"><bdi>${place}</bdi> · <bdi>${source}</bdi>${turned}</span>`;
  return markup`<details${isOpen ? markup` open` : ''}>
<summary>${title}${path}</summary>
<div class="sheet">
${fieldTable(fields)}${text}</div>
</details>
`;
}
