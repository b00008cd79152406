import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value: T | null;
  readonly problem: string | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Loads when the key changes. What was there stays until the new has come, so that nothing flickers. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; problem: string | null; loading: boolean }>({
    value: null,
    problem: null,
    loading: true,
  });
  const asked = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(() => {
    const turn = ++asked.current;
    setState((before) => ({ ...before, loading: true }));
    latest.current().then(
      (value) => {
        if (turn === asked.current) setState({ value, problem: null, loading: false });
      },
      (error: unknown) => {
        if (turn === asked.current) setState((before) => ({ ...before, problem: problemOf(error), loading: false }));
      },
    );
  }, []);
  useEffect(reload, [key, reload]);
  return { ...state, reload };
}

export const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
