import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Decision, Scope } from '../../../core/decision.js';
import type { Group } from '../../api.js';
import { Foreign, Quoted, ReasonTag, Trouble } from '../components/parts.js';
import type { Query } from '../source/source.js';
import { usePage } from '../state/page.js';
import { wholePiece } from '../state/pieces.js';
import { filterToParams } from '../state/query.js';
import { hrefOf } from '../state/route.js';
import { useKeys } from '../state/use-keys.js';
import { problemOf, useLoad } from '../state/use-load.js';
import { decisionLabel, SCOPE_LABELS } from '../words/labels.js';
import { confidence, count, counted } from '../words/numbers.js';
import { ScopeChoice } from './document/scope-choice.js';

interface Props {
  readonly query: Query;
  readonly group: string | null;
}

/** Strikes that are the same in many documents: one decision for all. */
export function GroupsView({ query, group }: Props) {
  const { source, desk } = usePage();
  const [scope, setScope] = useState<Scope>('source');
  const [pages, setPages] = useState(1);
  const cards = useRef<HTMLOListElement>(null);
  const key = `${filterToParams(query.filter).toString()} ${group ?? ''} ${pages} ${desk.version}`;
  const { value, problem, loading, reload } = useLoad(key, async () => {
    const groups: Group[] = [];
    let [total, next]: [number, number | null] = [0, 0];
    for (let page = 0; page < pages && next !== null; page++) {
      const answer = await source.groups(query.filter, next, group ?? undefined);
      groups.push(...answer.groups);
      ({ total, next } = answer);
    }
    return { groups, total, next };
  });

  useEffect(() => {
    document.title = 'Groups – copydesk';
  }, []);

  // Whoever asked for one group has chosen it.
  const isThere = group !== null && value !== null;
  useEffect(() => {
    if (isThere) cards.current?.querySelector<HTMLElement>('.card')?.focus();
  }, [isThere, group]);

  const decide = async (one: Group, action: 'accept' | 'keep'): Promise<void> => {
    try {
      const { pieces, version } = await source.document(one.example);
      const at = pieces.findIndex((piece) => piece.is === 'struck' && piece.group === one.group);
      const piece = pieces[at];
      if (piece === undefined) throw new Error('The example does not hold this strike any more.');
      if (one.decision !== null && !isLocal(one.decision) && !(await desk.retire(one.decision.id))) return;
      const reach = scope === 'source' ? one.source : 'everywhere';
      await desk.decide(
        { ref: one.example, version, action, scope, selection: wholePiece(at, piece) },
        { done: `${action === 'accept' ? 'Agreed' : 'To be kept'}: ${reach}.` },
      );
    } catch (error) {
      desk.say(problemOf(error));
    }
  };

  const focused = (): { at: number; all: HTMLElement[] } => {
    const all = [...(cards.current?.querySelectorAll<HTMLElement>('.card') ?? [])];
    return { all, at: all.findIndex((card) => card.contains(document.activeElement)) };
  };
  const step = (by: 1 | -1): void => {
    const { at, all } = focused();
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const decideFocused = (action: 'accept' | 'keep'): void => {
    // A single one needs no choosing.
    const one = value?.groups[value.groups.length === 1 ? 0 : focused().at];
    if (one === undefined) desk.say('Choose a group first: j goes to the next.');
    else void decide(one, action);
  };
  useKeys({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
    a: () => {
      decideFocused('accept');
    },
    r: () => {
      decideFocused('keep');
    },
  });

  if (problem !== null && value === null) return <Trouble onAgain={reload}>{problem}</Trouble>;
  if (value === null) return <p class="waiting">Reading …</p>;
  const narrowed = group !== null || filterToParams(query.filter).toString() !== '';
  return (
    <div class="list-view">
      <h1>Groups</h1>
      <p class="lead">
        {value.total === 0
          ? 'No strike stands in more than one document.'
          : value.total === 1
            ? '1 strike that stands in more than one document.'
            : `${counted(value.total, 'strike')} that stand in more than one document, the most frequent first.`}{' '}
        {narrowed && (
          <a href={hrefOf({ view: 'groups', query: { ...query, filter: {} }, group: null })}>Show all groups</a>
        )}
      </p>
      {value.total > 0 && (
        <ScopeChoice name="group-scope" scope={scope} scopes={['source', 'everywhere']} onScope={setScope} />
      )}
      <ol class="cards" ref={cards}>
        {value.groups.map((one) => (
          <Card
            key={one.group}
            group={one}
            scope={scope}
            chosen={one.group === group}
            onDecide={(action) => void decide(one, action)}
          />
        ))}
      </ol>
      {value.next !== null && (
        <button
          type="button"
          class="more"
          disabled={loading}
          onClick={() => {
            setPages(pages + 1);
          }}
        >
          More
        </button>
      )}
    </div>
  );
}

/** Of one document alone, and so none about the group. */
const isLocal = (decision: Decision): boolean => decision.action === 'correct' || decision.scope === 'document';

interface CardProps {
  readonly group: Group;
  readonly scope: Scope;
  readonly chosen: boolean;
  readonly onDecide: (action: 'accept' | 'keep') => void;
}

function Card({ group, scope, chosen, onDecide }: CardProps) {
  const { route, desk } = usePage();
  const { decision } = group;
  const reach = scope === 'source' ? 'this source' : 'everywhere';
  const card = useRef<HTMLLIElement>(null);
  // What was decided takes room: the card in use grows at its foot, where a message may stand.
  useLayoutEffect(() => {
    if (card.current?.contains(document.activeElement) === true) card.current.scrollIntoView({ block: 'nearest' });
  }, [decision]);
  return (
    <li ref={card} class={chosen ? 'card chosen' : 'card'} tabIndex={-1} data-reason={group.reason}>
      <div class="card-head">
        <h2>
          {counted(group.documents, 'document')}
          {group.sources > 1 && ` of ${counted(group.sources, 'source')}`}
        </h2>
        <ReasonTag reason={group.reason} />
        {decision !== null && (
          <span class="decided" data-action={decision.action}>
            {decisionLabel(decision)}
            {decision.action !== 'correct' && `: ${SCOPE_LABELS[decision.scope].toLowerCase()}`}
          </span>
        )}
      </div>
      <Quoted>{group.text}</Quoted>
      <p class="facts">
        <Foreign>{group.source}</Foreign>
        <span>
          rule <Foreign>{group.rule}</Foreign>
        </span>
        <span>least sure {confidence(group.confidence)}</span>
        <a href={hrefOf({ view: 'document', query: route.query, ref: group.example })}>see it in a document</a>
      </p>
      <div class="buttons">
        <button
          type="button"
          class="strong"
          onClick={() => {
            onDecide('accept');
          }}
        >
          Agree<span class="hidden"> with all {count(group.documents)}</span>, {reach} <kbd>a</kbd>
        </button>
        <button
          type="button"
          onClick={() => {
            onDecide('keep');
          }}
        >
          Keep the text, {reach} <kbd>r</kbd>
        </button>
        {decision !== null && (
          <button type="button" class="quiet" onClick={() => void desk.retire(decision.id)}>
            Take back
          </button>
        )}
      </div>
    </li>
  );
}
