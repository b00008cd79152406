import type { Mark, Page, Reason, Rule } from '../core/types.js';

/** A rule that looks at one line's form alone. */
function lineRule(
  name: string,
  reason: Reason,
  test: RegExp,
  examples: NonNullable<Rule['examples']>,
  options: { sure?: boolean; most?: number } = {},
): Rule {
  return {
    name,
    reason,
    examples,
    *mark(page: Page): Iterable<Mark> {
      for (const block of page.blocks) {
        if (block.text.length > (options.most ?? 200)) continue;
        const hit = test.exec(block.text);
        if (hit !== null)
          yield {
            span: block.span,
            rule: name,
            claim: 'drop',
            reason,
            evidence: hit[0],
            ...(options.sure === true ? { sure: true } : {}),
          };
      }
    },
  };
}

export { lineRule };
