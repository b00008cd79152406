import { useEffect, useState } from 'preact/hooks';
import type { Decisions } from '../../api.js';
import { Foreign, Quoted, Trouble } from '../components/parts.js';
import { usePage } from '../state/page.js';
import { hrefOf } from '../state/route.js';
import { OBEYED } from '../state/use-desk.js';
import { useLoad } from '../state/use-load.js';
import { decisionLabel, decisionText, SCOPE_LABELS } from '../words/labels.js';
import { count, counted, moment } from '../words/numbers.js';

/** All decisions that hold. */
export function DecisionsView() {
  const { source, desk } = usePage();
  const { value, problem, reload } = useLoad(String(desk.version), () => source.decisions());
  const [standing, setStanding] = useState('');
  const [origin, setOrigin] = useState('');
  useEffect(() => {
    document.title = 'Decisions – copydesk';
  }, []);
  if (problem !== null && value === null) return <Trouble onAgain={reload}>{problem}</Trouble>;
  if (value === null) return <p class="waiting">Reading …</p>;
  const { decisions } = value;
  const standings = countOf(decisions.map((one) => one.standing));
  const sources = countOf(decisions.map(({ decision }) => decision.source));
  const shown = decisions.filter(
    (one) => (standing === '' || one.standing === standing) && (origin === '' || one.decision.source === origin),
  );
  const stale = decisions.filter(({ standing }) => standing === 'stale').length;
  return (
    <div class="list-view">
      <h1>Decisions</h1>
      <p class="lead">
        {decisions.length === 0
          ? 'Nothing has been decided yet. Open a document, choose a strike, and press a to agree or r to keep its text.'
          : `${counted(decisions.length, 'decision')} in force${stale > 0 ? `, ${stale} of them stale: their text stands in the document no more` : ''}. ${OBEYED}.`}
      </p>
      {decisions.length > 0 && (
        <div class="choices">
          <Choice label="Standing" names={standings} value={standing} onValue={setStanding} />
          <Choice label="Source" names={sources} value={origin} onValue={setOrigin} />
          <p class="shown" role="status">
            {counted(shown.length, 'decision')} shown
          </p>
        </div>
      )}
      <ol class="cards dense">
        {shown.map((one) => (
          <Card key={one.decision.id} {...one} />
        ))}
      </ol>
    </div>
  );
}

const countOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
};

interface ChoiceProps {
  readonly label: string;
  readonly names: ReadonlyMap<string, number>;
  /** Empty: any. */
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Choice({ label, names, value, onValue }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onValue(currentTarget.value);
        }}
      >
        <option value="">any</option>
        {/* What was chosen can be seen, also when the last of it is gone. */}
        {[...new Set([...names.keys(), ...(value === '' ? [] : [value])])].map((name) => (
          <option key={name} value={name}>
            {name} ({count(names.get(name) ?? 0)})
          </option>
        ))}
      </select>
    </label>
  );
}

function Card({ decision, ref: place, standing }: Decisions['decisions'][number]) {
  const { route, desk } = usePage();
  const { rawPath, key } = decision.document;
  const name = key === null ? rawPath : `${rawPath} · ${key}`;
  return (
    <li class="card" data-standing={standing}>
      <div class="card-head">
        <h2>{decisionLabel(decision)}</h2>
        <span class="standing" data-standing={standing}>
          {standing}
        </span>
        <button type="button" class="quiet" onClick={() => void desk.retire(decision.id)}>
          Take back
        </button>
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
          <Foreign>{name}</Foreign>
        ) : (
          <a href={hrefOf({ view: 'document', query: route.query, ref: place })}>
            <Foreign>{name}</Foreign>
          </a>
        )}
        <Foreign>{decision.by}</Foreign>
        <time dateTime={decision.at}>{moment(decision.at)}</time>
      </p>
    </li>
  );
}
