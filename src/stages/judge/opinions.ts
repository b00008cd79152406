import type { Observation } from './observe.js';

/** What a model makes of the blocks of a page. */
export interface Opinions {
  /** Probability that each block is the article's, 0 to 1. */
  readonly article: ArrayLike<number>;
  /** Whether each block is kept. */
  readonly kept: readonly boolean[];
  /** The evidence that spoke most against block `i`, in words; null if nothing did. */
  why(i: number): string | null;
}

/** A model with its weights: looks at everything that is known about a page. Pure. */
export type Model = (observation: Observation) => Opinions;
