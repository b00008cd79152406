import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../state/page.js';
import { withFilter } from '../state/query.js';
import { hrefOf } from '../state/route.js';
import { useKeys } from '../state/use-keys.js';
import { go } from '../state/use-route.js';
import { ThemeChoice } from './theme-choice.js';

/** So long after the last letter the search begins by itself. */
const PAUSE = 350;

interface Props {
  readonly search: Ref<HTMLInputElement>;
  readonly onHelp: () => void;
}

export function Header({ search, onHelp }: Props) {
  const { source, route } = usePage();
  const { query } = route;
  const overview = hrefOf({ view: 'overview', query });
  const link = (view: string, href: string, text: string) => (
    <a href={href} aria-current={route.view === view ? 'page' : undefined}>
      {text}
    </a>
  );
  return (
    <header class="top">
      <a class="mark" href="#/" aria-label="copydesk, overview of everything">
        copy<s>desk</s>
      </a>
      <nav aria-label="Views">
        {link('overview', overview, 'Overview')}
        {source.report === null && (
          <>
            {link('groups', hrefOf({ view: 'groups', query, group: null }), 'Groups')}
            {link('decisions', hrefOf({ view: 'decisions', query }), 'Decisions')}
          </>
        )}
      </nav>
      <Search input={search} />
      <ThemeChoice />
      <button class="quiet" type="button" onClick={onHelp} aria-keyshortcuts="?">
        Keys <kbd>?</kbd>
      </button>
    </header>
  );
}

function Search({ input }: { readonly input: Ref<HTMLInputElement> }) {
  const { route } = usePage();
  const { q } = route.query.filter;
  const [words, setWords] = useState(q ?? '');
  const timer = useRef(0);
  useEffect(() => {
    setWords(q ?? '');
  }, [q]);

  const search = (text: string): void => {
    window.clearTimeout(timer.current);
    const wanted = text.trim() === '' ? undefined : text.trim();
    if (wanted === q && route.view === 'overview') return;
    const filter = withFilter(route.query.filter, { q: wanted });
    go({ view: 'overview', query: { ...route.query, filter } }, route.view === 'overview' ? 'replace' : 'push');
  };
  useKeys({
    Escape: () => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLInputElement) || activeElement.type !== 'search') return false;
      activeElement.blur();
      return true;
    },
  });
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(words);
      }}
    >
      <input
        ref={input}
        type="search"
        dir="auto"
        aria-label="Search headlines and texts"
        aria-keyshortcuts="/"
        aria-describedby="search-hint"
        placeholder="Search headlines and texts ( / )"
        value={words}
        onInput={({ currentTarget: { value } }) => {
          setWords(value);
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => {
            search(value);
          }, PAUSE);
        }}
      />
      <small id="search-hint">
        All of the words, in the headline, the authors, the path, the text or what was struck. Quotation marks make a
        phrase of them.
      </small>
    </form>
  );
}
