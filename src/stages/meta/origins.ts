import type { Origin } from '../../core/types.js';
import { cleanValue } from './clean-value.js';
import type { MetaElements } from './collect.js';
import { nameKey } from './names.js';

/** The values that are text, cleaned, with where they stood. */
export function origins(from: string, values: readonly unknown[]): Origin<string>[] {
  return values.flatMap((value) => {
    const text = cleanValue(value);
    return text === null ? [] : [{ value: text, from }];
  });
}

/** All values of the <meta> elements with these names, in the names' order. */
export function metas(elements: MetaElements, names: readonly string[]): Origin<string>[] {
  return names.flatMap((name) => origins(name.includes(':') ? name : `meta:${name}`, elements.metas.get(name) ?? []));
}

/** The first of those that say the same from the same kind of place. */
export function distinct(list: readonly Origin<string>[]): Origin<string>[] {
  const seen = new Set<string>();
  return list.filter(({ value, from }) => {
    const key = `${from} ${nameKey(value)}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
