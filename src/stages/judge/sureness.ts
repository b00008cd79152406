import type { Reason } from '../../core/types.js';
import type { DropMark } from './certainty.js';

/**
 * How often what a sure mark strikes is right: shares of the struck characters that no gold text holds, on the development data as text (whole
 * pages, two extractors' output, labelled lines: some 1.2 million characters struck by sure marks, Nov 2026), rounded down. A person's own
 * profile is certain.
 */
const BY_REASON: Readonly<Partial<Record<Reason, number>>> = {
  appended: 0.75,
  'translation-note': 0.7,
  related: 0.85,
  legal: 0.89,
  comments: 0.95,
  subscription: 0.97,
  duplicate: 0.91,
};
const BY_RULE: Readonly<Record<string, number>> = {
  'appended-interview': 0.5,
  'generated-tail': 0.8,
  'stray-markup': 0.7,
  separator: 0.85,
  'menu-row': 0.8,
  'copyright-line': 0.99,
};
const OTHERS = 0.98;

/** Probability that a sure mark is right, 0 to 1. */
export function surenessOf(mark: DropMark): number {
  if (mark.rule.startsWith('profile:')) return 1;
  return BY_RULE[mark.rule] ?? BY_REASON[mark.reason] ?? OTHERS;
}
