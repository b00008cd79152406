import { lineKey } from '../../core/text.js';
import type { Page } from '../../core/types.js';
import { chooseHeadline } from './headline.js';

/** The heading that says what the metadata settle on, then one that says any of their titles, then the first h1. */
export function findNamedHeadline(page: Page): number {
  const chosen = chooseHeadline(page.meta);
  const heading = (keys: ReadonlySet<string>): number =>
    page.blocks.findIndex((block) => block.kind === 'heading' && block.text !== '' && keys.has(lineKey(block.text)));
  for (const titles of [chosen === null ? [] : [chosen.value], page.meta.headlines.map((headline) => headline.value)]) {
    const found = heading(new Set(titles.map(lineKey).filter((key) => key !== '')));
    if (found >= 0) return found;
  }
  return page.blocks.findIndex((block) => block.markup?.tag === 'h1');
}
