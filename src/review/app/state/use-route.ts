import { useEffect, useState } from 'preact/hooks';
import { hrefOf, routeFrom, type Route } from './route.js';

/** The route of the address. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const onChange = (): void => {
      setHash(location.hash);
    };
    window.addEventListener('hashchange', onChange);
    return () => {
      window.removeEventListener('hashchange', onChange);
    };
  }, []);
  return routeFrom(hash);
}

export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') location.replace(hrefOf(route));
  else location.hash = hrefOf(route);
}
