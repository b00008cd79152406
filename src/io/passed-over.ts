/** How often each kind of thing that is no document was passed over in a container. */
export type PassedOverCounts = Readonly<Record<string, number>>;

/** Gathers them. */
export class PassedOver {
  private readonly found = new Map<string, number>();

  readonly add = (kind: string): void => {
    this.found.set(kind, (this.found.get(kind) ?? 0) + 1);
  };

  get counts(): PassedOverCounts {
    return Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

export function addPassedOver(a: PassedOverCounts, b: PassedOverCounts): PassedOverCounts {
  const sum: Record<string, number> = { ...a };
  for (const [kind, count] of Object.entries(b)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}
