import type { Filter, Overview } from '../../../api.js';
import { Bars } from '../../components/bars.js';
import { usePage } from '../../state/page.js';
import { withFilter } from '../../state/query.js';
import { hrefOf } from '../../state/route.js';
import { useNarrow } from '../../state/use-narrow.js';
import { flagLabel, REASON_LABELS } from '../../words/labels.js';
import { compact, count, counted } from '../../words/numbers.js';
import { languageName } from '../../words/languages.js';

/** Figures that filter. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const { route } = usePage();
  const { filter } = route.query;
  const narrow = useNarrow();
  const link = <K extends 'reason' | 'source' | 'language' | 'flag' | 'rule'>(
    name: K,
    value: NonNullable<Filter[K]>,
  ) => {
    const chosen = filter[name] === value;
    const next = withFilter(filter, { [name]: chosen ? undefined : value });
    return { chosen, href: hrefOf({ view: 'overview', query: { ...route.query, filter: next } }) };
  };
  const { reasons, sources, languages, flags, rules } = overview;
  const bars = (
    <>
      <Bars
        open
        title="Removed, by reason"
        unit="characters"
        bars={reasons.map(({ name, characters, strikes, documents }) => ({
          key: name,
          label: REASON_LABELS[name],
          value: characters,
          written: compact(characters),
          note: `${counted(strikes, 'strike')} in ${counted(documents, 'document')}`,
          reason: name,
          ...link('reason', name),
        }))}
      />
      <Bars
        open={!narrow}
        title="Sources"
        unit="characters removed"
        of={overview.sourceCount}
        bars={sources.map(({ name, documents, review, rejected, removed }) => ({
          key: name,
          label: name,
          foreign: true,
          value: removed,
          written: compact(removed),
          note: [
            counted(documents, 'document'),
            ...(review > 0 ? [`${count(review)} for review`] : []),
            ...(rejected > 0 ? [`${count(rejected)} rejected`] : []),
          ].join(', '),
          ...link('source', name),
        }))}
      />
      <Bars
        title="Languages"
        unit="documents"
        bars={languages.map(({ name, documents }) => ({
          key: name,
          label: languageName(name),
          value: documents,
          ...link('language', name),
        }))}
      />
      <Bars
        title="Flags"
        unit="documents"
        bars={flags.map(({ name, documents }) => ({
          key: name,
          label: flagLabel(name),
          foreign: true,
          value: documents,
          ...link('flag', name),
        }))}
      />
      <Bars
        title="Rules"
        unit="strikes"
        of={overview.ruleCount}
        bars={rules.map(({ name, strikes }) => ({
          key: name,
          label: name,
          foreign: true,
          value: strikes,
          ...link('rule', name),
        }))}
      />
    </>
  );
  return (
    <aside class="figures" aria-label="Figures; each filters the list">
      {narrow ? (
        <details class="facets" id="facets">
          <summary>Figures by reason, source, language …</summary>
          {bars}
        </details>
      ) : (
        bars
      )}
    </aside>
  );
}
