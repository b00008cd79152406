import { BlockEvidence } from '../../html/evidence/block-evidence.js';
import type { Observation } from '../observe.js';
import type { Opinions } from '../opinions.js';
import { Columns } from './columns.js';
import { putPage } from './first-look.js';
import { Explainer } from './explain.js';
import { chance, Reading, type Forest } from './forest.js';
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
  const markup = MARKUP.map((name) => columns.add(name));
  page.blocks.forEach((block, i) => {
    const evidence = block.markup?.evidence;
    if (evidence !== undefined)
      for (let k = 0; k < markup.length; k++) (markup[k] as Float32Array)[i] = evidence[MARKUP[k] as string] ?? 0;
  });
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
  let explainer: Explainer | undefined;
  return {
    article,
    kept: Array.from(article, (value) => value >= looks.threshold),
    why: (i) => (explainer ??= new Explainer(first, second)).explain(i),
  };
}
