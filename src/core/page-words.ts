import { isAscii } from './characters.js';
import { lineKey, lowerWords } from './text.js';
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

/** No character of a script without spaces: its words stay the same however often they are cut. */
const SPACED = /^[\u0000-\u0dff\u1e00-\u206f]*$/;

const keys = new WeakMap<Page, (string | undefined)[]>();

/** lineKey() of a block: what is asked of all blocks to find those that say the same. Most need no folding beside their words. */
export function blockKey(page: Page, block: number): string {
  let known = keys.get(page);
  if (known === undefined) keys.set(page, (known = new Array<string | undefined>(page.blocks.length)));
  return (known[block] ??= isFolded(page, block)
    ? blockWords(page, block).join(' ')
    : lineKey(page.blocks[block]?.text ?? ''));
}

/** True where a block's words are those of its key. */
export function isFolded(page: Page, block: number): boolean {
  const text = page.blocks[block]?.text ?? '';
  return isAscii(text) || (SPACED.test(text) && text.normalize('NFKC') === text);
}
