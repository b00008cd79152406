import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Decision, Scope } from '../../../../core/decision.js';
import type { Reason } from '../../../../core/types.js';
import type { DecisionRequest, DocumentView, Piece, Ref, Selection } from '../../../api.js';
import type { About } from '../../state/use-desk.js';
import { usePage } from '../../state/page.js';
import {
  isStruck,
  marksOf,
  nextPiece,
  numberOf,
  piecesOf,
  wholePiece,
  type Mark,
  type Underway,
} from '../../state/pieces.js';
import { useLoad } from '../../state/use-load.js';
import { useSetting } from '../../state/use-setting.js';
import { REASON_LABELS, SCOPE_LABELS } from '../../words/labels.js';

export const SCOPE_NAMES = Object.keys(SCOPE_LABELS) as Scope[];

export type Correction = Pick<Extract<DecisionRequest, { action: 'correct' }>, 'field' | 'value'>;

/** One document under review: which piece is looked at, and what is decided about it. */
export interface Review {
  readonly view: DocumentView | null;
  readonly problem: string | null;
  readonly reload: () => void;
  readonly current: number | null;
  readonly marks: ReadonlyMap<number, Mark>;
  readonly scope: Scope;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly setScope: (scope: Scope) => void;
  readonly choose: (piece: number | null) => void;
  /** The keyboard goes back to the piece that is chosen. */
  readonly returnToPiece: () => void;
  /** To no piece; the keyboard stays in the text. */
  readonly leave: () => void;
  /** To the next piece that is wanted, with the keyboard. */
  readonly step: (by: 1 | -1, isWanted?: (piece: Piece) => boolean) => boolean;
  readonly judge: (action: 'accept' | 'keep') => Promise<void>;
  readonly select: (action: 'keep' | 'strike', selection: Selection, reason: Reason) => Promise<void>;
  readonly correct: (correction: Correction) => Promise<boolean>;
}

export function useReview(target: Ref): Review {
  const { source, desk, list } = usePage();
  const key = `${target.path}#${target.at} ${desk.version}`;
  const { value: view, problem, reload } = useLoad(key, () => source.document(target));
  const [chosen, setChosen] = useState<{ readonly number: number; readonly piece: Piece } | null>(null);
  // A run may have given the pieces other numbers: what was chosen is a text, and no number.
  const current = chosen === null || view === null ? null : numberOf(view.pieces, chosen.number, chosen.piece);
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const [scope, setScope] = useSetting<Scope>('scope', SCOPE_NAMES, 'document');
  const [note, setNote] = useState('');
  const focusNext = useRef(false);

  useEffect(() => {
    if (view !== null) list.update(view.row);
  }, [view]);

  const choose = (number: number | null): void => {
    const piece = number === null ? undefined : view?.pieces[number];
    setChosen(number === null || piece === undefined ? null : { number, piece });
  };

  // At once: after the next paint, a quick hand may already be one piece further.
  useLayoutEffect(() => {
    if (!focusNext.current || current === null) return;
    focusNext.current = false;
    const piece = elementOf(current);
    piece?.focus({ preventScroll: true });
    piece?.scrollIntoView({ block: 'center' });
  }, [current]);

  const returnToPiece = (): void => {
    const piece = current === null ? null : elementOf(current);
    (piece ?? document.querySelector<HTMLElement>('main'))?.focus();
  };
  const leave = (): void => {
    const piece = current === null ? null : elementOf(current);
    choose(null);
    piece?.closest<HTMLElement>('.pane')?.focus({ preventScroll: true });
  };

  const marks = useMemo(() => marksOf(view?.decisions ?? [], underway), [view, underway]);

  const step = (by: 1 | -1, isWanted: (piece: Piece) => boolean = () => true): boolean => {
    const next = nextPiece(view?.pieces ?? [], current, by, isWanted);
    if (next === null) return false;
    focusNext.current = true;
    choose(next);
    return true;
  };

  const save = async (request: DecisionRequest, done: string, about?: About): Promise<boolean> => {
    // Said once: the next answer of a quick hand must not have it, too.
    setNote('');
    const decided = await desk.decide(request, done, about);
    if (decided === null) setNote((newer) => (newer === '' ? note : newer));
    return decided !== null;
  };
  /** Shown at once, as being saved; what the server says of it afterwards is what stays. */
  const meanwhile = async (shown: Underway, work: () => Promise<unknown>): Promise<void> => {
    setUnderway((all) => [...all, shown]);
    await work();
    setUnderway((all) => all.filter((one) => one !== shown));
  };
  const base = { ref: target, ...(note.trim() === '' ? {} : { note: note.trim() }) };

  const judge = async (action: 'accept' | 'keep'): Promise<void> => {
    const piece = current === null ? undefined : view?.pieces[current];
    if (current === null || piece?.is !== 'struck') {
      desk.say('Choose a strike first: n goes to the next.');
      return;
    }
    const selection = wholePiece(current, piece);
    const last = step(1, isStruck) ? '' : ' That was the last strike; j goes to the next document.';
    const done = `${action === 'accept' ? 'Agreed' : 'To be kept'}: ${SCOPE_LABELS[scope].toLowerCase()}.${last}`;
    const about = { key: `${target.path}#${target.at}#${current}`, former: formerOf(view, current) };
    await meanwhile({ action, pieces: [current] }, () => save({ ...base, action, scope, selection }, done, about));
  };

  const select = async (action: 'keep' | 'strike', selection: Selection, reason: Reason): Promise<void> => {
    const reach = SCOPE_LABELS[scope].toLowerCase();
    // What was decided is what the panel and the keys are about from now on, wherever the mouse lies.
    choose(selection.from.piece);
    elementOf(selection.from.piece)?.focus({ preventScroll: true });
    await meanwhile({ action, pieces: piecesOf(selection) }, () =>
      action === 'keep'
        ? save({ ...base, action, scope, selection }, `To be kept: ${reach}.`)
        : save(
            { ...base, action, scope, selection, reason },
            `To be struck as ${REASON_LABELS[reason].toLowerCase()}: ${reach}.`,
          ),
    );
  };

  const correct = (correction: Correction): Promise<boolean> =>
    save({ ...base, action: 'correct', ...correction } as DecisionRequest, 'Corrected.');

  return {
    ...{ view, problem, reload, current, marks, scope, note },
    ...{ setNote, setScope, choose, returnToPiece, leave, step, judge, select, correct },
  };
}

const elementOf = (piece: number): HTMLElement | null => document.querySelector<HTMLElement>(`[data-piece="${piece}"]`);

/** The decision that was made here on just this piece, if there is one. */
function formerOf(view: DocumentView | null, piece: number): Decision | undefined {
  return view?.decisions.find(({ pieces, decision: { document } }) => {
    const isHere = document.rawPath === view.place.rawPath && document.key === view.place.key;
    return isHere && pieces.length === 1 && pieces[0] === piece;
  })?.decision;
}
