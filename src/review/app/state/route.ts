import type { Ref } from '../../api.js';
import type { Query } from '../source/source.js';
import { queryFromParams, queryToParams } from './query.js';

/** What is shown, as it stands behind the # of the address. */
export type Route = { readonly query: Query } & (
  | { readonly view: 'overview' }
  | { readonly view: 'document'; readonly ref: Ref }
  | { readonly view: 'groups'; readonly group: string | null }
  | { readonly view: 'decisions' }
);

export function routeFrom(hash: string): Route {
  const [view = '', search = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const params = new URLSearchParams(search);
  const query = queryFromParams(params);
  const path = params.get('path');
  if (view === 'document' && path !== null)
    return { view, query, ref: { path, at: Number.parseInt(params.get('at') ?? '0', 10) || 0 } };
  if (view === 'groups') return { view, query, group: params.get('group') };
  if (view === 'decisions') return { view, query };
  return { view: 'overview', query };
}

export function hrefOf(route: Route): string {
  const params = queryToParams(route.query);
  if (route.view === 'document') {
    params.set('path', route.ref.path);
    params.set('at', String(route.ref.at));
  }
  if (route.view === 'groups' && route.group !== null) params.set('group', route.group);
  const search = params.toString();
  return `#/${route.view === 'overview' ? '' : route.view}${search === '' ? '' : `?${search}`}`;
}
