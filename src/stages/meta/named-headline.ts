import { lineKey } from '../../core/text.js';
import type { Page } from '../../core/types.js';
import { chooseHeadline } from './headline.js';

/**
 * The heading that says what the metadata settle on, then one that says any of their titles, then the first h1. On a page without one the line
 * that says it: old pages set their headlines in large type and nothing more.
 */
export function findNamedHeadline(page: Page): number {
  const chosen = chooseHeadline(page.meta);
  const heading = (keys: ReadonlySet<string>): number =>
    page.blocks.findIndex((block) => block.kind === 'heading' && block.text !== '' && keys.has(lineKey(block.text)));
  for (const titles of [chosen === null ? [] : [chosen.value], page.meta.headlines.map((headline) => headline.value)]) {
    const found = heading(new Set(titles.map(lineKey).filter((key) => key !== '')));
    if (found >= 0) return found;
  }
  const first = page.blocks.findIndex((block) => block.markup?.tag === 'h1');
  return first >= 0 || chosen === null || page.format !== 'html' ? first : findLine(page, lineKey(chosen.value));
}

const findLine = ({ blocks }: Page, key: string): number =>
  blocks.findIndex(
    ({ text, markup }) =>
      markup?.visible === true && markup.evidence['inNavigation'] !== 1 && text !== '' && lineKey(text) === key,
  );
