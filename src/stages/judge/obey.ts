import { isDecisionRule } from '../../core/decision.js';
import type { Block, Mark, Verdict } from '../../core/types.js';
import { isWhole, sureDrop } from './certainty.js';

/** A person's word on a passage is the last, whatever rules and judge make of it. */

/** Whether a person decided what a mark says. */
export const isDecided = ({ rule }: Pick<Mark, 'rule'>): boolean => isDecisionRule(rule);

/** Whether a person takes a whole block back into the article that a sure mark had struck: then it is no field either. */
export const isTakenBack = (marks: readonly Mark[], block: Block): boolean =>
  marks.some((mark) => isDecided(mark) && mark.claim === 'keep' && isWhole(mark, block)) &&
  sureDrop(
    marks.filter((mark) => mark.claim === 'drop'),
    block,
  ) !== undefined;

/**
 * Cuts a block's verdicts where a person decided about a part of it, and puts that right. What is kept becomes `role`; what moved to a field
 * is no strike, and stays there. Pieces tile the block as before.
 */
export function obey(
  verdicts: readonly Verdict[],
  decided: readonly Mark[],
  role: Verdict['role'],
): readonly Verdict[] {
  if (decided.length === 0) return verdicts;
  const obeyed = verdicts.flatMap((verdict) => {
    const { end } = verdict.span;
    const pieces: Verdict[] = [];
    let { start } = verdict.span;
    for (const mark of decided) {
      const from = Math.max(start, mark.span.start);
      const to = Math.min(end, mark.span.end);
      // A field is no strike, and is not cut for being kept: a headline would end there.
      const isField = verdict.decision === 'move' && mark.claim !== 'drop';
      if (to <= from || isField) continue;
      if (from > start) pieces.push({ ...verdict, span: { start, end: from } });
      pieces.push(asDecided({ ...verdict, span: { start: from, end: to } }, mark, role));
      start = to;
    }
    if (start < end) pieces.push({ ...verdict, span: { start, end } });
    return pieces;
  });
  return joinKept(obeyed);
}

/** Kept pieces that touch are one: what was never cut must not be put together with a space. */
function joinKept(pieces: readonly Verdict[]): Verdict[] {
  const joined: Verdict[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.decision !== 'keep' || piece.decision !== 'keep' || last.span.end !== piece.span.start) {
      joined.push(piece);
      continue;
    }
    joined[joined.length - 1] = {
      ...(isDecided(last) ? last : piece),
      role: last.role,
      confidence: Math.min(last.confidence, piece.confidence),
      span: { start: last.span.start, end: piece.span.end },
    };
  }
  return joined;
}

function asDecided(verdict: Verdict, mark: Mark, role: Verdict['role']): Verdict {
  const by = { rule: mark.rule, evidence: mark.evidence ?? null, confidence: 1 };
  if (mark.claim === 'drop') return { ...verdict, ...by, decision: 'drop', role: null, reason: mark.reason };
  return { ...verdict, ...by, decision: 'keep', role: verdict.role ?? role, reason: null };
}
