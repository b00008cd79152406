import { useMemo, useRef } from 'preact/hooks';
import type { DocumentView } from '../../../api.js';
import { paragraphsOf } from '../../state/pieces.js';
import { After } from './after.js';
import { Before } from './before.js';
import { useTied } from './use-tied.js';
import type { Review } from './use-review.js';

interface Props {
  readonly review: Review;
  readonly view: DocumentView;
  readonly layout: 'side' | 'column' | 'after';
  readonly onPeek: (piece: number | null) => void;
}

/** The document before, with its strikes in place, and after. */
export function Panes({ review, view, layout, onPeek }: Props) {
  const { current, marks, choose } = review;
  const before = useRef<HTMLElement>(null);
  const after = useRef<HTMLElement>(null);
  useTied(before, after, view, layout);
  const paragraphs = useMemo(() => paragraphsOf(view.pieces), [view]);
  // Looking at a strike in passing must not lay out the document again.
  const texts = useMemo(
    () => ({
      before: <Before {...{ view, paragraphs, marks, current, choose, onPeek }} />,
      after: <After {...{ view, paragraphs, marks, choose }} />,
    }),
    [view, paragraphs, marks, current],
  );
  return (
    <>
      {layout !== 'after' && (
        <section ref={before} class="pane before" aria-label="Before, with strikes" tabIndex={0}>
          <p class="pane-title">Before, with what was struck</p>
          {texts.before}
        </section>
      )}
      {layout !== 'column' && (
        <section ref={after} class="pane after" aria-label="After" tabIndex={0}>
          <p class="pane-title">After</p>
          {texts.after}
        </section>
      )}
    </>
  );
}
