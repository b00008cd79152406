import type { Mark, Page, Reason, Rule } from '../core/types.js';

interface LineOptions {
  readonly sure?: boolean;
  /** Characters of the longest line that is looked at. */
  readonly most?: number;
  /** Characters of which one stands in every such line: a quick no for nearly all lines. */
  readonly needs?: RegExp;
}

/** A rule that looks at one line's form alone. */
function lineRule(
  name: string,
  reason: Reason,
  test: RegExp,
  examples: NonNullable<Rule['examples']>,
  options: LineOptions = {},
): Rule {
  return {
    name,
    reason,
    examples,
    *mark(page: Page): Iterable<Mark> {
      for (const block of page.blocks) {
        if (block.text.length > (options.most ?? 200) || options.needs?.test(block.text) === false) continue;
        const hit = test.exec(block.text);
        if (hit !== null)
          yield {
            span: block.span,
            rule: name,
            claim: 'drop',
            reason,
            evidence: hit[0],
            sure: options.sure === true,
          };
      }
    },
  };
}

export { lineRule };
