import type { Block, Mark, Reason } from '../../core/types.js';
import type { Facts } from './facts.js';

/** Reasons that a heading gives to what stands under it. */
const HEADED: ReadonlySet<Reason> = new Set(['related', 'comments', 'navigation', 'advertisement', 'appended']);

/** The reason that a dropped heading hands down to the blocks below it, if its marks say that it heads a list or thread. */
export function headedReason(marks: readonly Mark[]): Reason | null {
  for (const mark of marks)
    if (
      mark.claim === 'drop' &&
      HEADED.has(mark.reason) &&
      /^(?:list-head|button|label|appended)/.test(mark.feature ?? '')
    )
      return mark.reason;
  return null;
}

/** What the markup calls what a block stands in, and the reason that gives. Of equals the first counts. */
const NAMED: readonly (readonly [string, Reason])[] = [
  ['nameComment', 'comments'],
  ['nameNewsletter', 'subscription'],
  ['namePaywall', 'subscription'],
  ['nameAdvert', 'advertisement'],
  ['nameShare', 'social'],
  ['nameConsent', 'legal'],
  ['nameRelated', 'related'],
  ['inNavigation', 'navigation'],
  ['nameNavigation', 'navigation'],
  ['inButton', 'ui'],
  ['inForm', 'ui'],
  ['nameForm', 'ui'],
  ['nameTag', 'navigation'],
  ['nameFooter', 'navigation'],
  ['inFooter', 'navigation'],
];
/** Evidence from which a name is near enough: its own element or one of the two above. */
const NEAR = 0.5;

function namedReason({ markup }: Block): Reason | null {
  let best: Reason | null = null;
  let most = NEAR;
  for (const [name, reason] of NAMED) {
    const value = markup?.evidence[name] ?? 0;
    if (value > most || (value === most && best === null)) {
      best = reason;
      most = value;
    }
  }
  return best;
}

/** The reason of a block that no rule names: by what the markup calls it, by its form and its place. */
export function defaultReason(block: Block, fact: Facts | undefined, after: boolean, before: boolean): Reason {
  const { text } = block;
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return 'noise';
  if (block.markup?.visible === false) return 'template';
  const named = namedReason(block);
  if (named !== null) return named;
  if (!/\p{L}/u.test(text)) return 'ui';
  if (before && fact !== undefined && fact.size <= 8) return 'navigation';
  return after && fact !== undefined && fact.size <= 3 ? 'navigation' : 'outside-article';
}
