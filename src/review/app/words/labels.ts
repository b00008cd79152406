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
