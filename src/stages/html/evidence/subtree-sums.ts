import type { MarkupTree } from '../../../core/types.js';

/** Sums of a value of blocks over the subtree of any node, in constant time. */
export class SubtreeSums {
  private readonly before: Float64Array;
  readonly total: number;

  /** `holders` are the nodes that hold the blocks, `values` what is summed. */
  constructor(
    private readonly tree: MarkupTree,
    holders: readonly number[],
    values: ArrayLike<number>,
  ) {
    const { length } = tree.last;
    this.before = new Float64Array(length + 1);
    holders.forEach((holder, i) => {
      if (holder >= 0) this.before[holder + 1] = (this.before[holder + 1] as number) + (values[i] ?? 0);
    });
    for (let at = 1; at <= length; at++)
      this.before[at] = (this.before[at] as number) + (this.before[at - 1] as number);
    this.total = this.before[length] as number;
  }

  /** The sum over blocks held by node `at` or a node inside it; over all blocks for -1. */
  inside(at: number): number {
    if (at < 0) return this.total;
    return (this.before[(this.tree.last[at] as number) + 1] as number) - (this.before[at] as number);
  }

  /** The sum over the blocks inside `at` whose holders come before node `before`. */
  insideBefore(at: number, before: number): number {
    return before <= at ? 0 : (this.before[before] as number) - (this.before[at] as number);
  }
}
