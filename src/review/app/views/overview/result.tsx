import type { Row } from '../../../api.js';
import { Foreign, StatusTag } from '../../components/parts.js';
import { usePage } from '../../state/page.js';
import { hrefOf } from '../../state/route.js';
import { riskLabel } from '../../words/labels.js';
import { confidence, counted, percent, share } from '../../words/numbers.js';
import { langOf, languageName } from '../../words/languages.js';

/** A document in the list: what it is, and why it may be worth a look. */
export function Result({ row }: { readonly row: Row }) {
  const { route } = usePage();
  const href = hrefOf({ view: 'document', query: route.query, ref: row.ref });
  const removed = percent(row.removed, row.kept + row.removed);
  return (
    <li class="result">
      <h3>
        <a class="result-link" href={href} dir="auto" lang={langOf(row.language)}>
          {row.headline ?? 'Without a headline'}
        </a>
      </h3>
      <p class="facts">
        <StatusTag status={row.status} />
        <Foreign>{row.source}</Foreign>
        <span>{languageName(row.language)}</span>
        <Foreign>{row.key === null ? row.rawPath : `${row.rawPath} · ${row.key}`}</Foreign>
      </p>
      {row.rejection !== null && (
        <p class="why">
          <Foreign>{row.rejection}</Foreign>
        </p>
      )}
      {row.risks.length > 0 && (
        <ul class="risks" aria-label="What makes it risky">
          {row.risks.slice(0, 3).map((risk) => (
            <li key={risk}>
              <Foreign>{riskLabel(risk, row.flags)}</Foreign>
            </li>
          ))}
        </ul>
      )}
      {row.excerpt !== undefined && (
        <p class="excerpt" dir="auto" lang={langOf(row.language)}>
          {row.excerpt}
        </p>
      )}
      <p class="measure">
        <span class="bar" style={{ '--share': share(row.removed, row.kept + row.removed) }} aria-hidden="true" />
        <span>
          {removed} removed, {counted(row.strikes, 'strike')}
          {row.confidence !== null && `, least sure ${confidence(row.confidence)}`}
          {row.decisions > 0 && ` · ${counted(row.decisions, 'decision')}`}
        </span>
        <span class="risk" data-risk={row.risk >= 0.66 ? 'high' : row.risk >= 0.33 ? 'some' : 'low'}>
          risk {confidence(row.risk)}
        </span>
      </p>
    </li>
  );
}
