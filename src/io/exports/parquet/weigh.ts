const NUMBER_BYTES = 8;

/** Roughly how many bytes a value takes; a string one for each UTF-16 unit. */
export function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return NUMBER_BYTES;
  let sum = 0;
  for (const part of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) sum += weigh(part);
  return sum;
}
