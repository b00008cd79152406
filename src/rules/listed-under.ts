import type { Block, Mark, Page, Reason, Rule } from '../core/types.js';
import { hitsByBlock } from './phrase.js';
import { shippedPhrases, type PhraseHit } from './phrases/index.js';

/**
 * A numbered or bulleted list right under a heading that heads lists of other articles ("Most read", "You may also like") goes with it,
 * however much its items look like the article's own list; in HTML a list whose items are links. Of 963 development pages 362 had such a list of links,
 * 7,859 items, fourteen of them gold.
 */

const NUMBER = /^#?\s?(\p{N}{1,2})(?:[.)．、]\s?|\s+|\s?[-–]\s)\S/u;
const BULLET = /^[-–—•·*▪►▶●■◦‣»›]\s?\S/;
/** Reasons whose headings head lists of links. */
const LISTS: ReadonlySet<Reason> = new Set(['related', 'navigation', 'advertisement']);
/** Characters beyond which an item is a paragraph. */
const ITEM_MOST = 220;
/** Share of an item that is a link from which it leads elsewhere. */
const LINKED = 0.9;

const isLink = (block: Block | undefined): boolean =>
  block?.kind === 'list-item' && (block.markup?.linkDensity ?? 0) >= LINKED;

const formOf = (block: Block | undefined): 'number' | 'bullet' | null =>
  block === undefined || block.text.length > ITEM_MOST
    ? null
    : NUMBER.test(block.text)
      ? 'number'
      : BULLET.test(block.text)
        ? 'bullet'
        : null;

/** What else belongs to the list that begins with this block; null where none begins. */
function itemsLike(block: Block | undefined): ((block: Block | undefined) => boolean) | null {
  if (isLink(block)) return isLink;
  const form = formOf(block);
  if (form === null) return null;
  // A list that does not begin at its first number is the article's, broken by the box.
  const first = NUMBER.exec(block?.text ?? '')?.[1];
  if (form === 'number' && first !== undefined && !/^(?:0?1|[١۱१১๑１])$/.test(first)) return null;
  return (other) => formOf(other) === form;
}

/**
 * "Read also: A harbour in the dark" has led to its article: the list behind it, or what is said behind a dash, goes on with this one. Of 27
 * items under such lines in development texts 16 were gold.
 */
const namesItsOwn = ({ text }: Block, { phrase, span }: PhraseHit): boolean =>
  phrase.kind === 'lead-in' && /[\p{L}\p{N}]/u.test(text.slice(span.end));

export const listedUnder: Rule = {
  name: 'listed-under',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const hits = hitsByBlock(page, shippedPhrases());
    for (let i = 0; i < blocks.length; i++) {
      const head = (hits[i] ?? []).find(
        ({ phrase }) => (phrase.kind === 'list-head' || phrase.kind === 'lead-in') && LISTS.has(phrase.reason),
      );
      if (head === undefined) continue;
      const heading = blocks[i] as Block;
      const belongs = itemsLike(blocks[i + 1]);
      if (belongs === null || (belongs !== isLink && namesItsOwn(heading, head))) continue;
      for (; belongs(blocks[i + 1]); i++) yield under(heading, head.phrase.reason, blocks[i + 1] as Block);
      // The last item may head the next list; those before it only repeat what heads this one.
      i--;
    }
  },
};

const under = (head: Block, reason: Reason, { span }: Block): Mark => ({
  span,
  rule: 'listed-under',
  claim: 'drop',
  reason,
  evidence: `under "${head.text.slice(0, 60)}"`,
  sure: true,
});
