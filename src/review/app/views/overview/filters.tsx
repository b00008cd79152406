import type { Filter } from '../../../api.js';
import { Foreign } from '../../components/parts.js';
import { usePage } from '../../state/page.js';
import { isSort, withFilter } from '../../state/query.js';
import { hrefOf } from '../../state/route.js';
import { go } from '../../state/use-route.js';
import { flagLabel, REASON_LABELS, SORT_LABELS, SORT_NAMES, STATUS_LABELS } from '../../words/labels.js';
import { confidence } from '../../words/numbers.js';
import { languageName } from '../../words/languages.js';

const UNSURE = [0.95, 0.9, 0.75, 0.6] as const;
const DECIDED = { any: undefined, yes: true, no: false } as const;

function written(filter: Filter): [keyof Filter, string][] {
  const all: [keyof Filter, string | undefined][] = [
    ['q', filter.q === undefined ? undefined : `“${filter.q}”`],
    ['status', filter.status && STATUS_LABELS[filter.status]],
    ['source', filter.source],
    ['language', filter.language === undefined ? undefined : languageName(filter.language)],
    ['reason', filter.reason && REASON_LABELS[filter.reason]],
    ['rule', filter.rule],
    ['flag', filter.flag === undefined ? undefined : flagLabel(filter.flag)],
  ];
  return all.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]));
}

/** What the list is filtered by, and the filters that are no figures. */
export function Filters() {
  const { route, source } = usePage();
  const { query } = route;
  const { filter, sort } = query;
  const set = (change: Parameters<typeof withFilter>[1]): void => {
    go({ view: 'overview', query: { ...query, filter: withFilter(filter, change) } }, 'replace');
  };
  const chips = written(filter);
  const decided = filter.decided === undefined ? 'any' : filter.decided ? 'yes' : 'no';
  return (
    <div class="filters">
      <div class="choices">
        <label>
          <span>Order</span>
          <select
            value={sort}
            onChange={({ currentTarget: { value } }) => {
              go({ view: 'overview', query: { filter, sort: isSort(value) ? value : 'risk' } }, 'replace');
            }}
          >
            {SORT_NAMES.map((name) => (
              <option key={name} value={name}>
                {SORT_LABELS[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Confidence</span>
          <select
            value={filter.unsure === undefined ? '' : String(filter.unsure)}
            onChange={({ currentTarget: { value } }) => {
              set({ unsure: value === '' ? undefined : Number(value) });
            }}
          >
            <option value="">any</option>
            {UNSURE.map((bound) => (
              <option key={bound} value={String(bound)}>
                a strike at {confidence(bound)} or less
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Decisions</span>
          <select
            value={decided}
            onChange={({ currentTarget: { value } }) => {
              set({ decided: value === 'yes' || value === 'no' ? DECIDED[value] : undefined });
            }}
          >
            <option value="any">with or without</option>
            <option value="yes">with decisions</option>
            <option value="no">without</option>
          </select>
        </label>
        {source.report === null && (
          <label class="check">
            <input
              type="checkbox"
              checked={filter.changed === true}
              onChange={({ currentTarget: { checked } }) => {
                set({ changed: checked ? true : undefined });
              }}
            />
            <span>written by the last run</span>
          </label>
        )}
      </div>
      {chips.length > 0 && (
        <ul class="chips" aria-label="Filters">
          {chips.map(([name, text]) => (
            <li key={name}>
              <a
                href={hrefOf({
                  view: 'overview',
                  query: { ...query, filter: withFilter(filter, { [name]: undefined }) },
                })}
              >
                <span class="hidden">Without the filter: </span>
                <Foreign>{text}</Foreign> <span aria-hidden="true">✕</span>
              </a>
            </li>
          ))}
          <li>
            <a class="all" href="#/">
              All documents
            </a>
          </li>
        </ul>
      )}
    </div>
  );
}
