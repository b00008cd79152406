/** Of 2,000 near copies of one text as many are found with 32 as with 255, in half the time; with 12, half of them. */
const MOST_EARLIER = 32;

/** Pairs of rows, each once, and who is linked with whom. */
export class Links {
  private readonly known = new Set<number>();
  private readonly counts: Uint8Array;

  constructor(private readonly rows: number) {
    this.counts = new Uint8Array(rows);
  }

  /** Whether a row is linked with so many earlier ones that more would add nothing. Bounds the memory, whatever the copies. */
  isFull(row: number): boolean {
    return (this.counts[row] as number) >= MOST_EARLIER;
  }

  has(a: number, b: number): boolean {
    return this.known.has(a * this.rows + b);
  }

  /** The earlier row first. */
  add(a: number, b: number): void {
    this.known.add(a * this.rows + b);
    this.counts[b] = (this.counts[b] as number) + 1;
  }

  /** For each row the rows it is linked with, in ascending order: those of `row` are others[starts[row]] up to others[starts[row + 1]]. */
  neighbours(): { readonly starts: Uint32Array; readonly others: Uint32Array } {
    const pairs = Float64Array.from(this.known).sort();
    const starts = new Uint32Array(this.rows + 1);
    const count = (row: number): void => {
      starts[row + 1] = (starts[row + 1] as number) + 1;
    };
    for (const pair of pairs) {
      count(Math.floor(pair / this.rows));
      count(pair % this.rows);
    }
    for (let row = 0; row < this.rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
    const next = starts.slice();
    const others = new Uint32Array(2 * pairs.length);
    const put = (row: number, other: number): void => {
      const at = next[row] as number;
      others[at] = other;
      next[row] = at + 1;
    };
    for (const pair of pairs) {
      const [a, b] = [Math.floor(pair / this.rows), pair % this.rows];
      put(a, b);
      put(b, a);
    }
    return { starts, others };
  }
}
