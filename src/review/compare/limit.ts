import type { Summary } from './summary.js';

/** How many documents may differ: a number, or a share of those that were there before. */
export type ChangeLimit =
  { readonly kind: 'count'; readonly most: number } | { readonly kind: 'share'; readonly percent: number };

/** Documents that changed or are gone. Those that came are no change, nor those that only give other reasons. */
export const differing = ({ documents }: Summary): number => documents.changed + documents.onlyBefore;

export function isBeyond(summary: Summary, limit: ChangeLimit): boolean {
  return limit.kind === 'count'
    ? differing(summary) > limit.most
    : 100 * differing(summary) > limit.percent * summary.documents.before;
}

/** "12", "1%" or "0.5 %"; null for anything else. */
export function parseLimit(text: string): ChangeLimit | null {
  const [, number, sign] = /^(\d{1,9}(?:\.\d{1,6})?) ?(%?)$/.exec(text) ?? [];
  if (number === undefined) return null;
  if (sign === '%') return Number(number) <= 100 ? { kind: 'share', percent: Number(number) } : null;
  return number.includes('.') ? null : { kind: 'count', most: Number(number) };
}

export const formatLimit = (limit: ChangeLimit): string =>
  limit.kind === 'count' ? String(limit.most) : `${limit.percent}%`;
