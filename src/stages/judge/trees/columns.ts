/** Rows that a neighbour may be away. */
export const REACH = 3;

/** Columns that memory is asked for at once. */
const ROOM = 32;

/** Where "@" stands in the name of a shifted column, counted from its end: "words@-1". */
const SHIFT = -3;

/** The column that a name is a view of, and by how many rows it is shifted. */
interface View {
  readonly base: string;
  readonly shift: number;
}

/** Views by name. The names are those of the features, of which there are some hundreds. */
const VIEWS = new Map<string, View>();

function viewOf(name: string): View {
  let view = VIEWS.get(name);
  if (view === undefined) {
    const isShifted = name.at(SHIFT) === '@';
    view = isShifted ? { base: name.slice(0, SHIFT), shift: Number(name.slice(SHIFT + 1)) } : { base: name, shift: 0 };
    VIEWS.set(name, view);
  }
  return view;
}

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
    const { base, shift } = viewOf(name);
    const start = REACH + shift;
    return this.#paddedOf(base, name).subarray(start, start + this.rows);
  }

  /** The values of some rows in some columns, row by row: what is asked of one row lies together. Throws as get() does. */
  byRow(names: readonly string[], rows: readonly number[]): Float32Array {
    const width = names.length;
    const values = new Float32Array(width * rows.length);
    names.forEach((name, column) => {
      const { base, shift } = viewOf(name);
      const padded = this.#paddedOf(base, name);
      const start = REACH + shift;
      for (let n = 0, at = column; n < rows.length; n++, at += width)
        values[at] = padded[start + (rows[n] as number)] as number;
    });
    return values;
  }

  #paddedOf(base: string, name: string): Float32Array {
    const padded = this.#padded.get(base);
    if (padded === undefined) throw new RangeError(`no feature ${name}`);
    return padded;
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
