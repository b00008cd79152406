import { diffArrays } from 'diff';

/** So many items in a row stand on both sides, or on one. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'kept';
  readonly count: number;
}

/** Numbers the items of two lists, the same items alike, so that comparing two costs one step whatever their length. */
export function numbered(before: readonly string[], after: readonly string[]): readonly [number[], number[]] {
  const numbers = new Map<string, number>();
  const numberOf = (item: string): number => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
  return [before.map(numberOf), after.map(numberOf)];
}

/** Of what stands between two common items, the removed first. */
function* inOrder(changes: Iterable<Run>): Generator<Run> {
  let [removed, kept] = [0, 0];
  const flush = function* (): Generator<Run> {
    if (removed > 0) yield { kind: 'removed', count: removed };
    if (kept > 0) yield { kind: 'kept', count: kept };
    [removed, kept] = [0, 0];
  };
  for (const { kind, count } of changes) {
    if (count === 0) continue;
    if (kind === 'removed') removed += count;
    else if (kind === 'kept') kept += count;
    else {
      yield* flush();
      yield { kind, count };
    }
  }
  yield* flush();
}

/**
 * What two lists have in common, in order. Beyond `maxEdits`, which is counted and not timed so that it falls alike everywhere, all between
 * their common beginning and end is taken for replaced.
 */
export function align(before: readonly number[], after: readonly number[], maxEdits: number): Run[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const replaced: Run[] = [
    { kind: 'removed', count: left.length },
    { kind: 'kept', count: right.length },
  ];
  const found =
    left.length === 0 || right.length === 0 ? undefined : diffArrays(left, right, { maxEditLength: maxEdits });
  const middle = found?.map(({ added, removed, count }): Run => ({
    kind: added ? 'kept' : removed ? 'removed' : 'same',
    count,
  }));
  return [...inOrder([{ kind: 'same', count: head }, ...(middle ?? replaced), { kind: 'same', count: tail }])];
}
