/** Rows that a neighbour may be away. */
export const REACH = 3;

/** Columns that memory is asked for at once. */
const ROOM = 32;

/** Where "@" stands in the name of a shifted column, counted from its end: "words@-1". */
const SHIFT = -3;

/**
 * What the trees look at: a table with one row a block, and one named column of numbers a feature. A column of the neighbours' values is a
 * shifted view of the same numbers, "words@-1"; beyond the page's ends they are 0.
 */
export class Columns {
  readonly #padded = new Map<string, Float32Array>();
  /** Room for further columns: memory is asked for a few dozen of them at once. */
  #room = new Float32Array(0);

  constructor(readonly rows: number) {}

  /** Names of the columns as they were added, without the shifted ones. */
  get names(): string[] {
    return [...this.#padded.keys()];
  }

  /** Adds a column of zeros and gives it to be filled. */
  add(name: string): Float32Array {
    const length = this.rows + 2 * REACH;
    if (this.#room.length < length) this.#room = new Float32Array(ROOM * length);
    const padded = this.#room.subarray(0, length);
    this.#room = this.#room.subarray(length);
    this.#padded.set(name, padded);
    return padded.subarray(REACH, REACH + this.rows);
  }

  fill(name: string, value: number): void {
    this.add(name).fill(value);
  }

  /** A column, or a shifted view of one. Throws RangeError for a name that there is not: weights and features must fit together. */
  get(name: string): Float32Array {
    const isShifted = name.at(SHIFT) === '@';
    const padded = this.#padded.get(isShifted ? name.slice(0, SHIFT) : name);
    if (padded === undefined) throw new RangeError(`no feature ${name}`);
    const start = REACH + (isShifted ? Number(name.slice(SHIFT + 1)) : 0);
    return padded.subarray(start, start + this.rows);
  }
}

/** Blocks beyond which a distance says nothing more. */
export const FAR = 40;

/** Puts the number of blocks since the nearest one before that is flagged. */
export function putSince(column: Float32Array, flags: Float32Array): void {
  let distance = FAR;
  for (let i = 0; i < flags.length; i++) {
    column[i] = distance;
    distance = flags[i] === 0 ? Math.min(FAR, distance + 1) : 1;
  }
}

/** Puts the number of blocks until the nearest one behind that is flagged. */
export function putUntil(column: Float32Array, flags: Float32Array): void {
  let distance = FAR;
  for (let i = flags.length - 1; i >= 0; i--) {
    column[i] = distance;
    distance = flags[i] === 0 ? Math.min(FAR, distance + 1) : 1;
  }
}
