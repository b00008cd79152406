import { decisionRule } from '../core/decision.js';
import type { Block, DecidedPassage, Mark, Page, Rule, SourceContext } from '../core/types.js';

/** What a person decided of a passage is sure, and goes before all else: the judge obeys it even where it cuts a block. */
export const decision: Rule = {
  name: 'decision',
  *mark(page: Page, { decided = [] }: SourceContext): Iterable<Mark> {
    for (const [i, claims] of claimsByBlock(decided)) {
      const block = page.blocks[i] as Block;
      for (const { start, end, by } of lastWord(claims)) {
        const isWhole = start === 0 && end === block.text.length;
        const span = isWhole ? block.span : page.locate(i, start, end);
        const rule = decisionRule(by.id);
        if (by.reason === null) yield { span, rule, claim: 'keep', sure: true };
        else
          yield {
            span,
            rule,
            claim: 'drop',
            reason: by.reason,
            ...(by.note === null ? {} : { evidence: by.note }),
            sure: true,
          };
      }
    }
  },
};

interface Claim {
  readonly start: number;
  readonly end: number;
  readonly by: DecidedPassage;
}

function claimsByBlock(decided: readonly DecidedPassage[]): Map<number, Claim[]> {
  const blocks = new Map<number, Claim[]>();
  for (const by of decided)
    for (const { block, start, end } of by.parts) {
      const claims = blocks.get(block);
      if (claims === undefined) blocks.set(block, [{ start, end, by }]);
      else claims.push({ start, end, by });
    }
  return blocks;
}

/** Of claims that overlap, to each the stretches of which nobody speaks behind it, in their order. */
function lastWord(claims: readonly Claim[]): Claim[] {
  let settled: Claim[] = [];
  for (const { start, end, by } of claims.toReversed()) {
    const own: Claim[] = [];
    let at = start;
    for (const other of settled) {
      if (other.end <= at) continue;
      if (other.start >= end) break;
      if (other.start > at) own.push({ start: at, end: other.start, by });
      at = other.end;
    }
    if (at < end) own.push({ start: at, end, by });
    settled = [...settled, ...own].sort((a, b) => a.start - b.start);
  }
  return settled;
}
