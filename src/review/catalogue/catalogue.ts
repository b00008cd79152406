import { copyInto, makeRows, makeStrikes, type RowColumns, type StrikeColumns } from './columns.js';
import { firstAtLeast, type ColumnNames, type Segment } from './segment.js';

/** All segments as one: rows, strikes and names are numbered throughout. Never changes; what is read anew is another catalogue. */
export interface Catalogue extends ColumnNames {
  readonly rows: RowColumns;
  readonly strikes: StrikeColumns;
  /** Number of the first row of each segment. */
  readonly starts: readonly number[];
  /** What is needed to read the texts of each segment. */
  readonly segments: readonly Pick<Segment, 'textSize' | 'textDigest'>[];
}

/** Names of several lists, each once, and how to renumber each list's. */
function merge(lists: readonly (readonly string[])[]): { all: string[]; numbers: readonly (readonly number[])[] } {
  const known = new Map<string, number>();
  const numbers = lists.map((names) =>
    names.map((name) => {
      const number = known.get(name) ?? known.size;
      known.set(name, number);
      return number;
    }),
  );
  return { all: [...known.keys()], numbers };
}

const renumberBits =
  (numbers: readonly number[]) =>
  (bits: number): number => {
    let renumbered = 0;
    numbers.forEach((number, i) => {
      if (i < 32 && number < 32 && (bits & (1 << i)) !== 0) renumbered |= 1 << number;
    });
    return renumbered >>> 0;
  };

export function joinSegments(segments: readonly Segment[]): Catalogue {
  const rows = makeRows(segments.reduce((sum, segment) => sum + segment.rows.at.length, 0));
  const strikes = makeStrikes(segments.reduce((sum, segment) => sum + segment.strikes.rule.length, 0));
  const sources = merge(segments.map((segment) => segment.sources));
  const languages = merge(segments.map((segment) => segment.languages));
  const flags = merge(segments.map((segment) => segment.flags));
  const rules = merge(segments.map((segment) => segment.rules));
  const starts: number[] = [];
  let rowsBefore = 0;
  let strikesBefore = 0;
  let filesBefore = 0;
  for (const [i, segment] of segments.entries()) {
    const at = (by: number) => (value: number) => value + by;
    const by = (numbers: readonly number[] | undefined) => (value: number) => numbers?.[value] ?? 0;
    copyInto(segment.rows, rows, rowsBefore, {
      file: at(filesBefore),
      strike: at(strikesBefore),
      source: by(sources.numbers[i]),
      language: by(languages.numbers[i]),
      flags: renumberBits(flags.numbers[i] ?? []),
    });
    copyInto(segment.strikes, strikes, strikesBefore, { rule: by(rules.numbers[i]) });
    starts.push(rowsBefore);
    rowsBefore += segment.rows.at.length;
    strikesBefore += segment.strikes.rule.length;
    filesBefore += segment.files.length;
  }
  return {
    files: segments.flatMap(({ files }) => files),
    sources: sources.all,
    languages: languages.all,
    flags: flags.all,
    rules: rules.all,
    rows,
    strikes,
    starts,
    segments: segments.map(({ textSize, textDigest }) => ({ textSize, textDigest })),
  };
}

/** The strikes of a row: from the first to the one behind the last. */
export const strikeRange = ({ rows, strikes }: Catalogue, row: number): readonly [number, number] => [
  rows.strike[row] ?? 0,
  rows.strike[row + 1] ?? strikes.rule.length,
];

/** The row of the record at a place in a clean file; -1 if it is not known. */
export function findRow({ files, rows }: Catalogue, path: string, at: number): number {
  const file = files.findIndex((known) => known.path === path);
  if (file < 0) return -1;
  const first = firstAtLeast(rows.file, file);
  for (let row = first; rows.file[row] === file; row++) if (rows.at[row] === at) return row;
  return -1;
}
