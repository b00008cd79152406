import type { DocumentView } from '../../../api.js';
import { usePage } from '../../state/page.js';
import { hrefOf } from '../../state/route.js';
import { isSame } from '../../state/use-list.js';
import { useNarrow } from '../../state/use-narrow.js';
import { count } from '../../words/numbers.js';

/** Before and after side by side, one of the two alone, or the page. */
export type Layout = 'side' | 'column' | 'after' | 'page';
const LAYOUTS = { side: 'Side by side', column: 'One column', after: 'After', page: 'As it looked' } as const;

interface Props {
  readonly view: DocumentView;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly onTurn: (by: 1 | -1) => void;
}

/** Where we are in the list, and how the document is shown. */
export function Bar({ view, layout, onLayout, onTurn }: Props) {
  const { route, list, source } = usePage();
  const at = list.rows.findIndex(({ ref }) => isSame(ref, view.row.ref));
  const choices: Layout[] = useNarrow() ? ['column', 'after'] : ['side', 'column'];
  if (view.hasPage && source.report === null) choices.push('page');
  return (
    <div class="document-bar">
      <nav aria-label="Documents of the list">
        <a href={hrefOf({ view: 'overview', query: route.query })}>← List</a>
        <button
          type="button"
          aria-label="Previous document"
          aria-keyshortcuts="k"
          onClick={() => {
            onTurn(-1);
          }}
        >
          ‹
        </button>
        <span class="place">{at < 0 ? '–' : `${count(at + 1)} of ${count(Math.max(list.total, at + 1))}`}</span>
        <button
          type="button"
          aria-label="Next document"
          aria-keyshortcuts="j"
          onClick={() => {
            onTurn(1);
          }}
        >
          ›
        </button>
      </nav>
      <div class="segments" role="group" aria-label="How the document is shown">
        {choices.map((name) => (
          <button
            key={name}
            type="button"
            data-choice={name}
            aria-pressed={layout === name}
            onClick={() => {
              onLayout(name);
            }}
          >
            {LAYOUTS[name]}
          </button>
        ))}
      </div>
    </div>
  );
}
