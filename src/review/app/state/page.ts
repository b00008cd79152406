import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Ref } from '../../api.js';
import type { Source } from '../source/source.js';
import type { Route } from './route.js';
import type { Desk } from './use-desk.js';
import type { List } from './use-list.js';

/** What all views share. */
export interface Page {
  readonly source: Source;
  readonly route: Route;
  readonly list: List;
  readonly desk: Desk;
  /** Records are being read again: figures are of what was read last. */
  readonly indexing: boolean;
  /** The document that was looked at last. */
  readonly seen: Ref | null;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('outside of the page');
  return page;
}
