import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reason } from '../../../../core/types.js';
import type { DocumentView } from '../../../api.js';
import { piecesOf, wholePiece } from '../../state/pieces.js';
import { selectedPieces } from '../../state/selected.js';
import { REASON_LABELS, REASON_NAMES, SCOPE_ADDED, SCOPE_LABELS } from '../../words/labels.js';
import { counted } from '../../words/numbers.js';
import { elementOf, type Review } from './use-review.js';

const WIDTH = 330;

interface Props {
  readonly review: Review;
  readonly view: DocumentView;
  readonly texts: RefObject<HTMLElement | null>;
  /** Rises when the person asks to strike what is selected, or the piece that is looked at. */
  readonly asked: number;
}

/** What can be done with selected text. */
export function SelectionBar({ review, view, texts, asked }: Props) {
  const { selected, setSelected } = review;
  const [problem, setProblem] = useState<string | null>(null);
  const [reason, setReason] = useState<Reason>('outside-article');
  const bar = useRef<HTMLFormElement>(null);
  const menu = useRef<HTMLSelectElement>(null);

  useEffect(() => {
    const onChange = (): void => {
      if (bar.current?.contains(document.activeElement) === true || texts.current === null) return;
      setSelected(selectedPieces(texts.current));
    };
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('selectionchange', onChange);
    };
  }, [texts]);

  useEffect(() => {
    if (asked === 0) return;
    if (selected === null) {
      const { current } = review;
      const piece = current === null ? undefined : view.pieces[current];
      const place = document.querySelector(`[data-piece="${current ?? ''}"]`)?.getBoundingClientRect();
      if (current === null || piece === undefined || piece.is === 'struck' || place === undefined) return;
      setSelected({ selection: wholePiece(current, piece), text: piece.text, at: place });
    }
    window.setTimeout(() => menu.current?.focus());
  }, [asked]);

  useEffect(() => {
    setProblem(null);
  }, [selected]);

  if (selected === null) return null;
  const { selection, text, at } = selected;
  const leave = (): void => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
    elementOf(selection.from.piece)?.focus({ preventScroll: true });
  };
  const decide = async (action: 'keep' | 'strike'): Promise<void> => {
    setProblem(null);
    const { refused } = await review.select(action, selection, reason);
    if (refused === null) leave();
    else setProblem(refused);
  };
  const hasStruck = piecesOf(selection).some((number) => view.pieces[number]?.is === 'struck');
  const below = at.bottom + 190 < window.innerHeight;
  return (
    <form
      ref={bar}
      class="selection-bar"
      data-scope={review.scope}
      aria-label="Selected text"
      style={{
        left: `${Math.max(8, Math.min(at.left, window.innerWidth - WIDTH - 8))}px`,
        top: below ? `${at.bottom + 8}px` : 'auto',
        bottom: below ? 'auto' : `${Math.max(8, window.innerHeight - at.top + 8)}px`,
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void decide('strike');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <p>
        {counted(text.length, 'character')} · {SCOPE_LABELS[review.scope].toLowerCase()}
      </p>
      {review.limit !== null && <p>{review.limit}</p>}
      <label>
        <span>Strike as</span>
        <select
          ref={menu}
          value={reason}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            bar.current?.requestSubmit();
          }}
          onChange={({ currentTarget: { value } }) => {
            setReason(REASON_NAMES.find((name) => name === value) ?? reason);
          }}
        >
          {REASON_NAMES.map((name) => (
            <option key={name} value={name}>
              {REASON_LABELS[name]}
            </option>
          ))}
        </select>
      </label>
      <div class="buttons">
        <button type="submit" class="strong">
          Strike{SCOPE_ADDED[review.scope]}
        </button>
        {hasStruck && (
          <button type="button" onClick={() => void decide('keep')}>
            Keep this part{SCOPE_ADDED[review.scope]}
          </button>
        )}
        <button type="button" class="quiet" onClick={leave}>
          Cancel
        </button>
      </div>
      <p class="refusal" role="alert">
        {problem !== null && `Not saved: ${problem}`}
      </p>
    </form>
  );
}
