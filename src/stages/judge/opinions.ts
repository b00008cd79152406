import type { Observation } from './observe.js';

/** The rule by which a line that a model finds to name the authors moves. */
export const BYLINE = 'byline';

/** What a model makes of the blocks of a page. */
export interface Opinions {
  /** Probability that each block is the article's, 0 to 1. */
  readonly article: ArrayLike<number>;
  /** Whether each block is kept. */
  readonly kept: readonly boolean[];
  /** Probability that each block is the headline, 0 to 1; null where the page names its own. */
  readonly titles: ArrayLike<number> | null;
  /** Probability that each block names the authors, 0 to 1; null as with `titles`. */
  readonly bylines: ArrayLike<number> | null;
  /** The evidence that spoke most against block `i`, in words; null if nothing did. */
  why(i: number): string | null;
}

/** A model with its weights: looks at everything that is known about a page. Pure. */
export type Model = (observation: Observation) => Opinions;
