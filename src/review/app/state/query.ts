import type { Filter, Sort } from '../../api.js';
import type { Query } from '../source/source.js';

/** Filters as query strings, in the page's own address as in the server's. */

const WORDS = ['source', 'language', 'status', 'reason', 'rule', 'flag', 'q'] as const;
const SORTS: readonly string[] = ['risk', 'removed', 'confidence', 'changed', 'path'] satisfies Sort[];

export function filterToParams(filter: Filter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of WORDS) {
    const value = filter[name];
    if (value !== undefined && value !== '') params.set(name, value);
  }
  if (filter.unsure !== undefined) params.set('unsure', String(filter.unsure));
  if (filter.changed !== undefined) params.set('changed', String(filter.changed));
  if (filter.decided !== undefined) params.set('decided', String(filter.decided));
  return params;
}

export function filterFromParams(params: URLSearchParams): Filter {
  const words = WORDS.flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  const unsure = Number.parseFloat(params.get('unsure') ?? '');
  const flag = (name: 'changed' | 'decided'): object => {
    const value = params.get(name);
    return value === null ? {} : { [name]: value === 'true' };
  };
  return {
    ...Object.fromEntries(words),
    ...(Number.isNaN(unsure) ? {} : { unsure }),
    ...flag('changed'),
    ...flag('decided'),
  };
}

export function queryToParams({ filter, sort }: Query): URLSearchParams {
  const params = filterToParams(filter);
  if (sort !== 'risk') params.set('sort', sort);
  return params;
}

export function queryFromParams(params: URLSearchParams): Query {
  const sort = params.get('sort');
  return { filter: filterFromParams(params), sort: sort !== null && isSort(sort) ? sort : 'risk' };
}

export const isSort = (name: string): name is Sort => SORTS.includes(name);

/** The filter with one thing changed; undefined takes it away. */
export function withFilter(filter: Filter, change: { readonly [K in keyof Filter]: Filter[K] | undefined }): Filter {
  return Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined));
}
