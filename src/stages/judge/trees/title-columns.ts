import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import { lettersIn } from '../title.js';
import type { Columns } from './columns.js';
import { TITLE_LONGEST } from './title-look.js';

/** What parts the items of menus, paths and tickers, and a site's name from a title. */
const PARTING = /[|›»▲▼•·]|\s[/>—–-]\s/g;

const [PARTS, LETTERS, BEHIND] = ['parts', 'letters', 'slugBehind'] as const;
/** What putTitles() adds: for forests that tell fields. The looks that choose the text do not ask for it. */
export const TITLE_COLUMNS: readonly string[] = [PARTS, LETTERS, BEHIND];

/**
 * What tells a headline from other lines of its length above a text: that it is of one piece, and of letters, and that no other line says more
 * of the page's address.
 */
export function putTitles(columns: Columns, page: Page, facts: readonly Facts[]): void {
  const [parts, letters, behind] = [columns.add(PARTS), columns.add(LETTERS), columns.add(BEHIND)];
  const like = columns.get('slugLike');
  const most = like.reduce((best, value) => Math.max(best, value), 0);
  page.blocks.forEach(({ text }, i) => {
    behind[i] = most - (like[i] as number);
    if ((facts[i] as Facts).size > TITLE_LONGEST) return;
    parts[i] = text.match(PARTING)?.length ?? 0;
    letters[i] = lettersIn(text) / Math.max(1, text.length);
  });
}
