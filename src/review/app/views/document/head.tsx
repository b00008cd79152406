import type { DocumentView } from '../../../api.js';
import { Foreign, StatusTag } from '../../components/parts.js';
import { count, percent } from '../../words/numbers.js';
import { Correctable } from './correctable.js';
import type { Review } from './use-review.js';
import { langOf, languageName } from '../../words/languages.js';

interface Props {
  readonly review: Review;
  readonly view: DocumentView;
  readonly writable: boolean;
}

/** What the document is called, by whom, and when: each can be set right here. */
export function Head({ review, view, writable }: Props) {
  const { record, row } = view;
  const onSave = writable ? review.correct : null;
  const lang = langOf(row.language);
  return (
    <header class="head">
      <Correctable
        field="headline"
        label="Headline"
        value={record.headline ?? ''}
        pending={correctionOf(view, 'headline')}
        onSave={onSave}
      >
        <h1 dir="auto" lang={lang}>
          {record.headline ?? 'Without a headline'}
        </h1>
      </Correctable>
      <div class="facts">
        <Correctable
          field="authors"
          label="Authors"
          value={record.authors.join('; ')}
          pending={correctionOf(view, 'authors')}
          onSave={onSave}
        >
          {record.authors.length === 0 ? (
            'no author'
          ) : (
            <span>
              by <Foreign lang={lang}>{record.authors.join(', ')}</Foreign>
            </span>
          )}
        </Correctable>
        <Correctable
          field="datePublished"
          label="Date"
          value={record.datePublished?.value ?? ''}
          pending={correctionOf(view, 'datePublished')}
          onSave={onSave}
        >
          {record.datePublished === null ? (
            'no date'
          ) : (
            <span>
              <time>{record.datePublished.value.replace('T', ' ')}</time>{' '}
              <span class="from">
                from <Foreign>{record.datePublished.from}</Foreign>
              </span>
            </span>
          )}
        </Correctable>
        <span class="fixed">
          <StatusTag status={row.status} />
          <Foreign>{row.source}</Foreign>
          <span>{languageName(row.language)}</span>
          <span>
            {count(row.kept)} characters kept, {percent(row.removed, row.kept + row.removed)} removed
          </span>
        </span>
      </div>
    </header>
  );
}

/** What a decision says about a field that the run has not obeyed yet. */
function correctionOf({ decisions }: DocumentView, field: string): string | null {
  for (const { decision, standing } of [...decisions].reverse())
    if (decision.action === 'correct' && decision.field === field && standing === 'pending') {
      if (decision.value === null) return 'the document does not say';
      return typeof decision.value === 'string' ? decision.value : decision.value.join('; ');
    }
  return null;
}
