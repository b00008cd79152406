import {
  isSamePlace,
  type Correction,
  type Decision,
  type DocumentPlace,
  type PassageDecision,
} from '../core/decision.js';
import { PassageText, squeeze } from '../core/passage.js';
import type { ArticleRecord } from '../core/record.js';
import { correct, type Fields } from '../stages/record/corrections.js';
import type { DecisionView } from './api.js';
import { placeOf } from './catalogue/facts.js';
import type { DocumentPiece } from '../core/record-pieces.js';

/** Whether a decision may concern a document: it was made on it, or reaches it. */
const concerns = (decision: Decision, place: DocumentPlace, source: string): boolean =>
  isSamePlace(decision.document, place) ||
  (decision.action !== 'correct' &&
    (decision.scope === 'everywhere' || (decision.scope === 'source' && decision.source === source)));

/** How a record stands to the decisions that concern it; of those made elsewhere, only such whose text it holds. */
export function viewDecisions(
  decisions: readonly Decision[],
  record: ArticleRecord,
  pieces: readonly DocumentPiece[],
): DecisionView[] {
  const place = placeOf(record);
  const concerned = decisions.filter((decision) => concerns(decision, place, record.source));
  if (concerned.length === 0) return [];
  const text = new PassageText(pieces.map((piece) => piece.text));
  const lines = new Map<string, number[]>();
  for (const [i, piece] of pieces.entries()) {
    const line = squeeze(piece.text);
    const alike = lines.get(line);
    if (alike === undefined) lines.set(line, [i]);
    else alike.push(i);
  }
  const views: DecisionView[] = [];
  for (const decision of concerned) {
    if (decision.action === 'correct') {
      views.push({ decision, standing: isCorrected(decision, record) ? 'obeyed' : 'pending', pieces: [] });
      continue;
    }
    const isHere = isSamePlace(decision.document, place);
    const found = decision.scope === 'document' || isHere ? text.find(decision.passage).map((part) => part.text) : [];
    const whole = decision.scope === 'document' ? [] : (lines.get(squeeze(decision.passage.text)) ?? []);
    const about = [...new Set([...found, ...whole])].sort((a, b) => a - b);
    if (about.length > 0) views.push({ decision, standing: standingOf(decision, pieces, about), pieces: about });
    else if (isHere) views.push({ decision, standing: 'stale', pieces: [] });
  }
  return views;
}

function standingOf(
  { action }: PassageDecision,
  pieces: readonly DocumentPiece[],
  about: readonly number[],
): DecisionView['standing'] {
  if (action === 'accept') return 'obeyed';
  const isObeyed = about.every((i) => (pieces[i]?.is === 'struck') === (action === 'strike'));
  return isObeyed ? 'obeyed' : 'pending';
}

/** A field says what it would say if it were corrected now. */
function isCorrected(decision: Correction, record: ArticleRecord): boolean {
  const valueOf = ({ headline, authors, datePublished }: Fields): unknown =>
    decision.field === 'datePublished' ? datePublished?.value : { headline, authors }[decision.field];
  return JSON.stringify(valueOf(correct(record, [decision]))) === JSON.stringify(valueOf(record));
}
