import { BANDS, eachPair, groupsOf } from './candidates.js';
import { Frames, LookAlikes } from './frames.js';
import { isCopy, mayBelong } from './likeness.js';
import { Links } from './links.js';
import { SignatureTable } from './signature-table.js';
import { HASH_BYTES } from './signature.js';
import { rank, sizeOf, type Signed } from './signed.js';

/** An original and its copies, in order of rank. */
export interface Cluster {
  readonly original: Signed;
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly record: Signed;
  /** 'exact' where the folded text is that of the original. */
  readonly copy: 'exact' | 'near';
  /** Share of the shingles that the two texts have in common, 0 to 1; 1 for exact copies, an estimate for near ones. */
  readonly similarity: number;
}

/**
 * In shorter texts a name and a number are most of what is said, and a few words in common much of the text: only exact copies are found.
 */
export const LEAST_WORDS = 45;

const exactKey = ({ signature }: Signed): string => String.fromCharCode(...signature.subarray(0, HASH_BYTES));

/**
 * Finds the clusters among records. Depends on the records alone, not on the order or the parts in which they come. Yields now and then, so
 * that a caller can let others run or give up. Linear in the number of records, but for sorting.
 */
export function* findClusters(records: readonly Signed[]): Generator<undefined, Cluster[]> {
  const ranked = rank(records);
  const sameText = new Map<string, Signed[]>();
  for (const record of ranked) {
    // A text of asterisks alone is no copy of another one of dashes.
    if (sizeOf(record) === 0) continue;
    const key = exactKey(record);
    const twins = sameText.get(key);
    if (twins === undefined) sameText.set(key, [record]);
    else twins.push(record);
  }
  // Of texts that are the same, the first stands for all; rows are in order of rank.
  const groups = [...sameText.values()];
  const long = groups.filter(([first]) => first !== undefined && sizeOf(first) >= LEAST_WORDS);
  const table = new SignatureTable(long.map(([first]) => (first as Signed).signature));
  yield;
  const lookAlikes = new LookAlikes(table);
  for (let band = 0; band < BANDS; band++) {
    for (const group of groupsOf(table, band)) lookAlikes.add(group);
    yield;
  }
  const frames = new Frames(table, lookAlikes);
  const links = new Links(table.length);
  for (let band = 0; band < BANDS; band++) {
    eachPair(table, band, (a, b) => {
      if (!links.isFull(b) && !links.has(a, b) && isCopy(table, frames, a, b)) links.add(a, b);
    });
    yield;
  }
  const clusters = groupByCentre(table, frames, links).map((rows) => clusterOf(table, long, rows));
  for (const twins of groups)
    if (twins.length > 1 && sizeOf(twins[0] as Signed) < LEAST_WORDS) clusters.push(exactCluster(twins));
  return clusters.filter(({ copies }) => copies.length > 0);
}

/**
 * Rows by cluster. The row that is most like all those it is linked with is the centre of the next cluster: with it go the rows that links
 * lead to, each of which must be like the centre itself, so that chains of small changes end there. The earliest row would be a worse centre:
 * it may be a copy in which much was changed.
 */
function groupByCentre(table: SignatureTable, frames: Frames, links: Links): number[][] {
  const { starts, others } = links.neighbours();
  const weights = new Float64Array(table.length);
  for (let row = 0; row < table.length; row++)
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++)
      weights[row] = (weights[row] as number) + table.overlap(row, others[i] as number);
  const centres = Uint32Array.from({ length: table.length }, (_, row) => row);
  centres.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  const isTaken = new Uint8Array(table.length);
  const clusters: number[][] = [];
  for (const centre of centres) {
    if (isTaken[centre] === 1) continue;
    isTaken[centre] = 1;
    const rows = [centre];
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
        const other = others[i] as number;
        if (isTaken[other] === 1 || !mayBelong(table, frames, centre, other)) continue;
        isTaken[other] = 1;
        rows.push(other);
      }
    }
    clusters.push(rows.sort((a, b) => a - b));
  }
  return clusters;
}

function clusterOf(table: SignatureTable, groups: readonly Signed[][], rows: readonly number[]): Cluster {
  const [first = 0, ...others] = rows;
  const near = others.flatMap((row) => {
    const similarity = table.overlap(first, row);
    return (groups[row] ?? []).map((record): Copy => ({ record, copy: 'near', similarity }));
  });
  const { original, copies } = exactCluster(groups[first] ?? []);
  return { original, copies: [...copies, ...near] };
}

function exactCluster([original, ...twins]: readonly Signed[]): Cluster {
  return {
    original: original as Signed,
    copies: twins.map((record): Copy => ({ record, copy: 'exact', similarity: 1 })),
  };
}
