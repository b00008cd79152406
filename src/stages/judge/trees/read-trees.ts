import { BlockEvidence } from '../../html/evidence/block-evidence.js';
import { EVIDENCE_NAMES } from '../../html/evidence/evidence-columns.js';
import type { Page } from '../../../core/types.js';
import type { Observation } from '../observe.js';
import type { Opinions } from '../opinions.js';
import { putAddress } from './address-columns.js';
import { namingOf, putTitled } from './byline-look.js';
import { putCaptions } from './caption-columns.js';
import { putCells } from './cell-columns.js';
import { putChoices } from './choice-columns.js';
import { Columns } from './columns.js';
import { putFeeds } from './feed-columns.js';
import { putPage } from './first-look.js';
import { Explainer } from './explain.js';
import { chance, chancesOf, Reading, type Forest } from './forest.js';
import { layoutOf, type Layout } from './layout.js';
import { putForms } from './form-columns.js';
import { putBehind, putMarks } from './mark-columns.js';
import { putNamed } from './name-columns.js';
import { putRelations } from './page-columns.js';
import { putPlace } from './place-columns.js';
import { putRecurrences } from './recurrence-columns.js';
import { isSettled, putSecondLook } from './second-look.js';
import { putSlug } from './slug-columns.js';
import { putStretches } from './stretch-columns.js';
import { putText } from './text-columns.js';
import { putTitles } from './title-columns.js';
import { putJudged, titleCandidates } from './title-look.js';
import { putTopics } from './topic-columns.js';

/** What `npm run fit` finds for a kind of page: two forests, the second of which sees what the first made of the page. */
export interface Looks {
  /** What the weights were fitted on, in words and numbers. */
  readonly about: string;
  /** Probability from which a block is kept. */
  readonly threshold: number;
  readonly first: Forest;
  readonly second: Forest;
  /** Of plain text: HTML names its own. */
  readonly fields?: FieldForests;
}

/** What `npm run fit` finds for the fields of a plain text. */
export interface FieldForests {
  /** Tells the headline. */
  readonly title: Forest;
  /** Tells which lines name the authors. */
  readonly byline: Forest;
}

/** The features of the first look: one row a block. Linear in the page. For `isStrict` see STRICT. */
export function gatherColumns(observation: Observation, layout: Layout, isStrict: boolean): Columns {
  const { page, language, facts, prose, marks, struck } = observation;
  const columns = new Columns(page.blocks.length);
  if (page.format === 'html') putMarkup(columns, page);
  else {
    putPlace(columns, page, facts, marks, prose);
    putForms(columns, page, facts);
    putSlug(columns, page, facts);
    putRecurrences(columns, facts);
    putBehind(columns, marks);
    putStretches(columns, facts, prose);
    putFeeds(columns, page, facts, prose, layout.words);
    putChoices(columns, page);
    putCells(columns, page.blocks, facts);
    putTopics(columns, prose, layout.words);
    putAddress(columns, facts, prose, language);
    putCaptions(columns, page, facts);
    putNamed(columns, page, facts, marks, layout.tokens);
    putTitles(columns, page, facts);
  }
  putText(columns, page.blocks, facts, prose, layout);
  putMarks(columns, marks, struck);
  putRelations(columns, page, layout);
  if (page.format === 'html') putPage(columns, page, facts, isStrict);
  return columns;
}

/** What the markup says of each block. */
function putMarkup(columns: Columns, page: Page): void {
  BlockEvidence.copy(
    page.blocks.map((block) => block.markup?.evidence),
    EVIDENCE_NAMES.map((name) => columns.add(name)),
  );
}

/** What two forests make of the blocks of a page, one after the other: the second where the first is in doubt. Adds the second look's columns. */
export function judgeRows(
  columns: Columns,
  layout: Layout,
  looks: Looks,
  struck: readonly boolean[],
  against: (block: number) => number,
): { article: Float64Array; first: Reading; second: Reading } {
  const first = new Reading(looks.first, columns);
  const odds = first.score();
  const article = odds.map((logOdds, i) => chance(logOdds - against(i)));
  putSecondLook(columns, layout, article);
  // What other documents say against a block changes the first look's mind, and so what the second sees.
  const inDoubt = first.rows.filter(
    (i) => struck[i] !== true && (against(i) !== 0 || !isSettled(chance(odds[i] as number))),
  );
  const second = new Reading(looks.second, columns, inDoubt);
  second.score().forEach((logOdds, n) => {
    const i = inDoubt[n] as number;
    article[i] = chance(logOdds - against(i));
  });
  struck.forEach((isStruck, i) => {
    if (isStruck) article[i] = 0;
  });
  return { article, first, second };
}

/** Judges the blocks of a page. */
export function readTrees(observation: Observation, looks: Looks): Opinions {
  const { page, facts, marks, struck } = observation;
  const layout = layoutOf(page, facts);
  const columns = gatherColumns(observation, layout, page.meta.isNews);
  const odds = oddsAgainst(marks);
  const against = (block: number): number => odds[block] as number;
  const { article, first, second } = judgeRows(columns, layout, looks, struck, against);
  const kept = Array.from(article, (value) => value >= looks.threshold);
  const fields = readFields(observation, looks, layout, columns, { article, first: kept.indexOf(true), against });
  let explainer: Explainer | undefined;
  return { article, kept, ...fields, why: (i) => (explainer ??= new Explainer(first, second)).explain(i) };
}

/** What the forests for fields make of a text that is judged. */
function readFields(
  { page, facts, marks }: Observation,
  { fields }: Looks,
  layout: Layout,
  columns: Columns,
  judged: { article: Float64Array; first: number; against: (block: number) => number },
): Pick<Opinions, 'titles' | 'bylines'> {
  if (fields === undefined) return { titles: null, bylines: null };
  putJudged(columns, judged.article);
  const titles = chancesOf(fields.title, columns, titleCandidates(layout, judged.first), judged.against);
  const naming = namingOf(page, facts, marks, layout.tokens);
  putTitled(columns, titles, naming);
  return { titles, bylines: chancesOf(fields.byline, columns, naming.lines) };
}

/** What marks with odds of their own say against each block, in log odds. */
const oddsAgainst = (marks: Observation['marks']): number[] =>
  marks.map((own) => own.reduce((sum, { odds = 0 }) => sum + odds, 0));
