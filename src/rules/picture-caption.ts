import { blockWords } from '../core/page-words.js';
import type { Block, MarkupTree, Mark, Page, Rule } from '../core/types.js';
import { readCaption } from '../stages/fields/caption.js';
import { LISTS } from './phrases/index.js';

/** By how much the evidence that a picture stands right before fades with each element up in which the two meet. */
const STEP = 1 / 12;
/** Elements up to the one that holds a caption and its picture, and from a cell to its table. */
const BESIDE = 1;
const TO_TABLE = 4;
/** Words of a caption, and how certain the reading of its form must be beside a picture. */
const MOST_WORDS = 60;
const LIKELY = 0.5;

/**
 * Captions without a <figcaption>: a text that reads like one or is called one, right behind a picture in the same
 * element, and the only text of a table that holds a picture, as pages were once laid out. Of 963 development pages 80 had some, five blocks of some
 * 250 gold.
 */
export const pictureCaption: Rule = {
  name: 'picture-caption',
  *mark(page: Page): Iterable<Mark> {
    const { blocks, tree } = page;
    if (tree === undefined) return;
    for (const [i, block] of blocks.entries()) {
      const { kind, markup, span, text } = block;
      const near = markup?.evidence['mediaBefore'] ?? 0;
      const steps = Math.round((1 - near) / STEP);
      if (steps > TO_TABLE || kind === 'heading' || kind === 'table' || blockWords(page, i).length > MOST_WORDS)
        continue;
      const isLone = markup?.evidence['inTable'] === 1 && isAlone(tree, blocks, i, steps);
      if (isLone || (steps <= BESIDE && (isCalledOne(block) || readsLikeOne(text))))
        yield { span, rule: 'picture-caption', feature: 'caption:sure', claim: 'role', role: 'caption', sure: true };
    }
  },
};

/** By the name of its element. Of a <figcaption> the judge thinks for itself, and a <caption> is a table's. */
const isCalledOne = ({ kind, markup }: Block): boolean =>
  kind === 'caption' && markup?.tag !== 'figcaption' && markup?.tag !== 'caption';

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
