import { STATUSES } from '../../core/record.js';
import { REASONS } from '../../core/types.js';
import { COARSE_MS } from '../../io/look-at.js';
import type { Filter, Sort } from '../api.js';
import { strikeRange, type Catalogue } from './catalogue.js';
import { NO_STRIKE } from './columns.js';

/** What a filter asks for and no record says. */
export interface Surroundings {
  /** When the last run began, in milliseconds; null where there was none. */
  readonly lastRunMs: number | null;
  /** Rows that decisions are about. */
  readonly decided: ReadonlySet<number>;
}

type Wanted = (row: number) => boolean;

/** Whether a file was written by the last run. */
export const isChanged = ({ files, rows }: Catalogue, row: number, { lastRunMs }: Surroundings): boolean =>
  lastRunMs !== null && (files[rows.file[row] ?? 0]?.mtimeMs ?? 0) >= lastRunMs - COARSE_MS;

function* conditions(catalogue: Catalogue, filter: Filter, around: Surroundings): Generator<Wanted> {
  const { rows, strikes } = catalogue;
  const { source, language, status, reason, rule, flag, unsure, changed, decided } = filter;
  const equals =
    (column: ArrayLike<number>, number: number): Wanted =>
    (row) =>
      column[row] === number;
  if (status !== undefined) yield equals(rows.status, STATUSES.indexOf(status));
  if (source !== undefined) yield equals(rows.source, catalogue.sources.indexOf(source));
  if (language !== undefined) yield equals(rows.language, catalogue.languages.indexOf(language));
  if (flag !== undefined) {
    const bit = catalogue.flags.indexOf(flag);
    yield (row) => bit >= 0 && bit < 32 && ((rows.flags[row] ?? 0) & (1 << bit)) !== 0;
  }
  if (reason !== undefined) {
    const bit = 1 << REASONS.indexOf(reason);
    yield (row) => ((rows.reasons[row] ?? 0) & bit) !== 0;
  }
  if (unsure !== undefined) {
    const bound = Math.min(Math.floor(unsure * 100 + 1e-9), NO_STRIKE - 1);
    yield (row) => (rows.least[row] ?? NO_STRIKE) <= bound;
  }
  if (changed !== undefined) yield (row) => isChanged(catalogue, row, around) === changed;
  if (decided !== undefined) yield (row) => around.decided.has(row) === decided;
  if (rule !== undefined) {
    const number = catalogue.rules.indexOf(rule);
    yield (row) => {
      const [from, to] = strikeRange(catalogue, row);
      for (let i = from; i < to; i++) if (strikes.rule[i] === number) return true;
      return false;
    };
  }
}

/** Whether a row is asked for, by all of a filter but the words that are searched for. */
export function rowFilter(catalogue: Catalogue, filter: Filter, around: Surroundings): Wanted {
  const all = [...conditions(catalogue, filter, around)];
  return (row) => all.every((holds) => holds(row));
}

const orders = new WeakMap<Catalogue, Map<Sort, Uint32Array>>();

/** The rows in an order: the riskiest, the most struck, the least sure or the latest first, or as their paths stand. */
export function orderOf(catalogue: Catalogue, sort: Sort): Uint32Array {
  const known = orders.get(catalogue) ?? new Map<Sort, Uint32Array>();
  orders.set(catalogue, known);
  let order = known.get(sort);
  if (order === undefined) known.set(sort, (order = sorted(catalogue, sort)));
  return order;
}

function sorted({ rows, files }: Catalogue, sort: Sort): Uint32Array {
  const order = Uint32Array.from(rows.at, (_, row) => row);
  const pathRank = rankOf(files.map(({ path }) => path));
  const fileOf = (row: number): number => rows.file[row] ?? 0;
  const byPath = (a: number, b: number): number =>
    (pathRank[fileOf(a)] ?? 0) - (pathRank[fileOf(b)] ?? 0) || (rows.at[a] ?? 0) - (rows.at[b] ?? 0);
  const keys: Readonly<Record<Sort, (row: number) => number>> = {
    risk: (row) => -(rows.risk[row] ?? 0),
    removed: (row) => -(rows.removed[row] ?? 0),
    confidence: (row) => rows.least[row] ?? NO_STRIKE,
    changed: (row) => -(files[fileOf(row)]?.mtimeMs ?? 0),
    path: () => 0,
  };
  const key = Float64Array.from(order, keys[sort]);
  return order.sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || byPath(a, b));
}

/** The place of each name among all, in code-unit order. */
function rankOf(names: readonly string[]): Uint32Array {
  const order = names.map((_, i) => i).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const ranks = new Uint32Array(names.length);
  order.forEach((name, rank) => (ranks[name] = rank));
  return ranks;
}
