import { addYields, NO_YIELD, type Yield } from './yield.js';

/** A source gives something else than it used to: its publisher changed a layout, or a scraper is shown another page. */
export interface Drift {
  readonly measure:
    'body length' | 'share removed' | 'rejected' | 'without headline' | 'without authors' | 'without date';
  /** Means before and now: characters (geometric) for the length, shares 0 to 1 for the others. */
  readonly before: number;
  readonly now: number;
}

/** A source's history: what its documents gave, a stretch of documents an entry, the newest last. */
export interface YieldHistory {
  readonly past: readonly Yield[];
  /** Documents since, too few to say anything. */
  readonly open: Yield;
}

export const NO_HISTORY: YieldHistory = { past: [], open: NO_YIELD };

/** Documents that make a stretch; with fewer, a few short reports in a row would be news. */
export const STRETCH = 10;
/** Documents without which nothing is known of a source. */
const PAST_LEAST = 30;
/** Articles without which nothing is said of their lengths and fields. */
const ARTICLES_LEAST = 5;
/** Stretches that are remembered: so slowly does what is new become what is usual. */
const REMEMBERED = 20;
/**
 * Standard errors from which a change is none of chance. Of 20,000 generated sources that went on as before, however much their days
 * differed, nine in ten thousand were told of; of those whose texts became a fifth as long, more than nine in ten (test/corpus/yields).
 */
const ERRORS = 4;

interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

interface Measure {
  readonly name: Drift['measure'];
  of(sum: Yield): Moments;
  /** A change of less is none that anyone would act on. */
  readonly least: number;
  /** True for shares of documents, whose spread follows from the share. */
  readonly isProportion: boolean;
  /** From the mean to what people read. */
  show(mean: number): number;
}

const articles = ({ documents, rejected }: Yield): number => documents - rejected;
const itself = (mean: number): number => mean;
const missing = (name: Drift['measure'], count: (sum: Yield) => number): Measure => ({
  name,
  of: (sum) => ({ count: articles(sum), sum: count(sum), squares: count(sum) }),
  least: 0.3,
  isProportion: true,
  show: itself,
});

const MEASURES: readonly Measure[] = [
  {
    name: 'rejected',
    of: ({ documents, rejected }) => ({ count: documents, sum: rejected, squares: rejected }),
    least: 0.25,
    isProportion: true,
    show: itself,
  },
  {
    name: 'body length',
    of: (sum) => ({ count: articles(sum), sum: sum.length / 1000, squares: sum.lengthSquares / 1e6 }),
    least: Math.log(1.6),
    isProportion: false,
    show: (mean) => Math.round(Math.expm1(mean)),
  },
  {
    name: 'share removed',
    of: (sum) => ({ count: articles(sum), sum: sum.removed / 1000, squares: sum.removedSquares / 1e6 }),
    least: 0.15,
    isProportion: false,
    show: itself,
  },
  missing('without headline', ({ withoutHeadline }) => withoutHeadline),
  missing('without authors', ({ withoutAuthors }) => withoutAuthors),
  missing('without date', ({ withoutDate }) => withoutDate),
];

const mean = ({ count, sum }: Moments): number => sum / count;

/** Variance from one document to the next. A share of none or all is not taken for certain. */
function varianceOf(moments: Moments, isProportion: boolean): number {
  if (isProportion) {
    const share = (moments.sum + 1) / (moments.count + 2);
    return share * (1 - share);
  }
  return Math.max(0, moments.squares / moments.count - mean(moments) ** 2);
}

/** Variance from one stretch to the next beyond what documents vary by: weekends, sections, seasons. */
function varianceBetween(stretches: readonly Moments[], all: Moments, within: number): number {
  if (stretches.length < 2) return 0;
  const spread = stretches.reduce((sum, stretch) => sum + (mean(stretch) - mean(all)) ** 2, 0) / (stretches.length - 1);
  const expected = stretches.reduce((sum, { count }) => sum + within / count, 0) / stretches.length;
  return Math.max(0, spread - expected);
}

function compare(past: readonly Yield[], now: Yield, measure: Measure): Drift | null {
  const stretches = past.map((sum) => measure.of(sum)).filter(({ count }) => count > 0);
  const before = measure.of(past.reduce(addYields, NO_YIELD));
  const present = measure.of(now);
  if (before.count < PAST_LEAST || present.count < ARTICLES_LEAST) return null;
  const change = Math.abs(mean(present) - mean(before));
  const within = varianceOf(before, measure.isProportion);
  const own = varianceOf(present, measure.isProportion);
  const between = varianceBetween(stretches, before, within);
  const error = Math.sqrt(Math.max(within, own) / present.count + within / before.count + between);
  return change < measure.least || change < ERRORS * error
    ? null
    : { measure: measure.name, before: measure.show(mean(before)), now: measure.show(mean(present)) };
}

/** What differs from a source's past; nothing where too little is known of it. */
export function findDrift(past: readonly Yield[], now: Yield): Drift[] {
  const drifts = MEASURES.map((measure) => compare(past, now, measure));
  return drifts.filter((drift) => drift !== null);
}

/** A history with the yield of a run's documents, and what changed with them. Few documents wait until more have come. */
export function extendHistory(
  { past, open }: YieldHistory,
  arrived: Yield,
): { history: YieldHistory; drifts: readonly Drift[] } {
  const now = addYields(open, arrived);
  if (now.documents < STRETCH) return { history: { past, open: now }, drifts: [] };
  return { history: { past: [...past, now].slice(-REMEMBERED), open: NO_YIELD }, drifts: findDrift(past, now) };
}
