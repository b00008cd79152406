import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { EvidenceColumns } from './evidence-columns.js';
import type { SubtreeSums } from './subtree-sums.js';

/** Words of running text from which an <article> is one and not a teaser. */
const LEAST = 40;
const MOST = 8;

/** Puts the how-manieth <article> a block stands in and the how-manieth <h1> it stands under: what a page loads below its article is another one. */
export function putArticles(
  { articleNumber, titlesBefore }: EvidenceColumns,
  outline: Outline,
  runs: readonly Run[],
  prose: SubtreeSums,
): void {
  let count = 0;
  let end = -1;
  let at = 0;
  let titles = 0;
  runs.forEach(({ holder, element }, i) => {
    // The outermost article's; those inside it are its parts.
    for (; at <= holder; at++)
      if (at > end && tagAt(outline, at) === 'article' && prose.inside(at) >= LEAST) {
        count++;
        end = outline.last[at] as number;
      }
    articleNumber[i] = holder <= end ? Math.min(MOST, count) / MOST : 0;
    titlesBefore[i] = Math.min(MOST, titles) / MOST;
    if (tagAt(outline, element) === 'h1') titles++;
  });
}
