import { decisionSchema, type Decision } from '../../core/decision.js';
import { hash48 } from '../../core/line-hash.js';
import { PassageText } from '../../core/passage.js';
import type { ArticleRecord } from '../../core/record.js';
import type { DecisionRequest, Selection } from '../api.js';
import { placeOf } from '../catalogue/facts.js';
import { cutOut, type DocumentPiece } from '../../core/record-pieces.js';
import { without } from '../without.js';
import { RequestProblem } from './problem.js';

/** Who decides, and what a decision needs that no request says. */
export interface Author {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

const CHANGED = 'the document has changed: open it again';

/** Names the pieces of a document as they are: those that are numbered alike may be others after a run. */
export const versionOf = (pieces: readonly DocumentPiece[]): string =>
  hash48(JSON.stringify(pieces.map(({ is, text }) => [is, text]))).toString(36);

/**
 * The decision that a request asks for, about the document of a record.
 * @throws RequestProblem where the request does not fit the document
 */
export function makeDecision(
  request: DecisionRequest,
  record: ArticleRecord,
  pieces: readonly DocumentPiece[],
  { by, now, newId }: Author,
): Decision {
  const base = { id: newId(), at: new Date(now()).toISOString(), by, document: placeOf(record), source: record.source };
  const { data, error } = decisionSchema.safeParse({ ...base, ...about(request, pieces) });
  if (data !== undefined) return data;
  const issue = error.issues[0];
  throw new RequestProblem(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a decision'}`);
}

function about(asked: DecisionRequest, pieces: readonly DocumentPiece[]): object {
  if (asked.action === 'correct') return without(asked, ['ref', 'version']);
  const { selection, version } = asked;
  if (version !== undefined && version !== versionOf(pieces)) throw new RequestProblem(409, CHANGED);
  const rest = without(asked, ['ref', 'version', 'selection']);
  const passage = passageOf(selection, pieces);
  if (asked.scope !== 'document' && !isWhole(selection, pieces))
    throw new RequestProblem(400, 'only whole lines can be decided beyond this document: choose one, or this document');
  if (asked.action === 'strike') return { ...rest, passage };
  const piece = pieces[selection.from.piece];
  if (piece?.is !== 'struck') throw new RequestProblem(400, 'this was not struck: choose a strike');
  return { ...rest, passage, rule: piece.rule };
}

/** Whether the selection is lines from their beginning to their end, which other documents may have, too. */
function isWhole({ from, to }: Selection, pieces: readonly DocumentPiece[]): boolean {
  return from.offset === 0 && to.offset === pieces[to.piece]?.text.length && !touchesCut({ from, to }, pieces);
}

/** Whether the selection is about a paragraph that something was cut from, or about what was: of the last, the next piece tells. */
export const touchesCut = ({ from, to }: Selection, pieces: readonly DocumentPiece[]): boolean =>
  cutOut(pieces)
    .slice(from.piece, to.piece + 2)
    .includes(true);

function passageOf({ from, to }: Selection, pieces: readonly DocumentPiece[]): object {
  const isThere = ({ piece, offset }: Selection['from']): boolean => offset <= (pieces[piece]?.text.length ?? -1);
  if (!isThere(from) || !isThere(to)) throw new RequestProblem(409, CHANGED);
  const passage = new PassageText(pieces.map(({ text }) => text)).passageAt(
    { text: from.piece, offset: from.offset },
    { text: to.piece, offset: to.offset },
  );
  if (passage === null) throw new RequestProblem(400, 'there is no text in what was chosen');
  return passage;
}
