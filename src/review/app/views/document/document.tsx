import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ref } from '../../../api.js';
import { Trouble } from '../../components/parts.js';
import type { Query } from '../../source/source.js';
import { usePage } from '../../state/page.js';
import { isStruck } from '../../state/pieces.js';
import { hrefOf } from '../../state/route.js';
import { useKeys } from '../../state/use-keys.js';
import { isSame } from '../../state/use-list.js';
import { go } from '../../state/use-route.js';
import { useNarrow } from '../../state/use-narrow.js';
import { useSetting } from '../../state/use-setting.js';
import { Bar, type Layout } from './bar.js';
import { Details } from './details.js';
import { Head } from './head.js';
import { Panes } from './panes.js';
import { RecordPanel } from './record.js';
import { SelectionBar } from './selection-bar.js';
import { useReview } from './use-review.js';

interface Props {
  readonly target: Ref;
  readonly query: Query;
}

export function DocumentView({ target, query }: Props) {
  const { source, list, desk } = usePage();
  const review = useReview(target);
  const { view, current } = review;
  const [layout, setLayout] = useSetting<'side' | 'column'>('layout', ['side', 'column'], 'side');
  const [instead, setInstead] = useState<'after' | 'page' | null>(null);
  const narrow = useNarrow();
  const [peek, setPeek] = useState<number | null>(null);
  const [strikeAsked, askStrike] = useState(0);
  const texts = useRef<HTMLDivElement>(null);
  const writable = source.report === null;

  useEffect(() => {
    if (view !== null) document.title = `${view.row.headline ?? view.row.rawPath} – copydesk`;
  }, [view]);

  const turn = async (by: 1 | -1): Promise<void> => {
    const at = list.rows.findIndex(({ ref }) => isSame(ref, target));
    const rows = at + by >= list.rows.length ? await list.more() : list.rows;
    const next = rows[at + by];
    if (next === undefined) desk.say(by > 0 ? 'The last document of the list.' : 'The first document of the list.');
    else go({ view: 'document', query, ref: next.ref });
  };

  const strike = (): void => {
    askStrike((n) => n + 1);
  };

  useKeys({
    j: () => void turn(1),
    k: () => void turn(-1),
    n: () => {
      if (!review.step(1, isStruck)) desk.say('The last strike; j goes to the next document.');
    },
    p: () => {
      if (!review.step(-1, isStruck)) desk.say('The first strike.');
    },
    N: () => review.step(1),
    P: () => review.step(-1),
    v: () => {
      setInstead(null);
      setLayout(layout === 'side' ? 'column' : 'side');
    },
    g: () => {
      const piece = current === null ? undefined : view?.pieces[current];
      if (!writable || piece?.is !== 'struck') return false;
      if (piece.copies < 2) desk.say('This strike stands in no other document.');
      else go({ view: 'groups', query: { ...query, filter: { rule: piece.rule } }, group: piece.group });
      return true;
    },
    Escape: () => {
      const selected = document.getSelection();
      if (selected?.isCollapsed === false) selected.removeAllRanges();
      else if (current !== null) review.leave();
      else go({ view: 'overview', query });
    },
    ...(writable && {
      a: () => void review.judge('accept'),
      r: () => void review.judge('keep'),
      s: strike,
      1: () => {
        review.setScope('document');
      },
      2: () => {
        review.setScope('source');
      },
      3: () => {
        review.setScope('everywhere');
      },
    }),
  });

  if (view === null)
    return review.problem === null ? (
      <p class="waiting">Reading …</p>
    ) : (
      <Trouble onAgain={review.reload}>
        {review.problem} <a href={hrefOf({ view: 'overview', query })}>Back to the list</a>
      </Trouble>
    );
  const shown: Layout = instead ?? (narrow ? 'column' : layout);
  return (
    <div class="document" data-layout={shown}>
      <Bar
        view={view}
        layout={shown}
        onLayout={(next) => {
          const isSetting = next === 'side' || next === 'column';
          setInstead(isSetting ? null : next);
          if (isSetting && !narrow) setLayout(next);
        }}
        onTurn={(by) => void turn(by)}
      />
      <Head review={review} view={view} writable={writable} />
      <div class="desk">
        <div class="texts" ref={texts}>
          {shown === 'page' ? (
            <iframe
              class="page"
              title="The page as it looked, without its scripts"
              sandbox=""
              referrerpolicy="no-referrer"
              src={source.pageAddress(target)}
            />
          ) : (
            <Panes review={review} view={view} layout={shown} onPeek={setPeek} />
          )}
        </div>
        <aside class="side" aria-label="About this document" tabIndex={0}>
          <Details {...{ review, view, peek, writable }} onStrike={strike} />
          <RecordPanel view={view} writable={writable} />
        </aside>
      </div>
      {writable && shown !== 'page' && <SelectionBar review={review} view={view} texts={texts} asked={strikeAsked} />}
    </div>
  );
}
