import { bylineFeatures, putTitled } from '../../stages/judge/trees/byline-look.js';
import type { Columns } from '../../stages/judge/trees/columns.js';
import { chancesOf, type Forest } from '../../stages/judge/trees/forest.js';
import { judgeRows, type FieldForests, type Looks } from '../../stages/judge/trees/read-trees.js';
import { putJudged, titleCandidates, titleFeatures } from '../../stages/judge/trees/title-look.js';
import { foldOf } from '../groups.js';
import { bin } from './binned.js';
import { boost, type BoostOptions } from './boost.js';
import type { FittedLooks } from './fit-looks.js';
import { rounded } from './mean-forest.js';
import type { LabelledPage } from './pages.js';

/** Few trees, for the size of the file: more find a little more, see test/accuracy/README.md. */
const OPTIONS: BoostOptions = {
  trees: 120,
  leaves: 10,
  rate: 0.08,
  l2: 3,
  leastWeight: 4,
  features: 0.35,
  rows: 0.6,
  seed: 3,
};

/**
 * What a document of a set counts for, 1 for others: labelled lines are few, and an extractor has mostly left the fields out. Not
 * compared with others.
 */
const SET_WEIGHT: Readonly<Record<string, number>> = {
  lines: 3,
  own: 3,
  others: 2,
  'wet-news': 1.5,
  'readability-pages': 0.3,
  'readability-news': 0.3,
  'trafilatura-pages': 0.4,
  'trafilatura-news': 0.5,
};

/** A page of which is known which of some blocks are a field. */
interface Asked {
  readonly page: LabelledPage;
  readonly fold: number;
  readonly blocks: readonly number[];
  readonly labels: readonly boolean[];
}

/**
 * Adds to looks at text what tells its headline and its bylines, fitted on the pages of which they are known; to the looks of a fold, on those
 * of the others. The forests learn from what the looks say of pages that they were not fitted on. Deterministic. Overwrites the pages' columns.
 */
export function fitFields(
  pages: readonly LabelledPage[],
  looks: FittedLooks,
  tell: (step: string) => void,
): FittedLooks {
  const { folds, shipped } = looks;
  const firsts = new Map(pages.map((page) => [page, judged(page, folds)]));
  const titles = fitField(
    pages.flatMap((page) =>
      page.titles === null
        ? []
        : [asked(page, folds, titleCandidates(page.layout, firsts.get(page) as number), page.titles)],
    ),
    titleFeatures,
    folds.length,
    (step) => {
      tell(`headlines ${step}`);
    },
  );
  for (const page of pages) {
    if (page.bylines === null) continue;
    const title = titles.folds[foldOf(page.group, folds.length)] as Forest;
    const candidates = titleCandidates(page.layout, firsts.get(page) as number);
    putTitled(page.columns, chancesOf(title, page.columns, candidates), page.naming);
  }
  const bylines = fitField(
    pages.flatMap((page) => (page.bylines === null ? [] : [asked(page, folds, page.naming.lines, page.bylines)])),
    bylineFeatures,
    folds.length,
    (step) => {
      tell(`bylines ${step}`);
    },
  );
  const fieldsOf = (fold: number): FieldForests => ({
    title: titles.folds[fold] as Forest,
    byline: bylines.folds[fold] as Forest,
  });
  return {
    folds: folds.map((own, fold) => ({ ...own, fields: fieldsOf(fold) })),
    shipped: { ...shipped, fields: { title: titles.shipped, byline: bylines.shipped } },
  };
}

const asked = (
  page: LabelledPage,
  folds: readonly Looks[],
  blocks: readonly number[],
  labels: readonly boolean[],
): Asked => ({ page, fold: foldOf(page.group, folds.length), blocks, labels });

/** Completes a page's columns by what the looks make of it that were not fitted on it. Returns the first block they keep. */
function judged({ group, columns, layout, struck }: LabelledPage, folds: readonly Looks[]): number {
  const looks = folds[foldOf(group, folds.length)] as Looks;
  const { article } = judgeRows(columns, layout, looks, struck, () => 0);
  putJudged(columns, article);
  return article.findIndex((value) => value >= looks.threshold);
}

/** One forest for all pages, and one for each fold without it. */
function fitField(
  lesson: readonly Asked[],
  featuresOf: (columns: Columns) => readonly string[],
  folds: number,
  tell: (step: string) => void,
): { readonly shipped: Forest; readonly folds: readonly Forest[] } {
  const columns = lesson.map(({ page }) => page.columns);
  const binned = bin(columns, featuresOf(columns[0] as Columns));
  const labels = Uint8Array.from(lesson.flatMap((own) => own.labels.map(Number)));
  const weights = Float32Array.from(lesson.flatMap((own) => own.labels.map(() => SET_WEIGHT[own.page.set] ?? 1)));
  let start = 0;
  const rows = lesson.map(({ page, blocks }) => {
    const own = blocks.map((block) => start + block);
    start += page.columns.rows;
    return own;
  });
  const fit = (without: number): Forest => {
    tell(without < 0 ? 'on all folds' : `without fold ${without}`);
    const taken = rows.filter((_, i) => lesson[i]?.fold !== without).flat();
    return withoutInner(boost({ binned, rows: Uint32Array.from(taken), labels, weights }, OPTIONS));
  };
  return { folds: Array.from({ length: folds }, (_, fold) => fit(fold)), shipped: fit(-1) };
}

/** Nobody asks why a line is a field, so that only leaves need a value. */
const withoutInner = (forest: Forest): Forest => ({
  ...forest,
  value: forest.value.map((value, node) => (forest.feature[node] === -1 ? rounded(value) : 0)),
});
