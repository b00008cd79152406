import { lineWords } from './line-hash.js';
import { blockWords } from './page-words.js';
import type { Block, Page } from './types.js';

/** Share of a block's characters in links from which it is a link. */
const LINKED = 0.5;

/**
 * The words by which a block is the same line as another (lineWords). Where there is markup, a heading "# faqs" and a link "[faqs]" are not
 * the same: the one may stand in an article, the other in a menu.
 */
export function pageLine(page: Page, i: number): string {
  const words = lineWords(blockWords(page, i));
  const { kind, markup } = page.blocks[i] as Block;
  if (markup === undefined || words === '') return words;
  if (markup.linkDensity >= LINKED) return `[${words}]`;
  return kind === 'heading' ? `# ${words}` : words;
}
