import { useCallback, useRef, useState } from 'preact/hooks';
import type { Decision } from '../../../core/decision.js';
import type { DecisionRequest } from '../../api.js';
import { Refusal, type Source } from '../source/source.js';
import { problemOf } from './use-load.js';

export interface Message {
  readonly text: string;
  readonly kind: 'note' | 'failure';
  /** For a failure: tries once more; null where that cannot help. */
  readonly again: (() => void) | null;
}

/** What a decision is about, so that a change of mind finds the one before it: on this page, or from earlier. */
export interface About {
  readonly key: string;
  readonly former: Decision | undefined;
}

/** What goes with a request. */
export interface Asked {
  /** What the person is told when it is saved. */
  readonly done: string;
  readonly about?: About;
  /** Told if the server refuses: whoever shows it beside what was refused. */
  readonly onRefused?: (line: string) => void;
}

/** Where decisions are made and taken back. */
export interface Desk {
  readonly message: Message | null;
  /** Rises with each decision that was saved or taken back, and when others have changed something: what is shown is to be read again. */
  readonly version: number;
  /** Requests on their way. */
  readonly saving: number;
  /** What is shown is to be read again. */
  readonly renew: () => void;
  readonly say: (text: string) => void;
  readonly hush: () => void;
  /** Null if it was not saved; then the person has been told. */
  readonly decide: (request: DecisionRequest, asked: Asked) => Promise<Decision | null>;
  readonly retire: (decision: string) => Promise<boolean>;
  /** Takes back the last decision that was made on this page. */
  readonly undo: () => Promise<void>;
}

export const OBEYED = 'Obeyed by the next run: npm run clean';

export function useDesk(source: Source): Desk {
  const [message, setMessage] = useState<Message | null>(null);
  const [version, setVersion] = useState(0);
  const [saving, setSaving] = useState(0);
  const made = useRef<{ readonly decision: Decision; readonly about: string | undefined }[]>([]);

  const attempt = useCallback(
    async <T>(
      what: () => Promise<T>,
      failed: string,
      again: () => void,
      onRefused?: Asked['onRefused'],
    ): Promise<T | null> => {
      setSaving((n) => n + 1);
      try {
        const answer = await what();
        setVersion((n) => n + 1);
        return answer;
      } catch (error) {
        const isRefused = error instanceof Refusal;
        if (isRefused && onRefused !== undefined) onRefused(error.message);
        else setMessage({ text: `${failed} ${problemOf(error)}`, kind: 'failure', again: isRefused ? null : again });
        return null;
      } finally {
        setSaving((n) => n - 1);
      }
    },
    [],
  );

  const say = useCallback((text: string) => {
    setMessage({ text, kind: 'note', again: null });
  }, []);

  // One after the other, as they were made: a quick hand must not take back what has not arrived yet.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.current.then(work);
    queue.current = turn;
    return turn;
  }, []);
  const takeBack = useCallback(
    async (decision: string): Promise<boolean> => {
      const answer = await attempt(
        () => source.retire(decision).then(() => true),
        'Not taken back.',
        () => void inTurn(() => takeBack(decision)),
      );
      if (answer === null) return false;
      made.current = made.current.filter((one) => one.decision.id !== decision);
      say('Taken back.');
      return true;
    },
    [attempt, inTurn, say, source],
  );
  const retire = useCallback((decision: string) => inTurn(() => takeBack(decision)), [inTurn, takeBack]);

  const decide = useCallback(
    (request: DecisionRequest, asked: Asked): Promise<Decision | null> => {
      const place = location.hash;
      return inTurn(async () => {
        const { done, about, onRefused } = asked;
        const mine = made.current.findLast((one) => one.about !== undefined && one.about === about?.key)?.decision;
        const former = mine ?? about?.former;
        if (former !== undefined && former.action !== request.action && !(await takeBack(former.id))) return null;
        const answer = await attempt(
          () => source.decide(request),
          'Not saved.',
          () => void decide(request, asked),
          onRefused,
        );
        if (answer === null) return null;
        made.current.push({ decision: answer.decision, about: about?.key });
        // Nobody is told of a document that they have left.
        if (location.hash === place) say(request.action === 'accept' ? done : `${done} ${OBEYED}`);
        return answer.decision;
      });
    },
    [attempt, inTurn, say, source, takeBack],
  );

  const undo = useCallback(
    () =>
      inTurn(async () => {
        const last = made.current.at(-1);
        if (last !== undefined) await takeBack(last.decision.id);
        else say('Nothing was decided on this page yet. Older decisions are listed under Decisions.');
      }),
    [inTurn, say, takeBack],
  );

  const renew = useCallback(() => {
    setVersion((n) => n + 1);
  }, []);
  const hush = useCallback(() => {
    setMessage(null);
  }, []);

  return { message, version, saving, renew, say, hush, decide, retire, undo };
}
