import type { Opinions } from '../opinions.js';
import type { Observation } from '../observe.js';
import { ARTICLE, emissions, posteriors, type Weights, ZONES } from './chain.js';
import { gatherEvidence, type Evidence } from './evidence.js';

/** Judges the lines of a text by a linear-chain model: what a line is hangs on what stands before and behind it. */
export function readChain(observation: Observation, weights: Weights): Opinions {
  const rows = gatherEvidence(observation);
  const { zones } = posteriors(emissions(rows, weights), weights.transitions);
  const article = Float64Array.from(rows, (_, i) => zones[i * ZONES.length + ARTICLE] ?? 0);
  return {
    article,
    kept: Array.from(article, (chance) => chance >= weights.threshold),
    why: (i) => explain(rows[i] ?? [], weights),
  };
}

/** The three names of evidence that spoke most against a block. */
function explain(row: Evidence, weights: Weights): string | null {
  const against = row
    .map((name) => {
      const own = Object.hasOwn(weights.evidence, name) ? weights.evidence[name] : undefined;
      return [
        name,
        own === undefined ? 0 : Math.max(own[0] ?? 0, own[2] ?? 0, own[3] ?? 0) - (own[ARTICLE] ?? 0),
      ] as const;
    })
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([name]) => name);
  return against.length === 0 ? null : against.join(', ');
}
