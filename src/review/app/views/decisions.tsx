import { useEffect } from 'preact/hooks';
import type { Decisions } from '../../api.js';
import { Foreign, Quoted, Trouble } from '../components/parts.js';
import { usePage } from '../state/page.js';
import { hrefOf } from '../state/route.js';
import { OBEYED } from '../state/use-desk.js';
import { useLoad } from '../state/use-load.js';
import { decisionLabel, decisionText, SCOPE_LABELS } from '../words/labels.js';
import { counted, moment } from '../words/numbers.js';

/** All decisions that hold. */
export function DecisionsView() {
  const { source, desk } = usePage();
  const { value, problem, reload } = useLoad(String(desk.version), () => source.decisions());
  useEffect(() => {
    document.title = 'Decisions – copydesk';
  }, []);
  if (problem !== null && value === null) return <Trouble onAgain={reload}>{problem}</Trouble>;
  if (value === null) return <p class="waiting">Reading …</p>;
  const { decisions } = value;
  const stale = decisions.filter(({ standing }) => standing === 'stale').length;
  return (
    <div class="list-view">
      <h1>Decisions</h1>
      <p class="lead">
        {decisions.length === 0
          ? 'Nothing has been decided yet. Open a document, choose a strike, and press a to agree or r to keep its text.'
          : `${counted(decisions.length, 'decision')} in force${stale > 0 ? `, ${stale} of them stale: their text stands in the document no more` : ''}. ${OBEYED}.`}
      </p>
      <ol class="cards">
        {decisions.map((one) => (
          <Card key={one.decision.id} {...one} />
        ))}
      </ol>
    </div>
  );
}

function Card({ decision, ref: place, standing }: Decisions['decisions'][number]) {
  const { route, desk } = usePage();
  return (
    <li class="card" data-standing={standing}>
      <div class="card-head">
        <h2>{decisionLabel(decision)}</h2>
        <span class="standing" data-standing={standing}>
          {standing}
        </span>
      </div>
      <Quoted>{decisionText(decision)}</Quoted>
      {decision.note !== undefined && (
        <p class="remark">
          Note: <Foreign>{decision.note}</Foreign>
        </p>
      )}
      <p class="facts">
        <span>{decision.action === 'correct' ? 'This document' : SCOPE_LABELS[decision.scope]}</span>
        <Foreign>{decision.source}</Foreign>
        {place === null ? (
          <Foreign>{decision.document.rawPath}</Foreign>
        ) : (
          <a href={hrefOf({ view: 'document', query: route.query, ref: place })}>
            <Foreign>{decision.document.rawPath}</Foreign>
          </a>
        )}
        <Foreign>{decision.by}</Foreign>
        <time dateTime={decision.at}>{moment(decision.at)}</time>
      </p>
      <div class="buttons">
        <button type="button" onClick={() => void desk.retire(decision.id)}>
          Take back
        </button>
      </div>
    </li>
  );
}
