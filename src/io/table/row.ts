import type { Column, Value } from './column.js';
import type { Entry } from './entry.js';
import { formatTime } from './time.js';

/** A value for formats without a type for time. */
export function plainValue({ type, value }: Column, entry: Entry): Value {
  const found = value(entry);
  return type.kind === 'time' && typeof found === 'number' ? formatTime(found) : found;
}
