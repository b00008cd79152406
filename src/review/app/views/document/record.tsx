import type { ComponentChildren } from 'preact';
import type { DocumentView } from '../../../api.js';
import { Address, Foreign, Quoted } from '../../components/parts.js';
import { usePage } from '../../state/page.js';
import { decisionLabel, decisionText, flagLabel, riskLabel, SCOPE_LABELS } from '../../words/labels.js';
import { count, moment, percent } from '../../words/numbers.js';
import { langOf, languageName } from '../../words/languages.js';

interface Props {
  readonly view: DocumentView;
  readonly writable: boolean;
}

/** What else is known: decisions, the record's fields with their origin, and where all of it comes from. */
export function RecordPanel({ view, writable }: Props) {
  const { record, row } = view;
  return (
    <div class="record">
      <Decisions view={view} writable={writable} />
      {row.risks.length > 0 && (
        <details open>
          <summary>Why it may be risky</summary>
          <ul>
            {row.risks.map((risk) => (
              <li key={risk}>
                <Foreign>{riskLabel(risk, row.flags)}</Foreign>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details open>
        <summary>Record</summary>
        <dl class="facts-list">
          <Fact name="Rejected">
            {record.rejection !== null && <Foreign>{`${record.rejection.reason}: ${record.rejection.detail}`}</Foreign>}
          </Fact>
          <Fact name="Flags">
            {record.flags.length > 0 && <Foreign>{record.flags.map(flagLabel).join(', ')}</Foreign>}
          </Fact>
          <Fact name="Headline">{headlineOrigin(view)}</Fact>
          <Fact name="Published">{record.datePublished && <DateFact {...record.datePublished} />}</Fact>
          <Fact name="Modified">{record.dateModified && <DateFact {...record.dateModified} />}</Fact>
          <Fact name="Publisher">{record.publisher && <Foreign>{record.publisher}</Foreign>}</Fact>
          <Fact name="Agency">{record.agency && <Foreign>{record.agency}</Foreign>}</Fact>
          <Fact name="Description">{record.description && <Foreign>{record.description}</Foreign>}</Fact>
          <Fact name="Address">{record.url && <Address>{record.url}</Address>}</Fact>
          <Fact name="Canonical">
            {record.canonicalUrl && record.canonicalUrl !== record.url && <Address>{record.canonicalUrl}</Address>}
          </Fact>
          <Fact name="Languages">
            {record.languages.map(({ language, share }) => `${languageName(language)} ${percent(share, 1)}`).join(', ')}
          </Fact>
          <Fact name="Words">{count(record.wordCount)}</Fact>
        </dl>
      </details>
      {record.captions.length > 0 && (
        <details>
          <summary>Captions ({record.captions.length})</summary>
          <ul>
            {record.captions.map(({ text, credit }, i) => (
              <li key={i} lang={langOf(row.language)}>
                <Foreign>{text}</Foreign>
                {credit !== null && (
                  <small>
                    <Foreign>{credit}</Foreign>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {record.notes.length > 0 && (
        <details>
          <summary>Notes ({record.notes.length})</summary>
          <ul>
            {record.notes.map(({ kind, text }, i) => (
              <li key={i}>
                <small>{kind}</small> <Foreign>{text}</Foreign>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>Provenance</summary>
        <dl class="facts-list">
          {Object.entries(record.provenance).map(([name, value]) => (
            <Fact key={name} name={name}>
              {value !== null && <Foreign>{String(value)}</Foreign>}
            </Fact>
          ))}
        </dl>
      </details>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (children === null || children === false || children === '' || children === undefined) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const DateFact = ({ value, from, raw }: { value: string; from: string; raw: string }) => (
  <>
    <Foreign>{value}</Foreign>
    <small>
      from <Foreign>{from}</Foreign>
      {raw !== value && (
        <>
          : “<Foreign>{raw}</Foreign>”
        </>
      )}
    </small>
  </>
);

const squeezed = (text: string): string => text.replace(/\s+/g, '');

function headlineOrigin({ record: { headline }, pieces }: DocumentView): string | null {
  if (headline === null) return null;
  const line = pieces.some((p) => p.is === 'moved' && p.to === 'headline' && squeezed(p.text) === squeezed(headline));
  return line ? 'a line of the document' : 'metadata of the page, or a person';
}

function Decisions({ view, writable }: Props) {
  const { desk } = usePage();
  if (view.decisions.length === 0) return null;
  return (
    <details open>
      <summary>Decisions ({view.decisions.length})</summary>
      <ul class="decision-list">
        {view.decisions.map(({ decision, standing }) => (
          <li key={decision.id}>
            <span>
              {decisionLabel(decision)}{' '}
              <span class="standing" data-standing={standing}>
                {standing}
              </span>
            </span>
            <Quoted>{decisionText(decision)}</Quoted>
            <small>
              <Foreign>{decision.by}</Foreign>, {moment(decision.at)}
              {decision.action !== 'correct' && `, ${SCOPE_LABELS[decision.scope].toLowerCase()}`}
            </small>
            {writable && (
              <button type="button" class="quiet" onClick={() => void desk.retire(decision.id)}>
                Take back
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
