import type { Block, Mark, Page, Rule } from '../core/types.js';
import { blockWords } from '../core/page-words.js';
import { hitsByBlock } from './phrase.js';
import { shippedPhrases, type PhraseHit } from './phrases/index.js';

/** Words of a block, and such blocks above the heading, from which something stood there to comment on. */
const PARAGRAPH_WORDS = 15;
const LEAST_ABOVE = 2;
/** In text: buttons such as "Reply", or lines that open an entry, that make a thread; lines from one to the next, and words of such a line. */
const LEAST_BUTTONS = 2;
const LEAST_OPENINGS = 3;
const REACH = 8;
const OPENING_WORDS = 8;
const NAME_WORDS = 4;
const CLOCK = /\b\d{1,2}[:.]\d{2}\b/;
const FIGURES = /\d+/g;
/** Figures of a day and a time of day. */
const STAMP_FIGURES = 3;
/** Ends in a word that is no name: "Ann Lee says:", "reply to comment". */
const ENDS_LOWER = /\s\p{Ll}[\p{L}\p{M}]*:?$/u;

type Hits = readonly (readonly PhraseHit[] | undefined)[];

/**
 * Readers' comments below a heading such as "4 comments". In HTML they are what stands in the same element as the heading that opens it,
 * whatever the element is called: 90 of 963 development pages had such an element, 2,454 blocks, none of them gold. In text they run
 * from the heading to the last "Reply", or to the last entry that a line opens: a day with a time, or one of several that end alike
 * ("Ann Lee says").
 */
export const commentThread: Rule = {
  name: 'comment-thread',
  reason: 'comments',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const hits = hitsByBlock(page, shippedPhrases());
    let above = 0;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      if (block.markup?.visible === false) continue;
      if (blockWords(page, i).length >= PARAGRAPH_WORDS) above++;
      const heads = (hits[i] ?? []).some(({ phrase }) => phrase.kind === 'list-head' && phrase.reason === 'comments');
      if (!heads || above < LEAST_ABOVE) continue;
      const end = page.format === 'html' ? endOfElement(page, i) : lastSign(page, hits, i);
      for (let k = i + 1; k <= end; k++)
        yield {
          span: (blocks[k] as Block).span,
          rule: 'comment-thread',
          claim: 'drop',
          reason: 'comments',
          evidence: `below "${block.text.slice(0, 60)}"`,
          sure: true,
        };
      // A heading within a thread adds nothing to it.
      if (page.format === 'text') i = end;
    }
  },
};

/** The last block of the element that the heading `i` opens, `i` if it opens none. */
function endOfElement({ blocks, tree }: Page, i: number): number {
  const elementOf = (k: number): number => blocks[k]?.markup?.element ?? -1;
  if (tree === undefined) return i;
  let thread = tree.parent[elementOf(i)] ?? -1;
  // A heading alone in a wrapper heads what stands beside the wrapper.
  while (thread >= 0 && elementOf(i + 1) > (tree.last[thread] as number)) thread = tree.parent[thread] as number;
  // Only a heading that opens its element says what the whole of it is.
  if (thread < 0 || elementOf(i - 1) >= thread) return i;
  let end = i;
  while (end + 1 < blocks.length && elementOf(end + 1) <= (tree.last[thread] as number)) end++;
  return end;
}

/** The last line of a thread whose signs follow each other closely, `i` if there are too few. */
function lastSign(page: Page, hits: Hits, i: number): number {
  const chains = new Map<string, { count: number; last: number }>();
  let last = i;
  let button = i;
  for (let k = i + 1; k < hits.length && k - last <= REACH; k++) {
    const sign = signOf(page, hits, k);
    if (sign === null) continue;
    const chain = chains.get(sign) ?? { count: 0, last: i };
    if (k - Math.max(chain.last, button) > REACH) continue;
    chains.set(sign, { count: chain.count + 1, last: k });
    if (sign === BUTTON) button = k;
    last = k;
  }
  const whole = [...chains].filter(([sign, { count }]) => count >= (sign === BUTTON ? LEAST_BUTTONS : LEAST_OPENINGS));
  const end = whole.reduce((most, [, chain]) => Math.max(most, chain.last), i);
  return end > i && end !== button && isOpened(page, hits, i) ? Math.min(end + 1, hits.length - 1) : end;
}

/** True where the lines that tell entries stand above these, not below: one is right behind the thread's heading, be it below a name. */
const isOpened = (page: Page, hits: Hits, heading: number): boolean =>
  signOf(page, hits, heading + 1) !== null ||
  (blockWords(page, heading + 1).length <= NAME_WORDS && signOf(page, hits, heading + 2) !== null);

const BUTTON = 'button';
const STAMP = 'stamp';

/** What says that an entry of a thread stands here: a button, a day with a time, or the word in which a line above an entry ends. */
function signOf(page: Page, hits: Hits, k: number): string | null {
  const own = hits[k] ?? [];
  if (own.some(({ phrase }) => phrase.kind === 'button' && phrase.reason === 'comments')) return BUTTON;
  const text = page.blocks[k]?.text ?? '';
  const words = blockWords(page, k);
  if (words.length < 2 || words.length > OPENING_WORDS || own.some(({ phrase }) => phrase.reason !== 'comments'))
    return null;
  if (CLOCK.test(text) && (text.match(FIGURES)?.length ?? 0) >= STAMP_FIGURES) return STAMP;
  return ENDS_LOWER.test(text) ? `… ${words.at(-1) ?? ''}` : null;
}
