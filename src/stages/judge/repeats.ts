import { lineKey } from '../../core/text.js';
import type { Observation } from './observe.js';

/**
 * Takes the second of two kept copies out of an HTML page: its marks say that it repeats another block, and that one is kept, too. In text
 * a repetition is sure by itself, as nothing but the order tells copies apart there.
 */
export function withoutRepeats({ page, marks }: Observation, kept: readonly boolean[]): readonly boolean[] {
  const repeats = (i: number): boolean => (marks[i] ?? []).some((mark) => mark.feature === 'repeated');
  // Most pages repeat nothing, and the keys of all their blocks need not be made.
  if (page.format !== 'html' || !kept.some((keep, i) => keep && repeats(i))) return kept;
  const seen = new Set<string>();
  return kept.map((keep, i) => {
    if (!keep) return false;
    const key = lineKey(page.blocks[i]?.text ?? '');
    if (repeats(i) && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
