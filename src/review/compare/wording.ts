import type { Comparison } from './compare.js';
import { visible } from './visible.js';
import type { Trace } from './trace.js';

/** How changes are said, on a page as in a terminal. */

const number = new Intl.NumberFormat('en');
export const count = (value: number): string => number.format(value);

export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** What became of a stretch that was removed, or what one was that is kept. */
export function describeTrace(kind: 'removed' | 'kept', trace: Trace): string {
  switch (trace.is) {
    case 'struck':
      return `${trace.reason} (${visible(trace.rule)})`;
    case 'moved':
      return kind === 'removed' ? `moved to ${trace.to}` : `was moved to ${trace.to}`;
    case 'elsewhere':
      return kind === 'removed' ? 'stands elsewhere in the text' : 'stood elsewhere in the text';
    case 'unknown':
      return kind === 'removed' ? 'not found in what is struck now' : 'not found in what was struck';
  }
}

/** "−12 +3 words". */
export function describeWords({ removed, kept, elsewhere }: Comparison['words']): string {
  const parts = [
    ...(removed > 0 ? [`−${count(removed)}`] : []),
    ...(kept > 0 ? [`+${count(kept)}`] : []),
    ...(elsewhere > 0 ? [`↕${count(elsewhere)}`] : []),
  ];
  if (parts.length === 0) return '';
  return `${parts.join(' ')} ${removed + kept + elsewhere === 1 ? 'word' : 'words'}`;
}

/** The values of a field in one line; */
export const describeValues = (values: readonly string[]): string =>
  values.length === 0 ? '(none)' : values.map(visible).join('; ');

/** "0.8 %"; nothing of nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '';
  const percent = (100 * part) / whole;
  return `${part > 0 && percent < 0.1 ? 'less than 0.1' : percent.toFixed(1)} %`;
}
