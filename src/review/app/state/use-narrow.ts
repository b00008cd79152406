import { useEffect, useState } from 'preact/hooks';

/** Too narrow for two columns of text; the style sheets know the same width. */
const NARROW = '(max-width: 900px)';

export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const onChange = (): void => {
      setNarrow(media.matches);
    };
    media.addEventListener('change', onChange);
    return () => {
      media.removeEventListener('change', onChange);
    };
  }, []);
  return narrow;
}
