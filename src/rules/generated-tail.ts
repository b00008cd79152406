import { blockWords } from '../core/page-words.js';
import type { Block, Mark, Page, Rule } from '../core/types.js';
import { contentWords } from '../core/vocabulary.js';
import { hitsByBlock } from './phrase.js';
import { shippedPhrases } from './phrases/index.js';

/**
 * A summary, conclusion or list of questions under a telling heading, behind the end of the article. Real articles have such sections,
 * too (STUDIES: cutting at "FAQ" destroys 231 of 791), so that the heading alone says little: what counts is how much of the section only
 * says again what stands above. The judge weighs it.
 */

const PARAGRAPH_WORDS = 12;
/** Running text that must stand above, in blocks. */
const LEAST_ABOVE = 2;
/** Longest section that is looked at, in blocks. */
const REACH = 30;

export const generatedTail: Rule = {
  name: 'generated-tail',
  reason: 'appended',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const hits = hitsByBlock(page, shippedPhrases());
    const isHead = (i: number): boolean =>
      (hits[i] ?? []).some((hit) => hit.phrase.reason === 'appended' && hit.phrase.kind !== 'notice');
    const isFurniture = (i: number): boolean =>
      (hits[i] ?? []).some((hit) => hit.phrase.reason !== 'appended' && hit.phrase.kind !== 'button');
    const known = new Set<string>();
    let above = 0;
    for (let i = 0; i < blocks.length; i++) {
      if (above >= LEAST_ABOVE && isHead(i)) {
        let end = i + 1;
        while (end < blocks.length && end - i <= REACH && !isFurniture(end)) end++;
        const share = coverage(page, i + 1, end, known);
        const level = share < 0.3 ? 0 : share < 0.45 ? 1 : share < 0.6 ? 2 : 3;
        const told = hits
          .slice(i, end)
          .some((own) => own.some((hit) => hit.phrase.reason === 'appended' && hit.phrase.kind === 'notice'));
        for (let k = i; k < end; k++) {
          const block = blocks[k] as Block;
          yield {
            span: block.span,
            rule: 'generated-tail',
            feature: `generated:${level}`,
            claim: 'drop',
            reason: 'appended',
            evidence: `under "${(blocks[i] as Block).text.slice(0, 60)}"`,
            ...(told ? { sure: true } : {}),
          };
        }
        return;
      }
      const tokens = blockWords(page, i);
      if (tokens.length >= PARAGRAPH_WORDS) above++;
      for (const word of contentWords(tokens)) known.add(word);
    }
  },
};

/** Share of the content words of the blocks start..end that are known from above. */
function coverage(page: Page, start: number, end: number, known: ReadonlySet<string>): number {
  const all: string[] = [];
  for (let i = start; i < end; i++) for (const word of contentWords(blockWords(page, i))) all.push(word);
  return all.length === 0 ? 0 : all.filter((word) => known.has(word)).length / all.length;
}
