import { useEffect, useRef, useState } from 'preact/hooks';
import type { Source } from '../source/source.js';

/** So often the server is asked, while somebody can see the page. */
const EVERY = 5000;

/** Calls back when a run or somebody else may have changed what is shown. Says whether records are being read. */
export function useWatch(source: Source, onChange: () => void): boolean {
  const [indexing, setIndexing] = useState(false);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (source.report !== null) return;
    let known: string | null = null;
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      // Whoever asks for something is told that the server does not answer; here nobody has asked.
      const state = await source.state().catch(() => null);
      if (state === null) return;
      setIndexing(state.indexing);
      if (known !== null && known !== state.version) latest.current();
      known = state.version;
    };
    const onVisible = (): void => {
      void look();
    };
    void look();
    const timer = window.setInterval(onVisible, EVERY);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [source]);
  return indexing;
}
