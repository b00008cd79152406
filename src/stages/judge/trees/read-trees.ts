import { BlockEvidence } from '../../html/evidence/block-evidence.js';
import type { Observation } from '../observe.js';
import type { Opinions } from '../opinions.js';
import { Columns } from './columns.js';
import { putPage } from './first-look.js';
import { chance, contributions, score, type Forest } from './forest.js';
import { layoutOf, tokensOf, type Layout } from './layout.js';
import { putMarks } from './mark-columns.js';
import { putRelations } from './page-columns.js';
import { putSecondLook } from './second-look.js';
import { putText } from './text-columns.js';

/** What `npm run fit` finds for HTML: two forests, the second of which sees what the first made of the page. */
export interface Looks {
  /** What the weights were fitted on, in words and numbers. */
  readonly about: string;
  /** Probability from which a block is kept. */
  readonly threshold: number;
  readonly first: Forest;
  readonly second: Forest;
}

const MARKUP = Object.keys(new BlockEvidence());

/** The features of the first look: one row a block. Linear in the page. */
export function gatherColumns(observation: Observation, layout: Layout): Columns {
  const { page, facts, prose, marks, struck } = observation;
  const columns = new Columns(page.blocks.length);
  for (const name of MARKUP) {
    const column = columns.add(name);
    page.blocks.forEach((block, i) => {
      column[i] = block.markup?.evidence[name] ?? 0;
    });
  }
  putText(columns, page.blocks, facts, prose, layout);
  putMarks(columns, marks, struck);
  putRelations(columns, page, tokensOf(facts), layout);
  putPage(columns, page, facts);
  return columns;
}

/** Judges the blocks of an HTML page by two forests, one after the other. */
export function readTrees(observation: Observation, looks: Looks): Opinions {
  const layout = layoutOf(observation.page, observation.facts);
  const columns = gatherColumns(observation, layout);
  const first = score(looks.first, columns).map(chance);
  putSecondLook(columns, layout, first);
  const article = score(looks.second, columns).map(chance);
  observation.struck.forEach((struck, i) => {
    if (struck) article[i] = 0;
  });
  return {
    article,
    kept: Array.from(article, (value) => value >= looks.threshold),
    why: (i) => explain(looks, columns, i),
  };
}

/**
 * The three features that spoke most against a block, with their values: "links 0.93, denseIn 0". What the first look said of it is told by
 * the first look's own features.
 */
function explain(looks: Looks, columns: Columns, row: number): string | null {
  const sums = contributions(looks.second, columns, row);
  const own = sums.get('look') ?? 0;
  sums.delete('look');
  if (own < 0) {
    const first = [...contributions(looks.first, columns, row)].filter(([, value]) => value < 0);
    const total = first.reduce((sum, [, value]) => sum + value, 0);
    for (const [name, value] of first) sums.set(name, (sums.get(name) ?? 0) + (own * value) / total);
  }
  const against = [...sums]
    .filter(([, value]) => value < 0)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([name]) => `${name} ${Number((columns.get(name)[row] as number).toPrecision(2))}`);
  return against.length === 0 ? null : against.join(', ');
}
