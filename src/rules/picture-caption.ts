import { blockWords } from '../core/page-words.js';
import type { Block, MarkupTree, Mark, Page, Rule } from '../core/types.js';
import { readCaption } from '../stages/fields/caption.js';
import { LISTS } from './phrases/index.js';

/** Evidence that a picture stands right before the text in the same element, by how much it fades with each element up, and how far up a table is. */
const SAME = 1;
const STEP = 1 / 12;
const TO_TABLE = 4;
/** Words of a caption, and how certain the reading of its form must be beside a picture. */
const MOST_WORDS = 60;
const LIKELY = 0.5;

/**
 * Captions without a <figcaption>: a text that reads like one, right behind a picture in the same element, and the only text of a table that holds a
 * picture, as pages were once laid out. Of 963 development pages 73 had some, 235 blocks, five of them gold.
 */
export const pictureCaption: Rule = {
  name: 'picture-caption',
  *mark(page: Page): Iterable<Mark> {
    const { blocks, tree } = page;
    if (tree === undefined) return;
    for (const [i, block] of blocks.entries()) {
      const { kind, markup, span, text } = block;
      const near = markup?.evidence['mediaBefore'] ?? 0;
      const steps = Math.round((SAME - near) / STEP);
      if (steps > TO_TABLE || kind === 'heading' || kind === 'table' || blockWords(page, i).length > MOST_WORDS)
        continue;
      const isLone = markup?.evidence['inTable'] === 1 && isAlone(tree, blocks, i, steps);
      if (isLone || (steps === 0 && readsLikeOne(text)))
        yield { span, rule: 'picture-caption', feature: 'caption:sure', claim: 'role', role: 'caption', sure: true };
    }
  },
};

function readsLikeOne(text: string): boolean {
  const caption = readCaption(text, LISTS);
  return caption !== null && caption.text !== '' && caption.certainty >= LIKELY;
}

/** Whether block `i` is all the text of the element so many steps up. */
function isAlone({ parent, last }: MarkupTree, blocks: readonly Block[], i: number, steps: number): boolean {
  const elementOf = (k: number): number => blocks[k]?.markup?.element ?? -1;
  let at = elementOf(i);
  for (let step = 0; step < steps && at >= 0; step++) at = parent[at] as number;
  const isIn = (k: number): boolean => elementOf(k) >= at && elementOf(k) <= (last[at] as number);
  return at >= 0 && !isIn(i - 1) && !isIn(i + 1);
}
