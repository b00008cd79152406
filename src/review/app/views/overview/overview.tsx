import { useEffect } from 'preact/hooks';
import { Trouble } from '../../components/parts.js';
import { usePage } from '../../state/page.js';
import { filterToParams, withFilter } from '../../state/query.js';
import { useNarrow } from '../../state/use-narrow.js';
import { useLoad } from '../../state/use-load.js';
import { moment, counted } from '../../words/numbers.js';
import { Figures } from './figures.js';
import { LastRun } from './last-run.js';
import { Results } from './results.js';

/** While the index is being made, its figures are asked for so often. */
const POLL = 2000;

export function Overview() {
  const { source, route, desk, indexing: isRead } = usePage();
  const { query } = route;
  const narrow = useNarrow();
  // Figures are not counted by words.
  const filter = withFilter(query.filter, { q: undefined });
  const key = `${filterToParams(filter).toString()} ${desk.version}`;
  const { value, problem, reload } = useLoad(key, () => source.overview(filter));
  const indexing = isRead || value?.indexing === true;
  useEffect(() => {
    if (!indexing) return;
    const timer = window.setInterval(reload, POLL);
    return () => {
      window.clearInterval(timer);
    };
  }, [indexing, reload]);

  useEffect(() => {
    document.title = source.report?.title ?? 'Review – copydesk';
  }, [source]);

  if (problem !== null && value === null) return <Trouble onAgain={reload}>{problem}</Trouble>;
  if (value === null) return <p class="waiting">Reading …</p>;
  return (
    <>
      <h1 class="hidden">What the last run removed and changed</h1>
      {source.report !== null && (
        <p class="notice">
          <strong>{source.report.title}</strong>, made {moment(source.report.made)}. The figures are of all documents;
          the report holds {counted(source.report.held, 'document')}, the riskiest.
        </p>
      )}
      <p role="status" class={indexing ? 'notice' : 'hidden'}>
        {indexing && 'The index is being brought up to date; the figures are of what was read so far.'}
      </p>
      <LastRun overview={value} indexing={indexing} />
      <div class="overview">
        {narrow ? (
          <>
            <Results />
            <Figures overview={value} />
          </>
        ) : (
          <>
            <Figures overview={value} />
            <Results />
          </>
        )}
      </div>
    </>
  );
}
