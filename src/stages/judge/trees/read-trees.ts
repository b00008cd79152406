import { BlockEvidence } from '../../html/evidence/block-evidence.js';
import type { Observation } from '../observe.js';
import type { Opinions } from '../opinions.js';
import { Columns } from './columns.js';
import { putPage } from './first-look.js';
import { chance, Reading, type Forest } from './forest.js';
import { layoutOf, tokensOf, type Layout } from './layout.js';
import { putMarks } from './mark-columns.js';
import { putRelations } from './page-columns.js';
import { LOOK, putSecondLook } from './second-look.js';
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
  const first = new Reading(looks.first, columns);
  putSecondLook(columns, layout, first.score().map(chance));
  const second = new Reading(looks.second, columns);
  const article = second.score().map(chance);
  observation.struck.forEach((struck, i) => {
    if (struck) article[i] = 0;
  });
  return {
    article,
    kept: Array.from(article, (value) => value >= looks.threshold),
    why: (i) => explain(first, second, i),
  };
}

const NAMED = 3;

/**
 * The three features that spoke most against a block, with their values: "links 0.93, denseIn 0". What the first look said of it is told by
 * the first look's own features.
 */
function explain(first: Reading, second: Reading, row: number): string | null {
  const sums = new Map<string, number>();
  const later = second.contributions(row);
  later.forEach((sum, feature) => {
    if (sum < 0) sums.set(second.nameOf(feature), sum);
  });
  const look = sums.get(LOOK) ?? 0;
  if (sums.delete(LOOK)) {
    const earlier = first.contributions(row);
    const total = earlier.reduce((all, sum) => all + Math.min(0, sum), 0);
    earlier.forEach((sum, feature) => {
      const name = first.nameOf(feature);
      if (sum < 0) sums.set(name, (sums.get(name) ?? 0) + (look * sum) / total);
    });
  }
  const most: [name: string, sum: number][] = [];
  for (const entry of sums) {
    let at = most.length;
    while (at > 0 && (most[at - 1] as [string, number])[1] > entry[1]) at--;
    if (at < NAMED) most.splice(at, 0, entry);
    if (most.length > NAMED) most.pop();
  }
  if (most.length === 0) return null;
  return most.map(([name]) => `${name} ${Number((second.columns.get(name)[row] as number).toPrecision(2))}`).join(', ');
}
