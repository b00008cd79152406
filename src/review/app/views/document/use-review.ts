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
import { limitOf } from '../../state/reach.js';
import type { Selected } from '../../state/selected.js';
import { REASON_LABELS, SCOPE_LABELS } from '../../words/labels.js';

export type Correction = Pick<Extract<DecisionRequest, { action: 'correct' }>, 'field' | 'value'>;

export interface Outcome {
  readonly saved: boolean;
  /** The server's line, if it cannot be saved as it is. */
  readonly refused: string | null;
}

/** One document under review: which piece is looked at, and what is decided about it. */
export interface Review {
  readonly view: DocumentView | null;
  readonly problem: string | null;
  readonly reload: () => void;
  readonly current: number | null;
  readonly marks: ReadonlyMap<number, Mark>;
  /** What is selected in the text. */
  readonly selected: Selected | null;
  readonly setSelected: (selected: Selected | null) => void;
  /** How far a decision reaches, on what is selected or chosen. */
  readonly scope: Scope;
  /** Why it reaches no further than this document; null: it may. */
  readonly limit: string | null;
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
  readonly select: (action: 'keep' | 'strike', selection: Selection, reason: Reason) => Promise<Outcome>;
  readonly correct: (correction: Correction) => Promise<Outcome>;
}

export function useReview(target: Ref): Review {
  const { source, desk, list } = usePage();
  const key = `${target.path}#${target.at} ${desk.version}`;
  const { value: view, problem, reload } = useLoad(key, () => source.document(target));
  const [chosen, setChosen] = useState<{ readonly number: number; readonly piece: Piece } | null>(null);
  // A run may have given the pieces other numbers: what was chosen is a text, and no number.
  const current = chosen === null || view === null ? null : numberOf(view.pieces, chosen.number, chosen.piece);
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [wanted, setWanted] = useState<Scope>('document');
  const [note, setNote] = useState('');
  const focusNext = useRef(false);

  useEffect(() => {
    if (view !== null) list.update(view.row);
  }, [view]);

  const limit = useMemo(() => {
    const piece = current === null ? undefined : view?.pieces[current];
    if (view === null) return null;
    const ofSelected = selected === null ? null : limitOf(view.pieces, selected.selection);
    return (
      ofSelected ?? (current === null || piece === undefined ? null : limitOf(view.pieces, wholePiece(current, piece)))
    );
  }, [view, selected, current]);
  const scope = limit === null ? wanted : 'document';
  const setScope = (next: Scope): void => {
    if (limit === null || next === 'document') setWanted(next);
    else desk.say(limit);
  };

  // A selection is told by numbers of pieces, which a run may have changed.
  const read = useRef(view);
  useEffect(() => {
    const [was, is] = [read.current?.pieces, view?.pieces];
    read.current = view;
    if (selected === null || piecesOf(selected.selection).every((i) => was?.[i]?.text === is?.[i]?.text)) return;
    setSelected(null);
    desk.say('The document was written anew: select again.');
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

  const save = async (request: DecisionRequest, done: string, about?: About): Promise<Outcome> => {
    let refused: string | null = null;
    const onRefused = (line: string): void => {
      refused = line;
    };
    // Said once: the next answer of a quick hand must not have it, too.
    setNote('');
    const decided = await desk.decide(request, {
      done,
      // A judgement has no place of its own to show a refusal: the next piece is looked at already.
      ...(about === undefined ? { onRefused } : { about }),
    });
    if (decided === null) setNote((newer) => (newer === '' ? note : newer));
    return { saved: decided !== null, refused };
  };
  /** Shown at once, as being saved; what the server says of it afterwards is what stays. */
  const meanwhile = async (shown: Underway, work: () => Promise<Outcome>): Promise<Outcome> => {
    setUnderway((all) => [...all, shown]);
    const outcome = await work();
    setUnderway((all) => all.filter((one) => one !== shown));
    return outcome;
  };
  const seen = view === null ? {} : { version: view.version };
  const base = { ref: target, ...seen, ...(note.trim() === '' ? {} : { note: note.trim() }) };

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

  const select = async (action: 'keep' | 'strike', selection: Selection, reason: Reason): Promise<Outcome> => {
    const reach = SCOPE_LABELS[scope].toLowerCase();
    // What was decided is what the panel and the keys are about from now on, wherever the mouse lies.
    choose(selection.from.piece);
    return meanwhile({ action, pieces: piecesOf(selection) }, () =>
      action === 'keep'
        ? save({ ...base, action, scope, selection }, `To be kept: ${reach}.`)
        : save(
            { ...base, action, scope, selection, reason },
            `To be struck as ${REASON_LABELS[reason].toLowerCase()}: ${reach}.`,
          ),
    );
  };

  const correct = (correction: Correction): Promise<Outcome> =>
    save({ ...base, action: 'correct', ...correction } as DecisionRequest, 'Corrected.');

  return {
    ...{ view, problem, reload, current, marks, selected, scope, limit, note },
    ...{ setSelected, setNote, setScope, choose, returnToPiece, leave, step, judge, select, correct },
  };
}

export const elementOf = (piece: number): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-piece="${piece}"]`);

/** The decision that was made here on just this piece, if there is one. */
function formerOf(view: DocumentView | null, piece: number): Decision | undefined {
  return view?.decisions.find(({ pieces, decision: { document } }) => {
    const isHere = document.rawPath === view.place.rawPath && document.key === view.place.key;
    return isHere && pieces.length === 1 && pieces[0] === piece;
  })?.decision;
}
