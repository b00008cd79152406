import { tagAt, type Outline } from '../html/outline.js';
import type { NameBook } from '../html/names.js';

const TAGS = new Set(['nav', 'footer']);
const NAMES = new Set([
  ...[
    'comment',
    'comments',
    'related',
    'recommended',
    'recommendations',
    'sidebar',
    'footer',
    'teaser',
    'teasers',
    'card',
    'cards',
    'carousel',
    'popular',
  ],
  ...['trending', 'menu', 'widget', 'latest', 'promo', 'ticker'],
]);
const REACH = 20;

/** True where element `at` stands in something that is about other pages or other people: related articles, comments, navigation. */
export function isElsewhere(outline: Outline, names: NameBook, at: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps < REACH; up = outline.parent[up] as number, steps++) {
    const tag = tagAt(outline, up);
    if (tag === '' || tag === 'body') return false;
    if (TAGS.has(tag)) return true;
    if (names.of(up).some((word) => NAMES.has(word))) return true;
  }
  return false;
}
