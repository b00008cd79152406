import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ref } from '../../api.js';
import type { Source } from '../source/source.js';
import { PageContext } from '../state/page.js';
import { useDesk } from '../state/use-desk.js';
import { useKeys } from '../state/use-keys.js';
import { useList } from '../state/use-list.js';
import { useRoute } from '../state/use-route.js';
import { useWatch } from '../state/use-watch.js';
import { DecisionsView } from '../views/decisions.js';
import { DocumentView } from '../views/document/document.js';
import { GroupsView } from '../views/groups.js';
import { Overview } from '../views/overview/overview.js';
import { Header } from './header.js';
import { Help } from './help.js';
import { Messages } from './messages.js';

export function App({ source }: { readonly source: Source }) {
  const route = useRoute();
  const list = useList(source, route.query);
  const desk = useDesk(source);
  const indexing = useWatch(source, desk.renew);
  useEffect(() => {
    // A list that somebody goes through stays as it is until they are back at it.
    if (route.view === 'overview') list.keepUp(desk.version);
  }, [route.view, desk.version]);
  const seen = useRef<Ref | null>(null);
  if (route.view === 'document') seen.current = route.ref;
  const [helping, setHelping] = useState(false);
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);

  useKeys({
    '?': () => {
      setHelping(true);
    },
    '/': () => {
      search.current?.focus();
      search.current?.select();
    },
    u: () => (source.report === null ? void desk.undo() : false),
  });

  // Another view begins at its top, and is where the keyboard is.
  const place = route.view === 'document' ? `${route.ref.path}#${route.ref.at}` : route.view;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      // What can be tried again is not saved yet: that stays until somebody has seen it.
      if ((desk.message?.again ?? null) === null) desk.hush();
      window.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [place]);

  return (
    <PageContext.Provider value={{ source, route, list, desk, indexing, seen: seen.current }}>
      <button class="skip" type="button" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <Header
        search={search}
        onHelp={() => {
          setHelping(true);
        }}
      />
      <main ref={main} tabIndex={-1} class={`view view-${route.view}`}>
        {route.view === 'overview' && <Overview />}
        {route.view === 'document' && <DocumentView key={place} target={route.ref} query={route.query} />}
        {route.view === 'groups' && <GroupsView query={route.query} group={route.group} />}
        {route.view === 'decisions' && <DecisionsView />}
      </main>
      <Messages desk={desk} />
      {helping && (
        <Help
          readOnly={source.report !== null}
          onClose={() => {
            setHelping(false);
          }}
        />
      )}
    </PageContext.Provider>
  );
}
