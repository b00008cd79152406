/**
 * What the catalogue knows of records, as columns of numbers: 200,000 records with four million strikes are some 80 MB, are read in a
 * moment and searched in milliseconds. What is shown of a record is read off the record itself.
 */

/** Wider numbers stand first, so that each column begins where its numbers may stand. */
const ROW = {
  /** First byte of the record in its file. */
  begin: Float64Array,
  /** Hash of the document's place (placeHash). */
  place: Float64Array,
  /** First byte of what is searched, in the segment's texts. */
  text: Float64Array,
  /** Number in `files`. */
  file: Uint32Array,
  length: Uint32Array,
  /** Number of the record in its file. */
  at: Uint32Array,
  source: Uint32Array,
  language: Uint32Array,
  /** A bit for each of the first 32 flags. */
  flags: Uint32Array,
  /** A bit for each reason, in the order of REASONS. */
  reasons: Uint32Array,
  kept: Uint32Array,
  removed: Uint32Array,
  /** Number of the first of its strikes. */
  strike: Uint32Array,
  risk: Float32Array,
  /** Number in STATUSES. */
  status: Uint8Array,
  /** Least confidence of a strike in hundredths, rounded up; NO_STRIKE without any. */
  least: Uint8Array,
};
const STRIKE = {
  /** Hash of its rule and text (strikeHash). */
  hash: Float64Array,
  rule: Uint32Array,
  characters: Uint32Array,
  reason: Uint8Array,
  confidence: Uint8Array,
};

export const NO_STRIKE = 255;

type Layout = Readonly<Record<string, new (length: number) => Column>>;
type Column = Float64Array | Float32Array | Uint32Array | Uint8Array;
export type Columns<L extends Layout> = { readonly [Name in keyof L]: InstanceType<L[Name]> };
export type RowColumns = Columns<typeof ROW>;
export type StrikeColumns = Columns<typeof STRIKE>;
/** One line of columns. */
export type RowValues = Readonly<Record<keyof typeof ROW, number>>;
export type StrikeValues = Readonly<Record<keyof typeof STRIKE, number>>;

function make<L extends Layout>(layout: L, length: number): Columns<L> {
  return Object.fromEntries(Object.entries(layout).map(([name, Type]) => [name, new Type(length)])) as Columns<L>;
}
export const makeRows = (length: number): RowColumns => make(ROW, length);
export const makeStrikes = (length: number): StrikeColumns => make(STRIKE, length);

/** Columns of lines that were gathered one by one. */
function fill<L extends Layout>(layout: L, lines: readonly Readonly<Record<keyof L, number>>[]): Columns<L> {
  const columns = make(layout, lines.length);
  for (const name of Object.keys(layout))
    for (let i = 0; i < lines.length; i++) (columns[name] as Column)[i] = lines[i]?.[name] ?? 0;
  return columns;
}
export const fillRows = (lines: readonly RowValues[]): RowColumns => fill(ROW, lines);
export const fillStrikes = (lines: readonly StrikeValues[]): StrikeColumns => fill(STRIKE, lines);

const bytesOf = (layout: Layout, length: number): number =>
  Object.values(layout).reduce((sum, Type) => sum + new Type(0).BYTES_PER_ELEMENT * length, 0);
/** To a multiple of eight, where any number may stand. */
const padded = (size: number): number => Math.ceil(size / 8) * 8;

/** As bytes of this machine's order: a cache, which no other machine reads. */
export function encodeColumns(rows: RowColumns, strikes: StrikeColumns): Uint8Array {
  const strikesAt = padded(bytesOf(ROW, rows.at.length));
  const bytes = new Uint8Array(strikesAt + padded(bytesOf(STRIKE, strikes.rule.length)));
  const put = (columns: Readonly<Record<string, Column>>, start: number): void => {
    let at = start;
    for (const column of Object.values(columns)) {
      bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
      at += column.byteLength;
    }
  };
  put(rows, 0);
  put(strikes, strikesAt);
  return bytes;
}

/** The inverse; null if the bytes are not those of so many rows and strikes. */
export function decodeColumns(
  bytes: Uint8Array,
  counts: { readonly rows: number; readonly strikes: number },
): { rows: RowColumns; strikes: StrikeColumns } | null {
  const strikesAt = padded(bytesOf(ROW, counts.rows));
  if (bytes.length !== strikesAt + padded(bytesOf(STRIKE, counts.strikes))) return null;
  const { buffer } = Uint8Array.from(bytes);
  const take = <L extends Layout>(layout: L, length: number, start: number): Columns<L> => {
    let at = start;
    const columns = make(layout, 0) as Record<string, Column>;
    for (const [name, Type] of Object.entries(layout)) {
      const View = Type as unknown as new (buffer: ArrayBuffer, offset: number, length: number) => Column;
      const column = new View(buffer, at, length);
      columns[name] = column;
      at += column.byteLength;
    }
    return columns as Columns<L>;
  };
  return { rows: take(ROW, counts.rows, 0), strikes: take(STRIKE, counts.strikes, strikesAt) };
}

/** Copies all lines of some columns into others, from line `at` on; a column may be renumbered. */
export function copyInto<L extends Layout>(
  from: Columns<L>,
  to: Columns<L>,
  at: number,
  renumber: { readonly [Name in keyof L]?: (value: number) => number } = {},
): void {
  for (const name of Object.keys(from)) {
    const source = from[name] as Column;
    const target = to[name] as Column;
    const change = renumber[name];
    if (change === undefined) target.set(source, at);
    else for (let i = 0; i < source.length; i++) target[at + i] = change(source[i] ?? 0);
  }
}
