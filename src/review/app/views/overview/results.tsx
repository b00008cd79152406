import { useEffect } from 'preact/hooks';
import { Trouble } from '../../components/parts.js';
import { usePage } from '../../state/page.js';
import { useKeys } from '../../state/use-keys.js';
import { isSame } from '../../state/use-list.js';
import { counted } from '../../words/numbers.js';
import { useNarrow } from '../../state/use-narrow.js';
import { Filters } from './filters.js';
import { Result } from './result.js';

/** j and k go through the links of the list. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.results .result-link')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
  next?.focus();
}

/** The figures stand below the list where the window is narrow. */
function showFacets(): void {
  const facets = document.querySelector<HTMLDetailsElement>('#facets');
  if (facets === null) return;
  facets.open = true;
  facets.querySelector('summary')?.focus();
  facets.scrollIntoView();
}

export function Results() {
  const { list, route, seen } = usePage();
  const { rows, total, hasMore, loading, problem } = list;
  useKeys({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
  });
  // Back from a document, the list is where it was left.
  useEffect(() => {
    const at = seen === null ? -1 : rows.findIndex(({ ref }) => isSame(ref, seen));
    const link = document.querySelectorAll<HTMLElement>('.results .result-link')[at];
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  }, []);
  const narrow = useNarrow();
  const searched = route.query.filter.q !== undefined;
  const heading = searched && hasMore ? `${counted(total, 'document')} found so far` : counted(total, 'document');
  return (
    <section class="results" aria-labelledby="results-title">
      <h2 id="results-title" aria-live="polite">
        {loading && rows.length === 0 ? 'Documents' : heading}
      </h2>
      {searched && <p class="hint">The figures are of all documents, not only of those that were found.</p>}
      {narrow && (
        <button type="button" class="quiet to-facets" onClick={showFacets}>
          By reason, source, language … ↓
        </button>
      )}
      <Filters />
      {problem !== null && <Trouble onAgain={() => void list.more()}>{problem}</Trouble>}
      {!loading && problem === null && rows.length === 0 && <p class="waiting">No document agrees with all of that.</p>}
      <ol class={loading && rows.length > 0 ? 'rows stale-rows' : 'rows'}>
        {rows.map((row) => (
          <Result key={`${row.ref.path}#${row.ref.at}`} row={row} />
        ))}
      </ol>
      {hasMore && (
        <button type="button" class="more" disabled={loading} onClick={() => void list.more()}>
          {loading ? 'Reading …' : 'More'}
        </button>
      )}
    </section>
  );
}
