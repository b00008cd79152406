import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { BlockEvidence } from './block-evidence.js';
import type { SubtreeSums } from './subtree-sums.js';

/** Words of running text from which an <article> is one and not a teaser. */
const LEAST = 40;
const MOST = 8;

/** Puts the how-manieth <article> a block stands in and the how-manieth <h1> it stands under: what a page loads below its article is another one. */
export function putArticles(
  all: readonly BlockEvidence[],
  outline: Outline,
  runs: readonly Run[],
  prose: SubtreeSums,
): void {
  let count = 0;
  let end = -1;
  let at = 0;
  let titles = 0;
  all.forEach((evidence, i) => {
    const { holder, element } = runs[i] as Run;
    // The outermost article's; those inside it are its parts.
    for (; at <= holder; at++)
      if (at > end && tagAt(outline, at) === 'article' && prose.inside(at) >= LEAST) {
        count++;
        end = outline.last[at] as number;
      }
    evidence.articleNumber = holder <= end ? Math.min(MOST, count) / MOST : 0;
    evidence.titlesBefore = Math.min(MOST, titles) / MOST;
    if (tagAt(outline, element) === 'h1') titles++;
  });
}
