import { ARTICLE, emissions, posteriors, type Weights, ZONES } from '../stages/judge/chain/chain.js';
import type { Sample } from './examples.js';
import { foldOf } from './groups.js';
import { train, type TrainOptions } from './train.js';

/** Block decisions of a set, counted in tokens. An estimate made of labels alone; `npm run accuracy` measures whole records. */
export interface BlockFigures {
  readonly documents: number;
  /** Share of the article's tokens that stand in blocks not kept. */
  readonly lost: number;
  /** Share of the kept tokens that are not the article's. */
  readonly noise: number;
  /** Share of documents without a wrong block. */
  readonly perfect: number;
}

/** Decides every block of the samples with given weights. */
export function decideBlocks(samples: readonly Sample[], weights: Weights): BlockFigures {
  let keep = 0;
  let lost = 0;
  let out = 0;
  let noise = 0;
  let perfect = 0;
  for (const sample of samples) {
    const chances = posteriors(emissions(sample.rows, weights), weights.transitions).zones;
    let wrong = 0;
    sample.keep.forEach((label, i) => {
      const tokens = sample.tokens[i] ?? 0;
      const kept = (chances[i * ZONES.length + ARTICLE] ?? 0) >= weights.threshold;
      if (label === true) keep += tokens;
      if (kept) out += tokens;
      if (label === true && !kept) lost += tokens;
      if (label === false && kept) noise += tokens;
      if (label !== null && label !== kept && tokens > 0) wrong++;
    });
    if (wrong === 0) perfect++;
  }
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 10_000) / 10_000;
  return {
    documents: samples.length,
    lost: share(lost, keep),
    noise: share(noise, out),
    perfect: share(perfect, samples.length),
  };
}

/** Fits on all folds but one and decides that one, in turn; figures by set. */
export function crossValidate(
  samples: readonly Sample[],
  options: TrainOptions,
  threshold: number,
  folds: number,
): Map<string, BlockFigures[]> {
  const figures = new Map<string, BlockFigures[]>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = train(
      samples.filter((sample) => foldOf(sample.group, folds) !== fold),
      options,
      '',
      threshold,
    );
    const left = samples.filter((sample) => foldOf(sample.group, folds) === fold);
    for (const set of new Set(left.map((sample) => sample.set))) {
      const own = decideBlocks(
        left.filter((sample) => sample.set === set),
        weights,
      );
      figures.set(set, [...(figures.get(set) ?? []), own]);
    }
  }
  return figures;
}

/** One figure of several folds, by their numbers of documents. */
export function pool(parts: readonly BlockFigures[]): BlockFigures {
  const documents = parts.reduce((sum, part) => sum + part.documents, 0);
  const mean = (key: 'lost' | 'noise' | 'perfect'): number =>
    Math.round((parts.reduce((sum, part) => sum + part[key] * part.documents, 0) / Math.max(1, documents)) * 10_000) /
    10_000;
  return { documents, lost: mean('lost'), noise: mean('noise'), perfect: mean('perfect') };
}
