import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Ref, Row } from '../../api.js';
import type { Query, Source } from '../source/source.js';
import { queryToParams } from './query.js';
import { problemOf } from './use-load.js';

export interface List {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly problem: string | null;
  readonly more: () => Promise<readonly Row[]>;
  /** Reads all that is listed again, if it was read at another version; until it has come, what is listed stays. */
  readonly keepUp: (version: number) => void;
  /** Puts a newer version of a row in its place. */
  readonly update: (row: Row) => void;
}

interface State {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: number | null;
  readonly loading: boolean;
  readonly problem: string | null;
}

const EMPTY: State = { rows: [], total: 0, next: 0, loading: true, problem: null };

export const isSame = (a: Ref, b: Ref): boolean => a.path === b.path && a.at === b.at;

/** The list of documents that the query asks for. It outlives the views, so that "next document" means the next of what was listed. */
export function useList(source: Source, query: Query): List {
  const key = queryToParams(query).toString();
  const [state, setState] = useState(EMPTY);
  const turn = useRef(0);
  const read = useRef(0);
  const now = useRef({ state, query });
  now.current = { state, query };

  const load = useCallback(
    async (from: number, before: readonly Row[]): Promise<readonly Row[]> => {
      const mine = ++turn.current;
      setState((was) => ({ ...was, loading: true, problem: null }));
      try {
        const { rows, total, next } = await source.documents(now.current.query, from);
        if (mine !== turn.current) return before;
        const all = [...before, ...rows];
        setState({ rows: all, total, next, loading: false, problem: null });
        return all;
      } catch (error) {
        if (mine === turn.current) setState((was) => ({ ...was, loading: false, problem: problemOf(error) }));
        return before;
      }
    },
    [source],
  );

  const reread = async (): Promise<void> => {
    const mine = ++turn.current;
    const wanted = now.current.state.rows.length;
    const rows: Row[] = [];
    let total: number;
    let next: number | null = 0;
    try {
      do {
        const answer = await source.documents(now.current.query, next);
        rows.push(...answer.rows);
        ({ total, next } = answer);
      } while (next !== null && rows.length < wanted);
    } catch (error) {
      // What is listed was read once; only who waits for it is told.
      if (mine === turn.current)
        setState((was) => (was.loading ? { ...was, loading: false, problem: problemOf(error) } : was));
      return;
    }
    if (mine === turn.current) setState({ rows, total, next, loading: false, problem: null });
  };

  useEffect(() => {
    void load(0, []);
  }, [key, load]);

  return {
    ...state,
    hasMore: state.next !== null && state.rows.length > 0,
    more: () => {
      const { rows, next, loading } = now.current.state;
      return next === null || loading ? Promise.resolve(rows) : load(next, rows);
    },
    keepUp: (version) => {
      if (version === read.current) return;
      read.current = version;
      void reread();
    },
    update: (row) => {
      setState((was) => ({ ...was, rows: was.rows.map((old) => (isSame(old.ref, row.ref) ? row : old)) }));
    },
  };
}
