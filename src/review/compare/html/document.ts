import type { FieldChange, TracedSegment } from '../compare.js';
import type { ExcerptItem } from '../excerpt.js';
import type { ChangedDocument } from '../largest.js';
import { describeTrace, describeValues, describeWords, plural } from '../wording.js';
import { html, type Content, type Html } from './escape.js';

function segment({ kind, text }: TracedSegment): Content {
  if (kind === 'same') return text;
  // A space at the end of a change is not struck through.
  const [shown, space] = [text.trimEnd(), /\s$/.test(text) ? ' ' : ''];
  return kind === 'removed' ? html`<del>${shown}</del>${space}` : html`<ins>${shown}</ins>${space}`;
}

const KINDS = { removed: 'Removed', kept: 'Kept now' } as const;

/** Why each stretch of a paragraph went or came, each reason once. */
function why(segments: readonly TracedSegment[]): Content {
  const said = segments.flatMap(({ kind, trace }) =>
    kind === 'same' || trace === null ? [] : [`${KINDS[kind]}: ${describeTrace(kind, trace)}`],
  );
  return said.length === 0 ? '' : html`<p class="why">${[...new Set(said)].join('; ')}</p>`;
}

function item(shown: ExcerptItem): Html {
  if (shown.is !== 'paragraph') {
    const paragraphs = plural(shown.paragraphs, 'paragraph');
    return html`<p class="gap">
      ${shown.is === 'gap' ? `${paragraphs} the same` : `${paragraphs} more that changed`}
    </p> `;
  }
  const [only] = shown.segments;
  const kind = shown.segments.length === 1 && only !== undefined ? only.kind : 'mixed';
  return html`<p dir="auto" class="${kind}">${shown.segments.map(segment)}</p>
    ${why(shown.segments)} `;
}

function fieldTable(fields: readonly FieldChange[]): Content {
  if (fields.length === 0) return '';
  const rows = fields.map(
    ({ field, before, after }) =>
      html`<tr>
        <th scope="row">${field}</th>
        <td dir="auto"><del>${describeValues(before)}</del></td>
        <td dir="auto"><ins>${describeValues(after)}</ins></td>
      </tr>`,
  );
  return html`<div class="wide">
    <table>
      ${rows}
    </table>
  </div>`;
}

/** One changed document, folded up. */
export function renderDocument(document: ChangedDocument, isOpen: boolean): Html {
  const { rawPath, key, headline, words, fields, excerpt, source } = document;
  const place = key === null ? rawPath : `${rawPath} ${key}`;
  const text = excerpt.length === 0 ? '' : html`<div class="text">${excerpt.map(item)}</div>`;
  const status = fields.find(({ field }) => field === 'status');
  const turned = status === undefined ? '' : ` · ${describeValues(status.before)} → ${describeValues(status.after)}`;
  return html`<details${isOpen ? html` open` : ''}>
<summary><bdi class="title">${headline ?? place}</bdi><span class="words">${describeWords(words)}</span><span class="path"><bdi>${place}</bdi> · <bdi>${source}</bdi>${turned}</span></summary>
<div class="sheet">${fieldTable(fields)}${text}</div>
</details>
`;
}
