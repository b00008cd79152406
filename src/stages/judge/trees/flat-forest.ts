import type { Forest } from './forest.js';

/** A forest in flat lists of numbers, as it is read fastest: what hangs on the weights alone, made once for all pages. */
export interface FlatForest {
  /** Number of each tree's root among all nodes, and one more entry for the end. */
  readonly roots: Int32Array;
  /** See Forest, but that `right` counts among all nodes. */
  readonly feature: Int16Array;
  readonly threshold: Float64Array;
  readonly right: Int32Array;
  readonly value: Float64Array;
  /** The way to each leaf from its root: where it begins among the steps, and how many it is; for other nodes 0. */
  readonly ways: Int32Array;
  readonly lengths: Uint8Array;
  /** The feature that is asked for at each step, and the value of the node that it leads to. */
  readonly stepFeatures: Int16Array;
  readonly stepValues: Float64Array;
}

const known = new WeakMap<Forest, FlatForest>();

export function flatten(forest: Forest): FlatForest {
  let flat = known.get(forest);
  if (flat === undefined) known.set(forest, (flat = layOut(forest)));
  return flat;
}

function layOut({ feature, threshold, right, value, sizes }: Forest): FlatForest {
  const nodes = feature.length;
  const roots = new Int32Array(sizes.length + 1);
  sizes.forEach((size, tree) => (roots[tree + 1] = (roots[tree] as number) + size));
  const flat = {
    roots,
    feature: Int16Array.from(feature),
    threshold: Float64Array.from(threshold),
    right: new Int32Array(nodes),
    value: Float64Array.from(value),
    ways: new Int32Array(nodes),
    lengths: new Uint8Array(nodes),
  };
  const steps: { readonly feature: number; readonly value: number }[] = [];
  const walk = (root: number, at: number, way: typeof steps): void => {
    const asked = feature[at] as number;
    if (asked < 0) {
      flat.ways[at] = steps.length;
      flat.lengths[at] = way.length;
      steps.push(...way);
      return;
    }
    const behind = root + (right[at] as number);
    flat.right[at] = behind;
    for (const next of [at + 1, behind]) walk(root, next, [...way, { feature: asked, value: value[next] as number }]);
  };
  for (let tree = 0; tree < sizes.length; tree++) walk(roots[tree] as number, roots[tree] as number, []);
  return {
    ...flat,
    stepFeatures: Int16Array.from(steps, (step) => step.feature),
    stepValues: Float64Array.from(steps, (step) => step.value),
  };
}
