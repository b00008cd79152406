import type { DocumentView, Piece } from '../../../api.js';
import { Foreign, ReasonTag } from '../../components/parts.js';
import { usePage } from '../../state/page.js';
import { isStruck, markLabel, type Mark } from '../../state/pieces.js';
import { hrefOf } from '../../state/route.js';
import { ROLE_LABELS, SCOPE_ADDED } from '../../words/labels.js';
import { confidence, count, counted, share } from '../../words/numbers.js';
import { ScopeChoice } from './scope-choice.js';
import type { Review } from './use-review.js';

interface Props {
  readonly review: Review;
  readonly view: DocumentView;
  readonly peek: number | null;
  readonly writable: boolean;
  readonly onStrike: () => void;
}

/**
 * Why a piece was struck, and what the person says to it: always of the piece that the keys are about. The mouse shows others in passing
 * only while none is chosen.
 */
export function Details({ review, view, peek, writable, onStrike }: Props) {
  const { current, marks, step, leave } = review;
  const number = current ?? peek;
  const piece = number === null ? undefined : view.pieces[number];
  const strikes = view.pieces.filter(isStruck).length;
  const before = number === null ? 0 : view.pieces.slice(0, number + 1).filter(isStruck).length;
  const mark = number === null ? undefined : marks.get(number);
  return (
    <section class="details" aria-label="The strike" data-open={piece === undefined ? undefined : ''}>
      <div class="steps">
        <button type="button" aria-label="Previous strike" aria-keyshortcuts="p" onClick={() => step(-1, isStruck)}>
          ‹
        </button>
        <h2>{piece?.is === 'struck' ? `Strike ${count(before)} of ${count(strikes)}` : counted(strikes, 'strike')}</h2>
        <button type="button" aria-label="Next strike" aria-keyshortcuts="n" onClick={() => step(1, isStruck)}>
          ›
        </button>
        <button type="button" class="close" aria-label="Close" onClick={leave}>
          ✕
        </button>
      </div>
      {piece === undefined && (
        <p class="hint">
          {strikes === 0 ? (
            'Nothing was struck from this document.'
          ) : (
            <>
              Choose a strike, or press <kbd>n</kbd>, to see why.
            </>
          )}
        </p>
      )}
      {piece !== undefined && <Facts piece={piece} />}
      {mark !== undefined && (
        <p class="decided" data-action={mark.action}>
          {markLabel(mark)}
        </p>
      )}
      {writable && (
        <Answers
          {...{ review, onStrike }}
          piece={current === null ? undefined : view.pieces[current]}
          mark={current === null ? undefined : marks.get(current)}
        />
      )}
    </section>
  );
}

function Facts({ piece }: { readonly piece: Piece }) {
  const { route, source } = usePage();
  if (piece.is === 'kept') return <p>Kept as {ROLE_LABELS[piece.role]}.</p>;
  if (piece.is === 'moved') return <p>Moved out of the text: → {ROLE_LABELS[piece.to]}.</p>;
  const sureness = piece.confidence >= 0.9 ? 'sure' : piece.confidence >= 0.75 ? 'fairly sure' : 'unsure';
  const query = { ...route.query, filter: { rule: piece.rule } };
  return (
    <dl class="facts-list">
      <dt>Reason</dt>
      <dd>
        <ReasonTag reason={piece.reason} />
      </dd>
      <dt>Confidence</dt>
      <dd class="sureness">
        <span class="bar" style={{ '--share': share(piece.confidence, 1) }} aria-hidden="true" />
        <span>
          {confidence(piece.confidence)}, {sureness}
        </span>
      </dd>
      <dt>Rule</dt>
      <dd>
        <Foreign>{piece.rule}</Foreign>
      </dd>
      <dt>Evidence</dt>
      <dd>{piece.evidence === null ? 'none given' : <Foreign>{piece.evidence}</Foreign>}</dd>
      <dt>Copies</dt>
      <dd>
        {piece.copies < 2 || source.report !== null ? (
          piece.copies < 2 ? (
            'in this document only'
          ) : (
            `in ${counted(piece.copies, 'document')}`
          )
        ) : (
          <a href={hrefOf({ view: 'groups', query, group: piece.group })}>in {counted(piece.copies, 'document')}</a>
        )}
      </dd>
    </dl>
  );
}

interface AnswersProps {
  readonly review: Review;
  readonly piece: Piece | undefined;
  /** What was decided about it. */
  readonly mark: Mark | undefined;
  readonly onStrike: () => void;
}

function Answers({ review, piece, mark, onStrike }: AnswersProps) {
  const { desk } = usePage();
  const id = mark?.id ?? null;
  const added = SCOPE_ADDED[review.scope];
  const idle = piece?.is !== 'struck';
  return (
    <div class="answers" data-scope={review.scope}>
      <div class="buttons">
        {id !== null && (
          <button type="button" class="strong take-back" onClick={() => void desk.retire(id)}>
            Take back
          </button>
        )}
        {piece === undefined || piece.is === 'struck' ? (
          <>
            <button
              type="button"
              class={mark === undefined ? 'strong' : undefined}
              disabled={idle}
              aria-pressed={mark?.action === 'accept'}
              aria-keyshortcuts="a"
              onClick={() => void review.judge('accept')}
            >
              Agree{added} <kbd>a</kbd>
            </button>
            <button
              type="button"
              disabled={idle}
              aria-pressed={mark?.action === 'keep'}
              aria-keyshortcuts="r"
              onClick={() => void review.judge('keep')}
            >
              Keep the text{added} <kbd>r</kbd>
            </button>
          </>
        ) : (
          <button type="button" aria-keyshortcuts="s" onClick={onStrike}>
            Strike this{added} … <kbd>s</kbd>
          </button>
        )}
      </div>
      <ScopeChoice name="scope" scope={review.scope} limit={review.limit} onScope={review.setScope} />
      <label class="note-input">
        <span>Note (if you like)</span>
        <input
          dir="auto"
          maxLength={500}
          value={review.note}
          onKeyDown={(event) => {
            if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
            event.preventDefault();
            review.returnToPiece();
          }}
          onInput={({ currentTarget: { value } }) => {
            review.setNote(value);
          }}
        />
      </label>
      <p class="hint">
        Select text, or press <kbd>s</kbd>, to strike what was missed.
      </p>
    </div>
  );
}
