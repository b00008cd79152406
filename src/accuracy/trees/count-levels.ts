import { WIDTH, type Binned } from './binned.js';

/** What trees are grown over. */
export interface Table {
  readonly binned: Binned;
  /** For each feature its commonest level, and the rows of all others where these are few: most features are flags that hardly any row has. */
  readonly rare: readonly Rare[];
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
  /** Number of the node that each row has come to. */
  readonly nodeOf: Int16Array;
}

export interface Rare {
  readonly common: number;
  readonly rows: Uint32Array | null;
}

/** Share of rows beyond which those that are off the commonest level are no longer listed. */
const FEW = 0.25;

/** The commonest level of each feature among the rows, and the rows that have another. */
export function findRare({ levels, bounds }: Binned, rows: Uint32Array): Rare[] {
  const others = new Uint32Array(rows.length);
  return levels.map((own, feature) => {
    const counts = new Uint32Array((bounds[feature] as readonly number[]).length + 1);
    for (let i = 0; i < rows.length; i++) {
      const level = own[rows[i] as number] as number;
      counts[level] = (counts[level] as number) + 1;
    }
    const common = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
    const count = rows.length - (counts[common] as number);
    if (count > FEW * rows.length) return { common, rows: null };
    let at = 0;
    for (let i = 0; i < rows.length; i++) if (own[rows[i] as number] !== common) others[at++] = rows[i] as number;
    return { common, rows: others.slice(0, at) };
  });
}

/** The sums of a node's gradients and second derivatives by feature and level; `gradient` and `hessian` are those of all its rows. */
export function countLevels(
  { binned, rare, gradients, hessians, nodeOf }: Table,
  rows: Uint32Array,
  number: number,
  features: readonly number[],
  gradient: number,
  hessian: number,
): Float64Array {
  const counts = new Float64Array(features.length * WIDTH);
  // Side by side in memory, since every feature goes through them again.
  const ownGradients = pick(gradients, rows);
  const ownHessians = pick(hessians, rows);
  features.forEach((feature, k) => {
    const levels = binned.levels[feature] as Uint8Array;
    const { common, rows: others } = rare[feature] as Rare;
    const start = k * WIDTH;
    if (others === null || others.length > rows.length) {
      for (let i = 0; i < rows.length; i++) {
        const at = start + 2 * (levels[rows[i] as number] as number);
        counts[at] = (counts[at] as number) + (ownGradients[i] as number);
        counts[at + 1] = (counts[at + 1] as number) + (ownHessians[i] as number);
      }
      return;
    }
    let restGradient = gradient;
    let restHessian = hessian;
    for (let i = 0; i < others.length; i++) {
      const row = others[i] as number;
      if (nodeOf[row] !== number) continue;
      const at = start + 2 * (levels[row] as number);
      counts[at] = (counts[at] as number) + (gradients[row] as number);
      counts[at + 1] = (counts[at + 1] as number) + (hessians[row] as number);
      restGradient -= gradients[row] as number;
      restHessian -= hessians[row] as number;
    }
    counts[start + 2 * common] = restGradient;
    counts[start + 2 * common + 1] = restHessian;
  });
  return counts;
}

function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i] as number] as number;
  return picked;
}
