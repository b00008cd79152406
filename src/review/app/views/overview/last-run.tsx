import type { Overview, RunSummary } from '../../../api.js';
import { usePage } from '../../state/page.js';
import { withFilter } from '../../state/query.js';
import { hrefOf } from '../../state/route.js';
import { Foreign } from '../../components/parts.js';
import { STATUS_LABELS, STATUS_NAMES } from '../../words/labels.js';
import { count, counted, difference, lasting, moment, percent, share } from '../../words/numbers.js';

const removedShare = ({ characters: { kept, removed } }: Pick<Overview, 'characters'>): string =>
  percent(removed, kept + removed);

/** What there is, at a glance, and what the last run changed. */
export function LastRun({ overview, indexing }: { readonly overview: Overview; readonly indexing: boolean }) {
  const { run } = overview;
  return (
    <section class="last-run" aria-label="The last run">
      <Tiles overview={overview} />
      {run === null ? (
        <p class="run">
          No run yet. Clean documents with <code>npm run clean</code>, then come back.
        </p>
      ) : (
        <Run {...{ run, overview, indexing }} />
      )}
    </section>
  );
}

function Tiles({ overview }: { readonly overview: Overview }) {
  const { route } = usePage();
  const { documents, characters, before, run } = overview;
  const { filter } = route.query;
  const to = (change: Parameters<typeof withFilter>[1]): string =>
    hrefOf({ view: 'overview', query: { ...route.query, filter: withFilter(filter, change) } });
  return (
    <ul class="tiles">
      {STATUS_NAMES.map((status) => (
        <li key={status}>
          <a
            href={to({ status: filter.status === status ? undefined : status })}
            aria-current={filter.status === status ? 'true' : undefined}
            data-status={status}
          >
            <strong>{count(documents[status])}</strong>
            <span>{STATUS_LABELS[status]}</span>
            <Change now={run?.documents[status]} then={before?.documents[status]} />
            <span class="bar" style={{ '--share': share(documents[status], documents.total) }} aria-hidden="true" />
          </a>
        </li>
      ))}
      <li>
        <div>
          <strong>{removedShare(overview)}</strong>
          <span>Removed</span>
          <span class="then">
            {before === null ? 'of all characters' : `of all characters; ${removedShare(before)} the run before`}
          </span>
          <span
            class="bar"
            style={{ '--share': share(characters.removed, characters.kept + characters.removed) }}
            aria-hidden="true"
          />
        </div>
      </li>
    </ul>
  );
}

function Change({ now, then }: { readonly now: number | undefined; readonly then: number | undefined }) {
  if (now === undefined || then === undefined) return null;
  return (
    <span class="then">{now === then ? 'as the run before' : `${difference(now - then)} since the run before`}</span>
  );
}

interface RunProps {
  readonly run: RunSummary;
  readonly overview: Overview;
  readonly indexing: boolean;
}

function Run({ run, overview, indexing }: RunProps) {
  const { route } = usePage();
  const { changed } = overview.documents;
  const { stale, active } = overview.decisions;
  const filter = withFilter(route.query.filter, { changed: true });
  return (
    <div class="run">
      <p>
        Last run <time dateTime={run.started}>{moment(run.started)}</time>, {lasting(run.durationMs)}:{' '}
        {indexing ? (
          'what it wrote is being read …'
        ) : changed === 0 ? (
          'it wrote no document anew.'
        ) : (
          <>
            it wrote{' '}
            <a href={hrefOf({ view: 'overview', query: { ...route.query, filter } })}>{counted(changed, 'document')}</a>{' '}
            anew.
          </>
        )}
      </p>
      {run.drift.length > 0 && (
        <ul class="drift" aria-label="Sources that have changed">
          {run.drift.map((sentence) => (
            <li key={sentence}>
              <Foreign>{sentence}</Foreign>
            </li>
          ))}
        </ul>
      )}
      {active > 0 && (
        <p>
          <a href={hrefOf({ view: 'decisions', query: route.query })}>{counted(active, 'decision')}</a> in force
          {stale > 0 && (
            <>
              , <strong class="stale">{count(stale)} stale</strong>: their text stands in the document no more
            </>
          )}
          .
        </p>
      )}
    </div>
  );
}
