import { blockWords } from '../../core/page-words.js';
import type { Block, Page } from '../../core/types.js';
import { dayFirstFor } from '../../stages/fields/dates.js';
import { guessFunctionWords } from '../../stages/language/stopwords.js';
import { shippedPhrases } from '../phrases/index.js';
import { frontEnds } from './front.js';
import { findTail } from './tail.js';

/**
 * Makes lines of their own of what an extractor glued to a line of text, so that it is judged by itself, and so is the sentence: interface
 * text behind the last sentence, fields and buttons before the first. Of plain text only; markup keeps them apart.
 */

/** Paragraphs from the top before which fields and buttons stand. */
const MOST_PARAGRAPHS = 3;
const ENDS = /[.!?…。！？।؟۔።။]["'”’»›」』)\]）】]*$/;
const PARAGRAPH_WORDS = 6;
const PARAGRAPH_CHARACTERS = 16;
/** Words beside a line from which a text says something else, too. */
const SOMETHING = 40;

/** The page with such lines apart, or the page itself. Linear in it. */
export function separateGlued(page: Page, url: string | null): Page {
  if (page.format !== 'text') return page;
  const matcher = shippedPhrases();
  const { language } = guessFunctionWords(page);
  const options = { dayFirst: dayFirstFor(language, url) };
  const words = page.blocks.reduce((sum, _, i) => sum + blockWords(page, i).length, 0);
  const cuts = new Map<number, number[]>();
  let paragraphs = 0;
  for (const [i, { text }] of page.blocks.entries()) {
    const own = blockWords(page, i).length;
    const at: number[] = [];
    const isParagraph = own >= PARAGRAPH_WORDS && text.length >= PARAGRAPH_CHARACTERS && ENDS.test(text);
    if (isParagraph && paragraphs++ < MOST_PARAGRAPHS) at.push(...frontEnds(text, matcher, language, options));
    const tail = findTail(text, matcher, words - own < SOMETHING);
    if (tail !== null && tail.start > (at.at(-1) ?? 0)) at.push(tail.start);
    if (at.length > 0) cuts.set(i, at);
  }
  return cuts.size === 0 ? page : cutBlocks(page, cuts);
}

interface Part {
  /** The block it is of, and where in that block's text it stands. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Characters that join a sentence and what is glued to it, and belong to neither: they are left out of both. */
const EDGE = /^\s+|\s+$/g;

function cutBlocks(page: Page, cuts: ReadonlyMap<number, readonly number[]>): Page {
  const parts: Part[] = [];
  const blocks: Block[] = [];
  page.blocks.forEach((block, i) => {
    const bounds = [0, ...(cuts.get(i) ?? []), block.text.length];
    for (let k = 1; k < bounds.length; k++) {
      const raw = block.text.slice(bounds[k - 1], bounds[k]);
      const text = raw.replace(EDGE, '');
      if (text === '' && bounds.length > 2) continue;
      const start = (bounds[k - 1] as number) + raw.indexOf(text);
      const end = start + text.length;
      const isWhole = start === 0 && end === block.text.length;
      const span = isWhole ? block.span : page.locate(i, start, end);
      parts.push({ block: i, start, end });
      blocks.push(isWhole ? block : { ...block, span, source: page.sourceOf(span), text });
    }
  });
  return {
    ...page,
    blocks,
    locate(block, start, end) {
      const part = parts[block];
      const own = blocks[block];
      if (part === undefined || own === undefined) throw new RangeError(`no block ${block}`);
      if (start <= 0 && end >= own.text.length) return own.span;
      return page.locate(part.block, part.start + Math.max(0, start), Math.min(part.end, part.start + end));
    },
  };
}
