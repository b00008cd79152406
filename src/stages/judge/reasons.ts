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

/** The reason of a block that no rule names: by its form and its place. */
export function defaultReason(block: Block, fact: Facts | undefined, after: boolean, before: boolean): Reason {
  const { text } = block;
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return 'noise';
  if (block.markup?.visible === false) return 'template';
  if (!/\p{L}/u.test(text)) return 'ui';
  if (before && fact !== undefined && fact.size <= 8) return 'navigation';
  return after && fact !== undefined && fact.size <= 3 ? 'navigation' : 'outside-article';
}
