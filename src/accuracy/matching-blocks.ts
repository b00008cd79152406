/** A stretch that two token lists have in common: a[a..a+size] equals b[b..b+size]. */
export interface MatchingBlock {
  readonly a: number;
  readonly b: number;
  readonly size: number;
}

/**
 * Longest common blocks, in order: the longest first (the earliest of equals), then left and right of it in the same way. The alignment
 * of Ratcliff and Obershelp, as Python's difflib does it without its junk heuristics.
 */
export function matchingBlocks(a: readonly string[], b: readonly string[]): MatchingBlock[] {
  const positions = new Map<string, number[]>();
  b.forEach((token, j) => {
    const list = positions.get(token);
    if (list === undefined) positions.set(token, [j]);
    else list.push(j);
  });
  const blocks: MatchingBlock[] = [];
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [aLow, aHigh, bLow, bHigh] = range;
    const match = longest(a, positions, aLow, aHigh, bLow, bHigh);
    if (match.size === 0) continue;
    blocks.push(match);
    if (aLow < match.a && bLow < match.b) open.push([aLow, match.a, bLow, match.b]);
    if (match.a + match.size < aHigh && match.b + match.size < bHigh)
      open.push([match.a + match.size, aHigh, match.b + match.size, bHigh]);
  }
  return blocks.sort((x, y) => x.a - y.a || x.b - y.b);
}

function longest(
  a: readonly string[],
  positions: ReadonlyMap<string, readonly number[]>,
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
): MatchingBlock {
  let best: MatchingBlock = { a: aLow, b: bLow, size: 0 };
  let lengths = new Map<number, number>();
  for (let i = aLow; i < aHigh; i++) {
    const next = new Map<number, number>();
    for (const j of positions.get(a[i] as string) ?? []) {
      if (j < bLow) continue;
      if (j >= bHigh) break;
      const size = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    lengths = next;
  }
  return best;
}

/** Twice the matched tokens over all tokens: 1 for equal lists, 0 for lists without a common token. */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * matchingBlocks(a, b).reduce((sum, block) => sum + block.size, 0)) / total;
}
