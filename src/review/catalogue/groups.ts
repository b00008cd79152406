import { strikeRange, type Catalogue } from './catalogue.js';

/** Strikes of one rule and one text that stand in several documents. */
export class StrikeGroups {
  /** Number of each strike's group, from 1; 0: it stands alone. */
  private readonly groupOf: Uint32Array;
  /** The first strike of each group. */
  private readonly first: Uint32Array;
  private readonly documents: Uint32Array;
  /** Number of a group by its hash. */
  private readonly numbers = new Map<number, number>();

  private constructor(private readonly catalogue: Catalogue) {
    const { hash } = catalogue.strikes;
    const strikeRow = rowOfStrikes(catalogue);
    const { chainOf, size } = chains(hash);
    // Documents of each chain of equal strikes: a document counts once.
    const counts = new Uint32Array(size);
    const lastRow = new Int32Array(size).fill(-1);
    for (let i = 0; i < hash.length; i++) {
      const chain = chainOf[i] ?? 0;
      const row = strikeRow[i] ?? 0;
      if (lastRow[chain] === row) continue;
      lastRow[chain] = row;
      counts[chain] = (counts[chain] ?? 0) + 1;
    }
    const numberOf = new Uint32Array(size);
    let groups = 0;
    for (let chain = 0; chain < size; chain++) if ((counts[chain] ?? 0) > 1) numberOf[chain] = ++groups;
    this.groupOf = new Uint32Array(hash.length);
    this.first = new Uint32Array(groups + 1);
    this.documents = new Uint32Array(groups + 1);
    for (let i = hash.length - 1; i >= 0; i--) {
      const chain = chainOf[i] ?? 0;
      const group = numberOf[chain] ?? 0;
      this.groupOf[i] = group;
      if (group === 0) continue;
      this.first[group] = i;
      this.documents[group] = counts[chain] ?? 0;
    }
    for (let group = 1; group <= groups; group++) this.numbers.set(hash[this.first[group] ?? 0] ?? 0, group);
  }

  private static readonly known = new WeakMap<Catalogue, StrikeGroups>();

  /** Those of a catalogue, found when they are first asked for. */
  static of(catalogue: Catalogue): StrikeGroups {
    let groups = StrikeGroups.known.get(catalogue);
    if (groups === undefined) StrikeGroups.known.set(catalogue, (groups = new StrikeGroups(catalogue)));
    return groups;
  }

  /** Documents that hold the strike with this hash: 1 where it stands alone. */
  documentsOf(hash: number): number {
    const group = this.numbers.get(hash);
    return group === undefined ? 1 : (this.documents[group] ?? 1);
  }

  /** Groups by how many of the wanted rows hold them, the most frequent first; those that one of them holds are none. */
  count(isWanted: (row: number) => boolean): { readonly group: number; readonly documents: number }[] {
    const counts = new Uint32Array(this.first.length);
    const lastRow = new Int32Array(this.first.length).fill(-1);
    this.eachOf(isWanted, (group, row) => {
      if (lastRow[group] === row) return;
      lastRow[group] = row;
      counts[group] = (counts[group] ?? 0) + 1;
    });
    const found: { group: number; documents: number }[] = [];
    for (let group = 1; group < counts.length; group++)
      if ((counts[group] ?? 0) > 1) found.push({ group, documents: counts[group] ?? 0 });
    return found.sort((a, b) => b.documents - a.documents || a.group - b.group);
  }

  /** Where a group's first strike stands: its row, and its number among the row's strikes; and the group's hash. */
  exampleOf(group: number): { readonly row: number; readonly strike: number; readonly hash: number } {
    const { rows, strikes } = this.catalogue;
    const first = this.first[group] ?? 0;
    let low = 0;
    let high = rows.strike.length;
    // The last row that begins at or before it: rows without strikes begin where the next one does.
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((rows.strike[middle] ?? 0) <= first) low = middle;
      else high = middle;
    }
    return { row: low, strike: first - (rows.strike[low] ?? 0), hash: strikes.hash[first] ?? 0 };
  }

  /** Of some groups: their sources, and their least confidence in hundredths. */
  describe(
    groups: ReadonlySet<number>,
    isWanted: (row: number) => boolean,
  ): ReadonlyMap<number, { readonly sources: number; readonly least: number }> {
    const found = new Map([...groups].map((group) => [group, { sources: new Set<number>(), least: 100 }]));
    const { rows, strikes } = this.catalogue;
    this.eachOf(isWanted, (group, row, i) => {
      const sum = found.get(group);
      if (sum === undefined) return;
      sum.sources.add(rows.source[row] ?? 0);
      sum.least = Math.min(sum.least, strikes.confidence[i] ?? 100);
    });
    return new Map([...found].map(([group, { sources, least }]) => [group, { sources: sources.size, least }]));
  }

  private eachOf(
    isWanted: (row: number) => boolean,
    visit: (group: number, row: number, strike: number) => void,
  ): void {
    const { rows } = this.catalogue;
    for (let row = 0; row < rows.at.length; row++) {
      if (!isWanted(row)) continue;
      const [from, to] = strikeRange(this.catalogue, row);
      for (let i = from; i < to; i++) {
        const group = this.groupOf[i] ?? 0;
        if (group !== 0) visit(group, row, i);
      }
    }
  }
}

function rowOfStrikes(catalogue: Catalogue): Uint32Array {
  const rowOf = new Uint32Array(catalogue.strikes.rule.length);
  for (let row = 0; row < catalogue.rows.at.length; row++) rowOf.fill(row, ...strikeRange(catalogue, row));
  return rowOf;
}

/** Equal numbers get one chain: a hash table of typed arrays, for there may be millions. */
function chains(hashes: Float64Array): { chainOf: Uint32Array; size: number } {
  let slots = 16;
  while (slots < hashes.length * 2) slots *= 2;
  const keys = new Float64Array(slots);
  const chainAt = new Int32Array(slots).fill(-1);
  const chainOf = new Uint32Array(hashes.length);
  let size = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0;
    let slot = hash % slots;
    while ((chainAt[slot] ?? -1) >= 0 && keys[slot] !== hash) slot = (slot + 1) % slots;
    if ((chainAt[slot] ?? -1) < 0) {
      keys[slot] = hash;
      chainAt[slot] = size++;
    }
    chainOf[i] = chainAt[slot] ?? 0;
  }
  return { chainOf, size };
}
