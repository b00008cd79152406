import { countBefore } from '../../core/order.js';
import type { Block, Mark, Page, Rule, SourceContext } from '../../core/types.js';
import { guessFunctionWords } from '../language/stopwords.js';
import { isStruck, isWhole, weighsMarks, withCertainty } from './certainty.js';
import { readFacts, type Facts } from './facts.js';
import { isDecided } from './obey.js';

/** All that is known about a page before it is judged. */
export interface Observation {
  readonly page: Page;
  readonly language: string;
  readonly facts: readonly Facts[];
  /** Marks that touch each block. */
  readonly marks: readonly (readonly Mark[])[];
  /** Those of them by which a person decided. Where they are about a part of a block, they stand here alone: they tell nothing of the rest. */
  readonly decided: readonly (readonly Mark[])[];
  /** Whether a sure mark takes the block out: it stays among the others as evidence, but is never the article's. */
  readonly struck: readonly boolean[];
  /** Whether the block reads like running text and no sure mark takes it out. */
  readonly prose: readonly boolean[];
}

/** Lets every rule look at the page. */
export function observe(page: Page, rules: readonly Rule[], context: Omit<SourceContext, 'language'>): Observation {
  const { language, isStop } = guessFunctionWords(page);
  const facts = readFacts(page, isStop);
  const all = byBlock(page, rules, { ...context, language });
  const decided = all.map((own) => own.filter(isDecided));
  const claimed = all.map((own, i) =>
    decided[i]?.length === 0 ? own : own.filter((mark) => !isDecided(mark) || isWhole(mark, page.blocks[i] as Block)),
  );
  const marks = weighsMarks(page, facts, claimed)
    ? claimed.map((own, i) => own.map((mark) => withCertainty(mark, page.blocks[i] as Block)))
    : claimed;
  const struck = page.blocks.map((block, i) => isStruck(marks[i] ?? [], block));
  const prose = facts.map((fact, i) => fact.prose && struck[i] === false);
  return { page, language, facts, marks, decided, struck, prose };
}

/** Sorts the rules' marks to the blocks they touch; blocks are in order, so a binary search finds the first. */
function byBlock(page: Page, rules: readonly Rule[], context: SourceContext): Mark[][] {
  const { blocks } = page;
  const sorted: Mark[][] = blocks.map(() => []);
  for (const rule of rules)
    for (const mark of rule.mark(page, context)) {
      const first = countBefore(blocks.length, (i) => (blocks[i] as Block).span.end <= mark.span.start);
      for (let i = first; i < blocks.length && (blocks[i] as Block).span.start < mark.span.end; i++)
        sorted[i]?.push(mark);
    }
  return sorted;
}
