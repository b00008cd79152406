import { chance, score, type Forest } from '../../stages/judge/trees/forest.js';
import { firstFeatures, STRICT } from '../../stages/judge/trees/first-look.js';
import type { Looks } from '../../stages/judge/trees/read-trees.js';
import { LOOK, putSecondLook, SECOND_STEPS } from '../../stages/judge/trees/second-look.js';
import { foldOf } from '../groups.js';
import { bin, type Binned } from './binned.js';
import { boost, type BoostOptions, type Lesson } from './boost.js';
import type { Reader } from './fold-files.js';
import { meanForest } from './mean-forest.js';
import type { LabelledPage } from './pages.js';

export interface LooksOptions {
  readonly first: BoostOptions;
  readonly second: BoostOptions;
  /** A block of n words weighs (1 + n) to this power in each look: the less it is, the more a lost subheading counts beside a paragraph. */
  readonly firstPower: number;
  readonly secondPower: number;
  readonly threshold: number;
  /** Fits of which the mean is taken, each from seeds of its own. */
  readonly fits: number;
}

const FIRST: BoostOptions = {
  trees: 80,
  leaves: 31,
  rate: 0.12,
  l2: 2,
  leastWeight: 3,
  features: 0.25,
  rows: 0.4,
  seed: 1,
};
const SECOND: BoostOptions = {
  trees: 260,
  leaves: 20,
  rate: 0.075,
  l2: 4,
  leastWeight: 2,
  features: 0.35,
  rows: 0.4,
  seed: 7,
};

/** A labelled line weighs as much as many others: leaves must not be made of one or two of them. */
const BROAD = { leastWeight: 15, l2: 8 };

/** What measured best; see test/accuracy/README.md. */
export const LOOKS: Readonly<Record<Reader, LooksOptions>> = {
  html: {
    first: { ...FIRST, always: [STRICT] },
    second: { ...SECOND, trees: 420, rate: 0.05, always: [STRICT, LOOK] },
    firstPower: 0.5,
    secondPower: 0.3,
    threshold: 0.4,
    fits: 1,
  },
  text: {
    first: { ...FIRST, ...BROAD },
    second: { ...SECOND, ...BROAD, trees: 240, always: [LOOK] },
    firstPower: 0.4,
    secondPower: 0.4,
    threshold: 0.42,
    fits: 2,
  },
};

/**
 * What a page of a set counts for, 1 for others. Strict, hand-checked gold counts for more: a gold that is loose at its ends teaches to be
 * so. Labelled lines are few, and the only ones with traps; texts by extractors are two more copies of the same pages.
 */
const SET_WEIGHT: Readonly<Record<string, number>> = {
  news: 3,
  'html-traps': 4,
  lines: 10,
  own: 10,
  others: 4,
  'wet-news': 3,
  'readability-pages': 0.7,
  'readability-news': 3,
  'trafilatura-pages': 0.7,
  'trafilatura-news': 2,
};
const TYPICAL = 100;

/** Looks that were fitted on all pages, and for each fold on all pages but that fold's. */
export interface FittedLooks {
  readonly shipped: Looks;
  readonly folds: readonly Looks[];
}

/** Fits both looks, as often as the options say from other seeds, and takes the mean. Deterministic. */
export function fitLooks(
  pages: readonly LabelledPage[],
  folds: number,
  options: LooksOptions,
  about: string,
  tell: (step: string) => void,
): FittedLooks {
  const lesson = new Lessons(pages, folds);
  const fits = Array.from({ length: options.fits }, (_, k) =>
    fitOnce(pages, lesson, folds, seeded(options, k), about, (step) => {
      tell(`fit ${k + 1}: ${step}`);
    }),
  );
  return {
    shipped: meanLooks(fits.map(({ shipped }) => shipped)),
    folds: Array.from({ length: folds }, (_, fold) => meanLooks(fits.map((fit) => fit.folds[fold] as Looks))),
  };
}

const seeded = (options: LooksOptions, by: number): LooksOptions => ({
  ...options,
  first: { ...options.first, seed: options.first.seed + by },
  second: { ...options.second, seed: options.second.seed + by },
});

function meanLooks(fits: readonly Looks[]): Looks {
  const [one, ...others] = fits as [Looks, ...Looks[]];
  if (others.length === 0) return one;
  return {
    ...one,
    first: meanForest(fits.map(({ first }) => first)),
    second: meanForest(fits.map(({ second }) => second)),
  };
}

/**
 * Fits both looks. The second learns from what the first says of pages that it was not fitted on: its own pages it knows too well. So the
 * first is fitted for every fold, and for every pair of folds, too.
 */
function fitOnce(
  pages: readonly LabelledPage[],
  lesson: Lessons,
  folds: number,
  options: LooksOptions,
  about: string,
  tell: (step: string) => void,
): FittedLooks {
  const firstWeights = lesson.weights(options.firstPower);
  const secondWeights = lesson.weights(options.secondPower);
  const firsts = new Map<string, Forest>();
  const first = (...without: number[]): Forest => {
    const key = [...new Set(without)].sort((a, b) => a - b).join();
    let forest = firsts.get(key);
    if (forest === undefined) {
      tell(`first look without folds ${key}`);
      firsts.set(key, (forest = boost(lesson.without(lesson.first, without, firstWeights), options.first)));
    }
    return forest;
  };
  const second = (without: number[]): Forest => {
    for (const [i, page] of pages.entries())
      putSecondLook(
        page.columns,
        page.layout,
        score(first(lesson.folds[i] as number, ...without), page.columns).map(chance),
      );
    tell(`second look without folds ${without.join()}`);
    return boost(lesson.without(lesson.withSecond(), without, secondWeights), options.second);
  };
  const { threshold } = options;
  return {
    folds: Array.from({ length: folds }, (_, fold) => ({
      about: `${about}, without fold ${fold} of ${folds}`,
      threshold,
      first: first(fold),
      second: second([fold]),
    })),
    shipped: { about, threshold, first: first(), second: second([]) },
  };
}

/** The pages' blocks as rows of one table, with labels, weights and folds. */
class Lessons {
  readonly folds: readonly number[];
  readonly first: Binned;
  private readonly labels: Uint8Array;
  /** The columns that the first look chooses its features from; the second adds its own. */
  private readonly gathered: ReadonlySet<string>;

  constructor(
    private readonly pages: readonly LabelledPage[],
    folds: number,
  ) {
    this.folds = pages.map((page) => foldOf(page.group, folds));
    const { columns, format } = pages[0] as LabelledPage;
    this.gathered = new Set(columns.names);
    const names = firstFeatures(columns, format);
    this.first = bin(
      pages.map((page) => page.columns),
      names,
    );
    this.labels = new Uint8Array(this.first.rows);
    let row = 0;
    for (const page of pages) for (const keep of page.keep) this.labels[row++] = keep ? 1 : 0;
  }

  /** How much each row counts. */
  weights(power: number): Float32Array {
    const weights = new Float32Array(this.first.rows);
    let row = 0;
    for (const page of this.pages) {
      const own = page.layout.tokens.map(({ length }, i) => (page.struck[i] === true ? 0 : (1 + length) ** power));
      const total = own.reduce((sum, value) => sum + value, 0);
      // Half way between all blocks counting alike and all pages counting alike.
      const scale = Math.sqrt(TYPICAL / Math.max(1, total)) * (SET_WEIGHT[page.set] ?? 1) * page.share;
      for (const value of own) weights[row++] = value * scale;
    }
    return weights;
  }

  /** The features of the first look and those of the second, as they now stand in the pages' columns. */
  withSecond(): Binned {
    const columns = this.pages.map((page) => page.columns);
    const names = (columns[0]?.names ?? []).filter((name) => !this.gathered.has(name));
    const extra = bin(columns, [...names, ...SECOND_STEPS]);
    return {
      names: [...this.first.names, ...extra.names],
      rows: this.first.rows,
      levels: [...this.first.levels, ...extra.levels],
      bounds: [...this.first.bounds, ...extra.bounds],
    };
  }

  /** The lesson without the pages of some folds. */
  without(binned: Binned, folds: readonly number[], weights: Float32Array): Lesson {
    const rows: number[] = [];
    let row = 0;
    this.pages.forEach((page, i) => {
      const taken = !folds.includes(this.folds[i] as number);
      for (let k = 0; k < page.columns.rows; k++, row++) if (taken && page.struck[k] !== true) rows.push(row);
    });
    return { binned, rows: Uint32Array.from(rows), labels: this.labels, weights };
  }
}
