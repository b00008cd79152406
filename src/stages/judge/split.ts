import type { Block, Mark, Page, Span, Verdict } from '../../core/types.js';
import { isWhole } from './certainty.js';
import { surenessOf } from './sureness.js';

/**
 * Cuts a kept block where sure marks cover part of it (an advertisement label in the middle of a paragraph, a credit at its end) and
 * gives one verdict a piece. Pieces tile the block.
 */
export function splitBlock(verdict: Verdict, marks: readonly Mark[], block: Block, format: Page['format']): Verdict[] {
  if (verdict.decision !== 'keep') return [verdict];
  const parts = marks
    .filter((mark) => mark.sure === true && mark.claim === 'drop' && !isWhole(mark, block))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  if (parts.length === 0) return [verdict];
  const pieces: Verdict[] = [];
  let at = block.span.start;
  for (const mark of parts) {
    const span: Span = { start: Math.max(mark.span.start, at), end: Math.min(mark.span.end, block.span.end) };
    if (span.end <= span.start || mark.claim !== 'drop') continue;
    if (span.start > at) pieces.push({ ...verdict, span: { start: at, end: span.start } });
    pieces.push({
      span,
      block: verdict.block,
      decision: 'drop',
      role: null,
      reason: mark.reason,
      rule: mark.rule,
      evidence: mark.evidence ?? null,
      confidence: surenessOf(mark, format),
    });
    at = span.end;
  }
  if (at < block.span.end) pieces.push({ ...verdict, span: { start: at, end: block.span.end } });
  return pieces;
}
