import { byCodeUnit } from '../../core/order.js';
import type { Cluster } from './clusters.js';
import type { Signed } from './signed.js';

/** The published table: a line a cluster. What `diff` joins with a record, and what can be joined with any other list of records. */

/** Which record: its id, its clean file below clean/, and its own id in a container. */
export interface Place {
  readonly id: string;
  readonly path: string;
  readonly key: string | null;
}

export interface ClusterLine {
  readonly original: Place;
  readonly copies: readonly (Place & {
    readonly copy: 'exact' | 'near';
    /** To the original: 1 for exact copies, an estimate of the shared part for near ones. */
    readonly similarity: number;
  })[];
}

const placeOf = ({ id, path, key }: Signed): Place => ({ id, path, key });
const byPlace = (a: Signed, b: Signed): number => byCodeUnit(a.path, b.path) || a.at - b.at;

/** Clusters as they are written down, in order of the originals' paths, the copies in order of theirs. */
export function linesOf(clusters: readonly Cluster[]): ClusterLine[] {
  return [...clusters]
    .sort((a, b) => byPlace(a.original, b.original))
    .map(({ original, copies }) => ({
      original: placeOf(original),
      copies: [...copies]
        .sort((a, b) => byPlace(a.record, b.record))
        .map(({ record, copy, similarity }) => ({
          ...placeOf(record),
          copy,
          similarity: Math.round(similarity * 100) / 100,
        })),
    }));
}

/** What the table says of one record. */
export type Standing =
  | { readonly is: 'copy'; readonly copy: 'exact' | 'near'; readonly similarity: number; readonly original: Place }
  | { readonly is: 'original'; readonly copies: number };

/** What a line of the table says of a record; null where it is not among them. */
export function standingIn(line: ClusterLine, record: Place): Standing | null {
  const isSame = (place: Place): boolean =>
    place.id === record.id && place.path === record.path && place.key === record.key;
  if (isSame(line.original)) return { is: 'original', copies: line.copies.length };
  const found = line.copies.find(isSame);
  if (found === undefined) return null;
  return { is: 'copy', copy: found.copy, similarity: found.similarity, original: line.original };
}
