import type { Decision, Scope } from '../../../core/decision.js';
import type { ArticleRecord } from '../../../core/record.js';
import type { KeptRole, MovedRole, Reason } from '../../../core/types.js';
import type { Sort } from '../../api.js';

/** What things are called on the page. */

export const REASON_LABELS: Readonly<Record<Reason, string>> = {
  'error-page': 'Error page',
  ui: 'Interface',
  navigation: 'Navigation',
  related: 'Related',
  subscription: 'Subscription',
  social: 'Social',
  comments: 'Comments',
  advertisement: 'Advertisement',
  legal: 'Legal',
  'translation-note': 'Translation note',
  appended: 'Appended',
  duplicate: 'Duplicate',
  template: 'Template',
  noise: 'Noise',
  'outside-article': 'Outside the article',
};
export const REASON_NAMES = Object.keys(REASON_LABELS) as Reason[];

export const STATUS_LABELS: Readonly<Record<ArticleRecord['status'], string>> = {
  accepted: 'Accepted',
  review: 'For review',
  rejected: 'Rejected',
};
export const STATUS_NAMES = Object.keys(STATUS_LABELS) as ArticleRecord['status'][];

export const SCOPE_LABELS: Readonly<Record<Scope, string>> = {
  document: 'This document',
  source: 'This source',
  everywhere: 'Everywhere',
};

/** What a button adds to its action: nothing, where it reaches no further than one expects. */
export const SCOPE_ADDED: Readonly<Record<Scope, string>> = {
  document: '',
  source: ', in this source',
  everywhere: ', everywhere',
};

export const SORT_LABELS: Readonly<Record<Sort, string>> = {
  risk: 'Riskiest first',
  removed: 'Most removed first',
  confidence: 'Least sure first',
  changed: 'Last changed first',
  path: 'By path',
};
export const SORT_NAMES = Object.keys(SORT_LABELS) as Sort[];

export const ROLE_LABELS: Readonly<Record<KeptRole | MovedRole, string>> = {
  standfirst: 'standfirst',
  heading: 'subheading',
  paragraph: 'paragraph',
  quote: 'quotation',
  'list-item': 'list item',
  table: 'table',
  headline: 'headline',
  byline: 'authors',
  date: 'date',
  caption: 'captions',
  credit: 'credit',
  dateline: 'dateline',
};

/** Flags of records in words; those that are not known here stand as they are. */
const FLAG_LABELS: ReadonlyMap<string, string> = new Map([
  ['short-text', 'few words were kept'],
  ['doubtful-text', 'doubtful whether all that was kept is the article'],
  ['doubtful-strikes', 'much was struck in doubt'],
  ['list-page', 'looks like a list or a wall, not like an article'],
  ['body-repeated', 'the article stood there twice'],
  ['appended-content', 'generated text was struck'],
  ['error-page-header', 'an error message stood in it'],
  ['machine-translated', 'machine-translated'],
  ['mixed-language', 'more than one language'],
  ['mojibake-repaired', 'wrongly decoded characters were mended'],
  ['misdeclared-encoding', 'in another encoding than declared'],
  ['invalid-bytes', 'some bytes could not be decoded'],
]);
const WHY_REVIEW = ['short-text', 'doubtful-text', 'doubtful-strikes', 'list-page'];

export const flagLabel = (flag: string): string => FLAG_LABELS.get(flag) ?? flag;

/** What makes a document risky; "for review" with the reason for it, where the flags tell. */
export function riskLabel(risk: string, flags: readonly string[]): string {
  if (risk !== 'for review') return flagLabel(risk);
  const why = WHY_REVIEW.filter((flag) => flags.includes(flag));
  return why.length === 0 ? risk : `${risk}: ${why.map(flagLabel).join(', ')}`;
}

const FIELD_LABELS = { headline: 'headline', authors: 'authors', datePublished: 'date' } as const;
export type Field = keyof typeof FIELD_LABELS;

/** What was decided, in a few words. */
export function decisionLabel(decision: Decision): string {
  switch (decision.action) {
    case 'accept':
      return 'Agreed with the strike';
    case 'keep':
      return 'Keep';
    case 'strike':
      return `Strike as ${REASON_LABELS[decision.reason].toLowerCase()}`;
    case 'correct':
      return `Correct the ${FIELD_LABELS[decision.field]}`;
  }
}

/** What was decided about: the passage, or the field's new value. */
export function decisionText(decision: Decision): string {
  if (decision.action !== 'correct') return decision.passage.text;
  const { value } = decision;
  if (value === null) return 'the document does not say';
  return typeof value === 'string' ? value : value.join(', ') || 'nobody';
}
