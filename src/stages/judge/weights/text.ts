// Written by `npm run fit`. Do not edit: fit again.
import type { Weights } from '../chain.js';

export const textWeights: Weights = { about: '', threshold: 0.45, transitions: [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]], evidence: {} };
