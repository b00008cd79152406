import { STATUSES } from '../../core/record.js';
import { REASONS } from '../../core/types.js';
import type { Count, Overview, SourceCount, StrikeCount } from '../api.js';
import { strikeRange, type Catalogue } from './catalogue.js';
import { isChanged, type Surroundings } from './select.js';

/** Sources, rules, languages that are listed: more are not read. */
const LISTED = 200;

export type Counts = Pick<
  Overview,
  'documents' | 'characters' | 'reasons' | 'rules' | 'ruleCount' | 'sources' | 'sourceCount' | 'languages' | 'flags'
>;

interface Sum {
  documents: number;
  strikes: number;
  characters: number;
  /** Last row that was counted as a document. */
  row: number;
}

const sums = (names: readonly string[]): Sum[] =>
  names.map(() => ({ documents: 0, strikes: 0, characters: 0, row: -1 }));

function addStrike(sum: Sum | undefined, row: number, characters: number): void {
  if (sum === undefined) return;
  sum.strikes += 1;
  sum.characters += characters;
  if (sum.row !== row) {
    sum.documents += 1;
    sum.row = row;
  }
}

function listed<Name extends string>(names: readonly Name[], all: readonly Sum[]): (StrikeCount & { name: Name })[] {
  return names
    .map((name, i) => {
      const { documents = 0, strikes = 0, characters = 0 } = all[i] ?? {};
      return { name, documents, strikes, characters };
    })
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.characters - a.characters);
}

function counted(names: readonly string[], counts: ArrayLike<number>): Count[] {
  return names
    .map((name, i) => ({ name, documents: counts[i] ?? 0 }))
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.documents - a.documents);
}

const add = (counts: Float64Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by;
};

/** What the rows that are asked for hold, in one pass. */
export function countRows(catalogue: Catalogue, isWanted: (row: number) => boolean, around: Surroundings): Counts {
  const { rows, strikes } = catalogue;
  const statuses = new Float64Array(STATUSES.length);
  const languages = new Float64Array(catalogue.languages.length);
  const flags = new Float64Array(Math.min(catalogue.flags.length, 32));
  const sourceSums = catalogue.sources.map((name) => ({
    name,
    documents: 0,
    review: 0,
    rejected: 0,
    kept: 0,
    removed: 0,
  }));
  const reasons = sums(REASONS);
  const rules = sums(catalogue.rules);
  const characters = { kept: 0, removed: 0 };
  const [review, rejected] = [STATUSES.indexOf('review'), STATUSES.indexOf('rejected')];
  let total = 0;
  let changed = 0;
  for (let row = 0; row < rows.at.length; row++) {
    if (!isWanted(row)) continue;
    total += 1;
    if (isChanged(catalogue, row, around)) changed += 1;
    const status = rows.status[row] ?? 0;
    add(statuses, status, 1);
    add(languages, rows.language[row] ?? 0, 1);
    for (let bits = rows.flags[row] ?? 0, bit = 0; bits !== 0; bits >>>= 1, bit++)
      if ((bits & 1) !== 0) add(flags, bit, 1);
    const [kept, removed] = [rows.kept[row] ?? 0, rows.removed[row] ?? 0];
    characters.kept += kept;
    characters.removed += removed;
    const source = sourceSums[rows.source[row] ?? 0];
    if (source !== undefined) {
      source.documents += 1;
      source.kept += kept;
      source.removed += removed;
      if (status === review) source.review += 1;
      if (status === rejected) source.rejected += 1;
    }
    const [from, to] = strikeRange(catalogue, row);
    for (let i = from; i < to; i++) {
      addStrike(reasons[strikes.reason[i] ?? 0], row, strikes.characters[i] ?? 0);
      addStrike(rules[strikes.rule[i] ?? 0], row, strikes.characters[i] ?? 0);
    }
  }
  const sources: SourceCount[] = sourceSums
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.removed - a.removed);
  const ruleList = listed(catalogue.rules, rules);
  const of = (name: (typeof STATUSES)[number]): number => statuses[STATUSES.indexOf(name)] ?? 0;
  return {
    documents: { total, accepted: of('accepted'), review: of('review'), rejected: of('rejected'), changed },
    characters,
    reasons: listed(REASONS, reasons),
    rules: ruleList.slice(0, LISTED),
    ruleCount: ruleList.length,
    sources: sources.slice(0, LISTED),
    sourceCount: sources.length,
    languages: counted(catalogue.languages, languages).slice(0, LISTED),
    flags: counted(catalogue.flags.slice(0, 32), flags),
  };
}
