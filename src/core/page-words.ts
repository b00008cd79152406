import { lowerWords } from './text.js';
import type { Page } from './types.js';

const known = new WeakMap<Page, (readonly string[] | undefined)[]>();

/** lowerWords() of a block. Nearly everything that reads a page asks for them: each block is read once, when first asked for. */
export function blockWords(page: Page, block: number): readonly string[] {
  let lists = known.get(page);
  if (lists === undefined) {
    lists = new Array<readonly string[] | undefined>(page.blocks.length);
    known.set(page, lists);
  }
  return (lists[block] ??= lowerWords(page.blocks[block]?.text ?? ''));
}
