import type { Decided, DecisionRequest, Problem, Ref } from '../../api.js';
import { filterToParams, queryToParams } from '../state/query.js';
import { Refusal, type Source } from './source.js';

const refToParams = ({ path, at }: Ref): URLSearchParams => new URLSearchParams({ path, at: String(at) });

const hasProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'problem' in body && typeof body.problem === 'string';

/** A document that is not there may be in a moment; all else that is a request's own fault stays so. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 404;

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch {
    throw new Error('The server does not answer. Is it still running?');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const line = hasProblem(body) ? body.problem : `The server answered ${response.status}.`;
  throw isRefusal(response.status) ? new Refusal(line) : new Error(line);
}

/** The review server, asked by fetch; writing takes the token that it put into the page. */
export function serverSource(token: string): Source {
  const get = <T>(what: string, params: URLSearchParams): Promise<T> => {
    const query = params.toString();
    return ask<T>(query === '' ? `api/${what}` : `api/${what}?${query}`);
  };
  const post = <T>(what: string, body: unknown): Promise<T> =>
    ask<T>(`api/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Copydesk-Token': token },
      body: JSON.stringify(body),
    });
  const paged = (params: URLSearchParams, from: number): URLSearchParams => {
    params.set('from', String(from));
    params.set('limit', '50');
    return params;
  };
  return {
    report: null,
    overview: (filter) => get('overview', filterToParams(filter)),
    documents: (query, from) => {
      const params = queryToParams(query);
      params.set('sort', query.sort);
      return get('documents', paged(params, from));
    },
    document: (ref) => get('document', refToParams(ref)),
    groups: (filter, from, group) => {
      const params = filterToParams(filter);
      if (group !== undefined) params.set('group', group);
      return get('groups', paged(params, from));
    },
    decisions: () => get('decisions', new URLSearchParams()),
    state: () => get('state', new URLSearchParams()),
    decide: (request: DecisionRequest) => post<Decided>('decisions', request),
    retire: async (decision) => {
      await post('retire', { decision });
    },
    pageAddress: (ref) => `api/page?${refToParams(ref).toString()}`,
  };
}
