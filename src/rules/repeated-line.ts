import { isSingle } from '../core/characters.js';
import { lineHash } from '../core/line-hash.js';
import { pageLine } from '../core/page-lines.js';
import { blockWords } from '../core/page-words.js';
import type { Block, Mark, Page, Rule, SourceContext } from '../core/types.js';

/**
 * Lines that a source repeats on its pages, as learned from its other documents (corpus/lines). What is short and on many pages is the
 * template's; a sentence must be on more of them to be, for columnists have their refrains and series their introductions. It adds to the
 * judge's opinion and does not decide alone.
 */

/** Shares of a source's documents that are told apart, largest first. What is published changes only where a line crosses one of them. */
export const SHARES = [0.8, 0.5, 0.25, 0.12, 0.06, 0.03] as const;

/** Log odds by the share of the source's documents from which they hold; tried on the generated sources of test/corpus/lines. */
const SHORT: readonly (readonly [number, number])[] = [
  [0.8, 8],
  [0.5, 6],
  [0.25, 4.5],
  [0.12, 3],
  [0.06, 2],
  [0.03, 1],
];
const SENTENCE: readonly (readonly [number, number])[] = [
  [0.8, 7],
  [0.5, 6],
  [0.25, 5],
  [0.12, 4],
];

/** For a short line that no other repeated line stands beside: menus and footers come in runs, a subheading stands alone. */
const ALONE: readonly (readonly [number, number])[] = [
  [0.8, 6],
  [0.5, 4],
  [0.25, 2],
];

const ENDS = /[.!?…。！？।؟۔።။։፧፨]["'”’»›」』)\]）】]*$/;
/** Words of a sentence, two characters of an unspaced script counted as one; shorter ones ("Subscribe!") are read like labels. */
const SENTENCE_WORDS = 3;
/** Words that make a line running text, whatever it ends with. */
const LONG_WORDS = 20;
/** Words of own sentences from which a document says something itself. A legal notice published as an article has a title and no more. */
const OWN_WORDS = 12;

interface Line {
  readonly block: Block;
  readonly share: number | undefined;
  readonly size: number;
  readonly sentence: boolean;
}

function lineOf(page: Page, block: Block, i: number, context: SourceContext): Line {
  const words = blockWords(page, i);
  const hash = lineHash(pageLine(page, i));
  const share = hash === null ? undefined : context.repeated?.get(hash);
  const size = words.length - words.filter(isSingle).length / 2;
  const sentence = size >= LONG_WORDS || (size >= SENTENCE_WORDS && ENDS.test(block.text));
  return { block, share, size, sentence };
}

export const repeatedLine: Rule = {
  name: 'repeated-line',
  reason: 'template',
  *mark(page: Page, context: SourceContext): Iterable<Mark> {
    if (context.repeated === undefined || context.repeated.size === 0) return;
    const lines = page.blocks.map((block, i) => lineOf(page, block, i, context));
    let own = 0;
    for (const { share, sentence, size } of lines) if (share === undefined && sentence) own += size;
    for (const [i, { block, share, sentence }] of lines.entries()) {
      if (share === undefined || (sentence && own < OWN_WORDS)) continue;
      const inRun = lines[i - 1]?.share !== undefined || lines[i + 1]?.share !== undefined;
      const odds = (sentence ? SENTENCE : inRun ? SHORT : ALONE).find(([least]) => share >= least)?.[1];
      if (odds === undefined) continue;
      yield {
        span: block.span,
        rule: 'repeated-line',
        feature: 'template',
        claim: 'drop',
        reason: 'template',
        evidence: `on ${Math.round(share * 100)} % or more of the documents of ${context.source}`,
        odds,
      };
    }
  },
};
